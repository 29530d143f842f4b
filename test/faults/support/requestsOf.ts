import type { EmulatorRequest } from '../../../src/emulator/requestLog.js';

const IDS = [/(?<=^\/auth\/device-codes\/)[^/]+/, /(?<=^\/profiles\/)[^/]+/, /(?<=^\/pages\/)[^/]+/];

/** Counts requests by route, in order of first appearance, and returns them as Markdown. */
export function requestsOf(requests: readonly EmulatorRequest[]): string {
  const counts = new Map<string, number>();
  for (const { method, path } of requests) {
    const route = `${method} ${IDS.reduce((text, id) => text.replace(id, '…'), path)}`;
    counts.set(route, (counts.get(route) ?? 0) + 1);
  }
  const texts = [...counts].map(([route, count]) => `\`${route}\`${count > 1 ? ` ×${count}` : ''}`);
  return texts.join(', ') || 'none';
}

import type { CDPSession } from 'playwright';
import type { EmulatorControl } from '../../src/emulator/control.js';

/** Changes how the server or the processor behaves. Returns the name of the change. */
export async function changeWorld(
  control: EmulatorControl,
  devTools: CDPSession,
  random: () => number,
): Promise<string> {
  const events: Readonly<Record<string, () => unknown>> = {
    'no latency': () => control.setLatency(0),
    latency: () => control.setLatency(Math.floor(random() * 2_000)),
    'fail next': () => control.failNext({ kind: 'status', status: 500 }, { times: 1 + Math.floor(random() * 4) }),
    'drop next': () => control.failNext({ kind: 'network' }, { times: 1 + Math.floor(random() * 4) }),
    'malformed next': () => control.failNext({ kind: 'malformed' }),
    offline: () => control.setOffline(true),
    'expire session': () => control.expireSession(),
    'outdate pages': () => control.outdatePages(),
    'slow processor': () => devTools.send('Emulation.setCPUThrottlingRate', { rate: 6 }),
    'fast processor': () => devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 }),
  };
  // Without frequent recovery, the app would show errors most of the time.
  if (random() < 0.4) {
    control.clearFaults();
    control.setOffline(false);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return 'recover';
  }
  const names = Object.keys(events);
  const name = names[Math.floor(random() * names.length)]!;
  await events[name]!();
  return name;
}

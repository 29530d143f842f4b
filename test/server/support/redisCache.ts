import { connect, type Socket } from 'node:net';
import type { SessionCache } from '../../../src/server/index.js';

interface Call {
  resolve(value: string | null): void;
  reject(error: Error): void;
}

/** Creates a session cache in a Redis server on this computer. Connects again when the connection was lost. */
export function redisCache(port: number): SessionCache {
  let socket: Socket | undefined;

  const open = (): { readonly socket: Socket; readonly calls: Call[] } => {
    const calls: Call[] = [];
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    let received = '';
    opened.setEncoding('latin1');
    opened.on('data', (text: string) => {
      received += text;
      for (let reply = readReply(received); reply; reply = readReply(received)) {
        received = received.slice(reply.length);
        if (reply.error) calls.shift()?.reject(new Error(reply.error));
        else calls.shift()?.resolve(reply.value);
      }
    });
    const close = () => {
      if (socket === opened) socket = undefined;
      for (const call of calls.splice(0)) call.reject(new Error('The connection to Redis was lost.'));
    };
    opened.on('error', close).on('close', close);
    return { socket: opened, calls };
  };

  let calls: Call[] = [];
  const send = (...words: string[]) =>
    new Promise<string | null>((resolve, reject) => {
      if (!socket) ({ socket, calls } = open());
      calls.push({ resolve, reject });
      const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
      socket.write(`*${words.length}\r\n${parts.join('')}`);
    });
  return {
    get: (key) => send('GET', key),
    set: (key, value, { ttl }) => send('SET', key, value, 'EX', String(ttl)),
    del: (key) => send('DEL', key),
  };
}

/** Reads the first reply of a text in the protocol of Redis. Returns `undefined` if it is incomplete. */
function readReply(
  text: string,
): { readonly value: string | null; readonly error?: string; readonly length: number } | undefined {
  const end = text.indexOf('\r\n');
  if (end < 0) return undefined;
  const [kind, line] = [text[0], text.slice(1, end)];
  if (kind === '-') return { value: null, error: line, length: end + 2 };
  if (kind !== '$') return { value: line, length: end + 2 };
  const size = Number(line);
  if (size < 0) return { value: null, length: end + 2 };
  const length = end + 2 + size + 2;
  return text.length < length ? undefined : { value: text.slice(end + 2, end + 2 + size), length };
}

import {
  connectEmulator,
  createEmulatorState,
  type Emulator,
  type HandleRequest,
} from '../../../src/emulator/createEmulator.js';
import type { EmulatorState } from '../../../src/emulator/types.js';
import type { ForwardedControl, MessageToPage, MessageToWorker, WorkerEmulatorOptions } from './workerMessages.js';

/** Emulator in a worker. */
export interface WorkerEmulator extends Emulator {
  /** Ends the emulator. Requests get no response afterwards. */
  close(): void;
}

let worker: Promise<Worker> | undefined;

const UNLOADED =
  'The worker of the embedded Discovr could not be loaded. Reload Storybook, or choose "emulator in the page" in the toolbar.';

/**
 * Creates an emulator that handles its requests in a worker. All emulators of a page share the worker. The simulated
 * connection, with its latency, faults and log, and the decisions of the user stay in the page. The functions behave like
 * those of an emulator in the page, with two exceptions: `profiles()` changes with the next response, and `revoke`,
 * `approveDevice` and `denyDevice` report their errors in the worker's console instead of throwing.
 */
export async function createWorkerEmulator(options: WorkerEmulatorOptions): Promise<WorkerEmulator> {
  worker ??= startWorker().catch((error: unknown) => {
    worker = undefined;
    throw error;
  });
  const { port1: port, port2 } = new MessageChannel();
  // The page makes other ids than the worker, to which it hands over its profiles and grants.
  const state = createEmulatorState({
    ...options,
    ...(options.seed !== undefined && { seed: `${options.seed} page` }),
  });
  (await worker).postMessage({ ...options, profiles: state.profiles }, [port2]);
  const emulator = connectEmulator(state, handleInWorker(port, state), options.latencyMs);
  const send = (message: MessageToWorker) => port.postMessage(message);
  const handOver = <T>(issued: T): T => {
    send({ type: 'issued', grants: state.grants, authorizationCodes: state.authorizationCodes });
    state.grants.clear();
    state.authorizationCodes.clear();
    return issued;
  };
  const forward =
    (name: ForwardedControl) =>
    (...args: readonly unknown[]) =>
      send({ type: 'control', name, args });
  return {
    fetch: emulator.fetch,
    issueCredential: (credential) => handOver(emulator.issueCredential(credential)),
    control: {
      ...emulator.control,
      authorize: (url, decision) => handOver(emulator.control.authorize(url, decision)),
      expireSession: forward('expireSession'),
      outdatePages: forward('outdatePages'),
      revoke: forward('revoke'),
      approveDevice: forward('approveDevice'),
      denyDevice: forward('denyDevice'),
    },
    close: () => port.close(),
  };
}

/** Starts the worker. Rejects when it cannot be loaded. */
function startWorker(): Promise<Worker> {
  const started = new Worker(new URL('./emulatorWorker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(UNLOADED));
    started.addEventListener('message', () => resolve(started), { once: true });
    started.addEventListener('error', fail, { once: true });
  });
}

/** Sends requests to the worker, and keeps the profiles of the account up to date. */
function handleInWorker(port: MessagePort, { profiles }: EmulatorState): HandleRequest {
  const pending = new Map<number, (response: Response) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
    const { id, status, headers, body } = data;
    profiles.splice(0, profiles.length, ...data.profiles);
    pending.get(id)?.(new Response(body.byteLength > 0 ? body : null, { status, headers }));
    pending.delete(id);
  });
  port.start();
  return async (request) => {
    const { method, url, headers } = request;
    const body = await request.arrayBuffer();
    const id = (lastId += 1);
    const message: MessageToWorker = { type: 'request', id, method, url, headers: [...headers], body };
    port.postMessage(message, [body]);
    return new Promise((resolve) => pending.set(id, resolve));
  };
}

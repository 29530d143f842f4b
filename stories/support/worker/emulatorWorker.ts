import { createControl } from '../../../src/emulator/control.js';
import { createEmulatorConnection } from '../../../src/emulator/emulatorConnection.js';
import { createEmulatorRoutes, createEmulatorState } from '../../../src/emulator/createEmulator.js';
import type { MessageToPage, MessageToWorker, WorkerEmulatorOptions } from './workerMessages.js';

// Each message creates an emulator that responds on the port in the message.
globalThis.addEventListener('message', ({ data: options, ports: [port] }: MessageEvent<WorkerEmulatorOptions>) => {
  if (port) serve(options, port);
});
postMessage('started');

function serve(options: WorkerEmulatorOptions, port: MessagePort): void {
  const state = createEmulatorState(options);
  const handle = createEmulatorRoutes(state);
  const control = createControl(state, createEmulatorConnection(0, state.now));
  const respond = async ({ id, url, method, headers, body }: MessageToWorker & { type: 'request' }) => {
    const response = await handle(new Request(url, { method, headers, ...(body.byteLength > 0 && { body }) }));
    const message: MessageToPage = {
      id,
      status: response.status,
      headers: [...response.headers],
      body: await response.arrayBuffer(),
      profiles: state.profiles,
    };
    port.postMessage(message, [message.body]);
  };
  port.addEventListener('message', ({ data }: MessageEvent<MessageToWorker>) => {
    if (data.type === 'request') void respond(data);
    else if (data.type === 'control') Reflect.apply(control[data.name], control, data.args);
    else {
      for (const [refreshToken, grant] of data.grants) state.grants.set(refreshToken, grant);
      for (const [code, stored] of data.authorizationCodes) state.authorizationCodes.set(code, stored);
    }
  });
  port.start();
}

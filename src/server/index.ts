export { createDiscovrServer, type DiscovrServer, type PreparedRequest } from './createDiscovrServer.js';
export type { RenderedRequest } from './renderRequest.js';
export type { DiscovrServerOptions, ServerSecret, SessionCache } from './serverSettings.js';

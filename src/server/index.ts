export { createDiscovrServer, type DiscovrServer } from './createDiscovrServer.js';
export type { DiscovrServerOptions, ServerSecret, SessionCache } from './discovrServerOptions.js';
export type { PreparedRequest } from './prepareRequest.js';
export type { RenderedRequest } from './renderRequest.js';

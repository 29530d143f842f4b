export { createEventRecorder, type EventRecorder } from './createEventRecorder.js';
export { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from './createTestDiscovr.js';
export { renderWithDiscovr } from './renderWithDiscovr.js';
export type { TestBrowser } from './testBrowser.js';

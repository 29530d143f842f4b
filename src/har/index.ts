export { describeHar, type Har, type HarEntry, type HarPair } from './har.js';
export { recordHar, type HarRecording, type RecordHarOptions } from './recordHar.js';
export { replayHar, type ReplayHarOptions } from './replayHar.js';

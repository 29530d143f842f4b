export { sampleWatchProviders } from './availability.js';
export type { CatalogueTitle } from './catalogue/catalogueTitle.js';
export type { EmulatorControl } from './control.js';
export { createEmulator, type Emulator, type EmulatorCredential } from './createEmulator.js';
export type { EmulatorOptions, EmulatorProfile } from './emulatorOptions.js';
export { emulatorVocabulary } from './emulatorVocabulary.js';
export type { EmulatorFault, FailNextOptions } from './faults.js';
export type { EmulatorRequest } from './requestLog.js';
export type { EmulatorRoute } from './route.js';

export { parsePrompt } from './parsePrompt.js';
export type { ParsedPrompt, PromptChoice, PromptPart, PromptRest, PromptRestReason } from './parsePrompt.js';
export type { PromptBound, PromptLanguage, PromptUnit, UnsupportedWish, VagueWish, WordList } from './language.js';
export type { PromptOptions, PromptSynonyms } from './promptIndex.js';

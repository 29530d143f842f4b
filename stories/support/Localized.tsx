import { pageEnglish } from '../../src/messages/english/page.js';
import { titleSheetEnglish } from '../../src/messages/english/titleSheet.js';
import { useMessages } from '../../src/react/provider/context.js';

const english = { ...pageEnglish, ...titleSheetEnglish };

/** Stands for the texts of an invented app, in the language of the story. */
export function Localized({ text }: { text: 'play' | 'details' }) {
  const { page, titleSheet } = useMessages(english, undefined, '<Localized>');
  return text === 'play' ? titleSheet.play : page.details;
}

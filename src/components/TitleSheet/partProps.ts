import type { HeroItem, MediaItem } from '../../api/media.js';
import type { Messages } from '../../messages/messages.js';
import type { TitleSheetClassNames } from './types.js';
import type { UseTitleSheetResult } from './useTitleSheet.js';

/** Props of each part of a sheet. */
export interface TitleSheetPartProps {
  sheet: UseTitleSheetResult;
  /** The item passed to the sheet, when it is an item of this title. */
  item: MediaItem | HeroItem | undefined;
  messages: Pick<Messages, 'titleSheet' | 'titleToggles' | 'titleAdded' | 'titleRemoved' | 'states' | 'errors'>;
  locale: string;
  classNames: TitleSheetClassNames | undefined;
}

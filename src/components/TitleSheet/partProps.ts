import type { HeroItem, MediaItem } from '../../api/schemas/media.js';
import type { Messages } from '../../messages/messages.js';
import type { TitleSheetClassNames } from './types.js';
import type { UseTitleSheetResult } from './useTitleSheet.js';

/** What each part of a sheet is given. */
export interface TitleSheetPartProps {
  sheet: UseTitleSheetResult;
  /** What was pressed, where it is of this title. */
  item: MediaItem | HeroItem | undefined;
  messages: Pick<Messages, 'titleSheet' | 'titleToggles' | 'titleAdded' | 'titleRemoved' | 'errors'>;
  locale: string;
  classNames: TitleSheetClassNames | undefined;
}

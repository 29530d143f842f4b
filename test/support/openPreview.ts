import type { TitlePreviewController } from '../../src/index.js';
import { mediaItems } from './pageItems.js';

const nothing = () => undefined;

/** Controller of a preview that is open over the page. */
export const openPreview = (): TitlePreviewController => ({
  // Read in each render: there is no document while a server renders.
  get shown() {
    return { card: globalThis.document?.body, item: mediaItems(1)[0]! };
  },
  onItemIntent: nothing,
  keep: nothing,
  leave: nothing,
  close: nothing,
});

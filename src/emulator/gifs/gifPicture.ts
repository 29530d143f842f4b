import type { DrawingColours } from '../drawing/drawingColours.js';

/** A picture that the GIF search can find. */
export interface GifPicture {
  /** Tells pictures apart, and leads the tags. */
  readonly word: string;
  /** Further words it is found by, in lower case. */
  readonly tags: readonly string[];
  readonly description: string;
  /**
   * Strictest viewer it is fit for, as the content filter sees it.
   * @default 'g', fit for all
   */
  readonly rating?: 'g' | 'pg' | 'pg-13';
  /**
   * How the parts in a `<g class="moving">` move.
   * @default 'bob'
   */
  readonly motion?: GifMotion;
  /** Shape of the frame around the square that is drawn on. */
  readonly frame: GifFrame;
  /** Place of its colours among the palettes. */
  readonly palette: number;
  /** Draws it on a square of 100 by 100. */
  readonly draw: (colours: DrawingColours) => string;
}

/** A small endless movement. */
export type GifMotion = 'bob' | 'sway' | 'pulse' | 'spin' | 'fall' | 'blink';

/** Shape of a picture's frame. */
export type GifFrame = 'square' | 'wide' | 'tall';

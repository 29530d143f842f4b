import type { ReactNode } from 'react';
import type { HeroItem } from '../../api/media.js';

/** Class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface HeroClassNames {
  /** The scroll container. */
  slides?: string;
  /** Each slide. */
  slide?: string;
  /** The background image. */
  picture?: string;
  /** The box around the title, its facts, the synopsis and your buttons. */
  text?: string;
  /** The heading, with the title or its logo. */
  title?: string;
  /** Year, length and genres. */
  facts?: string;
  /** The synopsis. */
  overview?: string;
  /** The box around your buttons. */
  actions?: string;
  /** The bar with the position and the buttons. */
  controls?: string;
}

/** Renders the buttons of a slide, such as one that opens the title. */
export type RenderHeroActions = (item: HeroItem) => ReactNode;

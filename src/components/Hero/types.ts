import type { ReactNode } from 'react';
import type { HeroItem } from '../../api/schemas/media.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface HeroClassNames {
  /** The element that scrolls. */
  slides?: string;
  /** Each slide. */
  slide?: string;
  /** The picture behind. */
  picture?: string;
  /** What is written: title, synopsis, actions. */
  text?: string;
  /** The heading, with the title or its lettering. */
  title?: string;
  /** The synopsis. */
  overview?: string;
  /** The place of your buttons. */
  actions?: string;
  /** The bar with the position and the buttons. */
  controls?: string;
}

/** Renders the buttons of a slide, such as one that opens the title. */
export type RenderHeroActions = (item: HeroItem) => ReactNode;

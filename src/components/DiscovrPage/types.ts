import type { HeroClassNames } from '../Hero/types.js';
import type { RailClassNames } from '../Rail/types.js';

/** Class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface DiscovrPageClassNames {
  /** Class names of the hero. */
  hero?: HeroClassNames;
  /** Class names of each rail. */
  rail?: RailClassNames;
  /** The notice of a page, a hero or rows that did not load. */
  alert?: string;
  /** The box around the button that shows newer recommendations. */
  refresh?: string;
  /** The text and the button after the last rail. */
  end?: string;
  /** The notice shown instead of a page while no user is signed in or no profile is chosen. */
  notice?: string;
}

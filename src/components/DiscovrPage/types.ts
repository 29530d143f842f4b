import type { HeroClassNames } from '../Hero/types.js';
import type { RailClassNames } from '../Rail/types.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface DiscovrPageClassNames {
  /** Those of the hero. */
  hero?: HeroClassNames;
  /** Those of each rail. */
  rail?: RailClassNames;
  /** What tells that a part of the page did not come. */
  alert?: string;
  /** What stands after the last rail: the end, or the button that asks for more. */
  end?: string;
  /** What stands in place of a page where nobody is signed in, or no profile is chosen. */
  notice?: string;
}

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
  /** Year, length, genres, and why the title is recommended. */
  facts?: string;
  /** The synopsis. */
  overview?: string;
  /** The box around your buttons. */
  actions?: string;
  /** The bar with the position and the buttons. */
  controls?: string;
}

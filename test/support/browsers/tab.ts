/** A tab of a browser, with the actions that the drivers of all engines support. */
export interface Tab {
  /** Opens a URL and waits until it has loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Navigates back in the history. */
  back(): Promise<void>;
  /** Makes this tab the visible one of its window. */
  show(): Promise<void>;
  close(): Promise<void>;
  /** Runs a function in the page. It can only use its argument. Argument and result are sent as JSON. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    ...argument: Argument extends undefined ? [] : [Argument]
  ): Promise<Result>;
  /** Clicks with the mouse at a point of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  /** Turns the mouse wheel over the center of the viewport. */
  wheel(pixels: number): Promise<void>;
  /** Presses the key with this `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
}

/** A running browser whose tabs share storage. */
export interface TabBrowser {
  /** Name and version, such as `Firefox 153.7`. */
  readonly name: string;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** Size of a tab's viewport. */
export const VIEWPORT = { width: 1200, height: 900 };

/**
 * Makes the clock of a page start at a given time, in milliseconds since 1970. It is self-contained, so that Playwright
 * can run it in a page.
 */
export function fixDate(start: number): void {
  const RealDate = Date;
  const shift = start - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length > 0 ? parts : [RealDate.now() + shift]) as [number]));
    }
    static override now() {
      return RealDate.now() + shift;
    }
  } as DateConstructor;
}

/** Class names by slot that an app passes to a drop-in. */
type ClassNames<Slot extends string> = { readonly [Name in Slot]?: string | undefined } | undefined;

/**
 * Returns the class attribute of a slot: the stable `discovr-…` classes, the app's class for the slot, and `more`.
 *
 * @param classNames the app's class names for all slots.
 */
export function slotClass<Slot extends string>(
  classNames: ClassNames<NoInfer<Slot>>,
  slot: Slot,
  stable: string,
  more?: string,
): string {
  return joinClasses(stable, classNames?.[slot], more);
}

/** Joins class names and omits empty ones. */
export function joinClasses(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

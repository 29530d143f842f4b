/** Class names by slot, as an app gives them to a drop-in. */
type ClassNames<Slot extends string> = { readonly [Name in Slot]?: string | undefined } | undefined;

/**
 * The class attribute of a slot: the stable `discovr-…` classes, the app's own for the slot, and any more.
 *
 * @param classNames what the app gave for all slots.
 */
export function slotClass<Slot extends string>(
  classNames: ClassNames<NoInfer<Slot>>,
  slot: Slot,
  stable: string,
  more?: string,
): string {
  return joinClasses(stable, classNames?.[slot], more);
}

/** Joins class names, leaving out what is empty. */
export function joinClasses(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

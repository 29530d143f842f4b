/** Writes the value of a field as if the user had typed it. */
export function writeValue(field: HTMLInputElement, value: string): void {
  // React notes what a script writes to `value`, and then ignores the event. The prototype's setter avoids that.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

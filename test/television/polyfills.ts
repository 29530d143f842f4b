// What Chromium 85 lacks. docs/television.md lists these polyfills.
Object.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key);

// Only the embedded Discovr needs the one of strings.
for (const { prototype } of [Array, String]) {
  if (!('at' in prototype)) {
    const at = function (this: ArrayLike<unknown>, index: number) {
      return this[index < 0 ? this.length + index : index];
    };
    Object.defineProperty(prototype, 'at', { value: at, configurable: true, writable: true });
  }
}

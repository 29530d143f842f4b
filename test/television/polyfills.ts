// What Chromium 85 lacks. docs/television.md lists these polyfills.
Object.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key);

const at = function (this: ArrayLike<unknown>, index: number) {
  return this[index < 0 ? this.length + index : index];
};
if (!('at' in Array.prototype))
  Object.defineProperty(Array.prototype, 'at', { value: at, configurable: true, writable: true });

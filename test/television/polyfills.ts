// What the browsers of televisions of 2022 and 2023 lack. docs/television.md lists it.
Object.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key);

const at = function (this: ArrayLike<unknown>, index: number) {
  return this[index < 0 ? this.length + index : index];
};
for (const { prototype } of [Array, String]) {
  if (!('at' in prototype)) Object.defineProperty(prototype, 'at', { value: at, configurable: true, writable: true });
}

/** Property names that every object inherits. A careless lookup mistakes them for entries. */
export const inheritedNames: readonly string[] = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

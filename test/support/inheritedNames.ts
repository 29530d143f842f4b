/** Names under which every object has something it was not given: what a careless look-up takes for an entry. */
export const inheritedNames: readonly string[] = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

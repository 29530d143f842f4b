/** Names that every ordinary object inherits. */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Every name that an ordinary object seems to have without having it. */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

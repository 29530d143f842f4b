/**
 * Returns a function that returns the same value for the same object, such as a client, so that all components with
 * this object share it. A value is created when it is first needed, and dropped with its object.
 */
export function perObject<Key extends object, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, Value>();
  return (key) => {
    const value = values.get(key) ?? create(key);
    values.set(key, value);
    return value;
  };
}

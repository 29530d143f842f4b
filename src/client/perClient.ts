/**
 * Returns a function that returns the same value for the same client, so that all components with this client share it.
 * A value is created when it is first needed, and dropped with its client.
 */
export function perClient<Client extends object, Value>(create: (client: Client) => Value): (client: Client) => Value {
  const values = new WeakMap<Client, Value>();
  return (client) => {
    const value = values.get(client) ?? create(client);
    values.set(client, value);
    return value;
  };
}

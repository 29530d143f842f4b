/** Method and path of requests: `POST /pages`, or with a placeholder for one path segment, `GET /pages/:id`. */
export type EmulatorRoute = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

/** Whether a request matches a route. */
export function isOnRoute(route: EmulatorRoute, { method, path }: { method: string; path: string }): boolean {
  const [routeMethod, routePath = ''] = route.split(' ');
  const expected = routePath.split('/');
  const actual = path.split('/');
  if (routeMethod !== method || expected.length !== actual.length) return false;
  return expected.every((part, index) => part === actual[index] || (part.startsWith(':') && actual[index] !== ''));
}

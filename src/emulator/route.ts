/** Names requests by method and path: `POST /pages`, or with a placeholder for any one part, `GET /pages/:id`. */
export type EmulatorRoute = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

/** Tells whether a request is one of a route. */
export function isOnRoute(route: EmulatorRoute, { method, path }: { method: string; path: string }): boolean {
  const [routeMethod, routePath = ''] = route.split(' ');
  const wanted = routePath.split('/');
  const parts = path.split('/');
  if (routeMethod !== method || wanted.length !== parts.length) return false;
  return wanted.every((part, index) => part === parts[index] || (part.startsWith(':') && parts[index] !== ''));
}

import { Outlet } from 'react-router';
import type { Route } from './+types/pages';
import { Discovr } from './discovr/Discovr';
import { discovr } from './discovr/server';
import { visitContext } from './discovr/visitContext';

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    const { requestHeaders, responseHeaders } = await discovr.prepare(request);
    context.set(visitContext, await discovr.forRequest({ headers: requestHeaders }));
    const response = await next();
    responseHeaders.forEach((value, name) => response.headers.append(name, value));
    return response;
  },
];

export function loader({ context }: Route.LoaderArgs) {
  const { initialSession } = context.get(visitContext);
  return { initialSession };
}

/** Only the first render needs it. */
export const shouldRevalidate = () => false;

export default function Pages({ loaderData }: Route.ComponentProps) {
  return (
    <Discovr initialSession={loaderData.initialSession}>
      <Outlet />
    </Discovr>
  );
}

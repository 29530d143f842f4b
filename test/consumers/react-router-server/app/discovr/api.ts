import type { Route } from './+types/api';
import { discovr } from './server';

export const loader = ({ request }: Route.LoaderArgs) => discovr.fetch(request);
export const action = ({ request }: Route.ActionArgs) => discovr.fetch(request);

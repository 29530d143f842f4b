import { discovr } from '../../../../discovr/server';

const handle = (request: Request) => discovr.fetch(request);
export { handle as GET, handle as POST, handle as PATCH, handle as DELETE };

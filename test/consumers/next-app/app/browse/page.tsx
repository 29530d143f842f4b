import { Filters } from './Filters';

export const dynamic = 'force-dynamic';

/** Page that is rendered on the server with the filters of the URL. */
export default function Page() {
  return <Filters />;
}

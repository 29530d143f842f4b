import { Filters } from './Filters';

export const dynamic = 'force-dynamic';

/** The server knows the address, so it renders the filters of a link. */
export default function Page() {
  return <Filters />;
}

import type { Route } from './+types/title';

export default function Title({ params }: Route.ComponentProps) {
  return <h1>Title {params.id}</h1>;
}

import { Suspense } from 'react';

interface Props {
  params: Promise<{ id: string }>;
}

export default function Page({ params }: Props) {
  return (
    <Suspense>
      <Heading params={params} />
    </Suspense>
  );
}

async function Heading({ params }: Props) {
  const { id } = await params;
  return <h1>Title {id}</h1>;
}

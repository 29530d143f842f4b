import { useState } from 'react';
import { DiscovrPage, TitleSheet } from 'discovr-react';

/** A page that opens the sheet of a title. */
export function Browse() {
  const [item, setItem] = useState();
  return (
    <>
      <DiscovrPage onItemClick={(clicked) => setItem(clicked)} />
      <TitleSheet mediaId={item?.id} item={item} onClose={() => setItem(undefined)} onPlay={() => undefined} />
    </>
  );
}

import { NavigationStack, TitleSheet, type MediaItem } from 'discovr-react';
import { useState } from 'react';

export function Tabs() {
  const [title, setTitle] = useState<MediaItem>();
  return (
    <>
      <NavigationStack pageProps={{ onItemClick: (item) => item.type === 'media' && setTitle(item) }} />
      <TitleSheet mediaId={title?.id} item={title} onClose={() => setTitle(undefined)} />
    </>
  );
}

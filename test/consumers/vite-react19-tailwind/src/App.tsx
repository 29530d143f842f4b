import { useState } from 'react';
import { DiscovrPage, PageFilterForm, TitleSheet, type MediaItem } from 'discovr-react';
import { OwnFilters } from './OwnFilters';

export function App() {
  const [pageId, setPageId] = useState<string>();
  const [title, setTitle] = useState<MediaItem>();
  return (
    <>
      <PageFilterForm
        classNames={{ applyButton: 'bg-fuchsia-700 rounded-none' }}
        onPageCreated={(page) => setPageId(page.id)}
      />
      <p id="utility" className="bg-fuchsia-700">
        Tailwind utility for comparison
      </p>
      <OwnFilters />
      {pageId && <DiscovrPage pageId={pageId} onItemClick={(item) => item.type === 'media' && setTitle(item)} />}
      <TitleSheet mediaId={title?.id} item={title} onClose={() => setTitle(undefined)} />
    </>
  );
}

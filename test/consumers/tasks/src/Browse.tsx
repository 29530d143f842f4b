import { DiscovrGate, DiscovrPage, PageFilterForm } from 'discovr-react';
import { useState } from 'react';

export function Browse() {
  const [pageId, setPageId] = useState<string>();
  return (
    <DiscovrGate>
      <PageFilterForm onPageCreated={(page) => setPageId(page.id)} />
      {pageId && <DiscovrPage pageId={pageId} href="/title/{id}" />}
    </DiscovrGate>
  );
}

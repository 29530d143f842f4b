import { useState } from 'react';
import { DiscovrGate, DiscovrPage, PageFilterForm } from 'discovr-react';
import 'discovr-react/styles.css';

export function Browse() {
  const [pageId, setPageId] = useState<string>();
  return (
    <DiscovrGate>
      <PageFilterForm onPageCreated={(page) => setPageId(page.id)} />
      {pageId && <DiscovrPage pageId={pageId} />}
    </DiscovrGate>
  );
}

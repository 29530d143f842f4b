import { PageFilterForm, Rail, type MediaItem } from 'discovr-react';

export const dynamic = 'force-dynamic';

const title: MediaItem = {
  type: 'media',
  id: 'MV_550',
  title: 'Fight Club',
  media_type: 'movie',
  poster_path: null,
  backdrop_path: null,
};

/** Server component. It reads the parts of the form from `PageFilterForm`, and links titles with a string. */
export default function Page() {
  return (
    <main>
      <PageFilterForm createsPage={false}>
        <PageFilterForm.Genres />
        <PageFilterForm.Actions />
      </PageFilterForm>
      <Rail title="New" type="media" items={[title]} href="/title/{id}" />
    </main>
  );
}

import {
  PageFilterForm,
  PageFilterFormActions,
  PageFilterFormActiveFilters,
  PageFilterFormGenres,
  PageFilterFormMediaType,
  PageFilterFormRegions,
  PageFilterFormSummary,
  PageFilterFormWatchProviders,
} from 'discovr-react';
import { describeFilter } from 'discovr-react/filters';
import { de } from 'discovr-react/locales/de';

export const dynamic = 'force-dynamic';

/** Server component. The parts of the form are separate exports, and messages need no browser. */
export default function Page() {
  return (
    <main>
      <p lang="de">{describeFilter({ media_type: 'movie', genres: [35] }, { locale: 'de', messages: de })}</p>
      <PageFilterForm defaultFilters={{ region: ['HK', 'DE'] }} messages={{ form: { reset: 'Start again' } }}>
        <PageFilterFormSummary />
        <PageFilterFormActiveFilters />
        <PageFilterFormMediaType />
        <PageFilterFormGenres />
        <PageFilterFormRegions />
        <PageFilterFormWatchProviders />
        <PageFilterFormActions />
      </PageFilterForm>
    </main>
  );
}

import { DiscovrClient, DiscovrProvider, PageFilterForm } from 'discovr-react';
import 'discovr-react/styles.css';

const client = new DiscovrClient('bench');

/** The drop-in as an app uses it, with its provider and its stylesheet. */
export const form = () => (
  <DiscovrProvider client={client}>
    <PageFilterForm />
  </DiscovrProvider>
);

/** The drop-in with genres of the app's own. */
export const formWithGenres = (genres) => (
  <DiscovrProvider client={client} vocabulary={{ genres: () => genres, regions: () => [], providers: () => [] }}>
    <PageFilterForm />
  </DiscovrProvider>
);

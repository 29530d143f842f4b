import { DiscovrClient, DiscovrProvider, PageFilterForm } from 'discovr-react';
import 'discovr-react/styles.css';

const client = new DiscovrClient('bench');

/** The drop-in with its provider and its stylesheet, as in an app. */
export const form = () => (
  <DiscovrProvider client={client}>
    <PageFilterForm />
  </DiscovrProvider>
);

/** The drop-in with custom genres. */
export const formWithGenres = (genres) => (
  <DiscovrProvider client={client} vocabulary={{ genres: () => genres, regions: () => [], providers: () => [] }}>
    <PageFilterForm />
  </DiscovrProvider>
);

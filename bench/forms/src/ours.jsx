import { DiscovrClient, DiscovrProvider, PageFilterForm } from 'discovr-react';
import 'discovr-react/styles.css';

const client = new DiscovrClient('bench');

/** The provider, which an app mounts once. */
export const App = ({ children }) => <DiscovrProvider client={client}>{children}</DiscovrProvider>;

/** The drop-in, in an app with the provider. */
export const formInApp = () => <PageFilterForm />;

/** The drop-in with its provider and its stylesheet. */
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

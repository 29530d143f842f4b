import { DiscovrClient, DiscovrProvider, memoryCredentialStore } from 'discovr-react';
import 'discovr-react/styles.css';
import { Browse } from './Browse.jsx';
import { start } from './start.jsx';

/** The same page on a laptop, where its parts move. */
start(({ basePath, refreshToken, profileId }) => {
  const client = new DiscovrClient('bench', {
    basePath,
    credentialStore: memoryCredentialStore({ refreshToken, profileId }),
  });
  return (
    <DiscovrProvider client={client} colorScheme="dark">
      <Browse />
    </DiscovrProvider>
  );
});

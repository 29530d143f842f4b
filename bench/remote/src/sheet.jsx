import { DiscovrClient, DiscovrProvider, memoryCredentialStore, RemoteControl } from 'discovr-react';
import 'discovr-react/styles.css';
import { Browse } from './Browse.jsx';
import { start } from './start.jsx';

/** A page that opens the sheet of a title, as in the guide for televisions. */
start(({ basePath, refreshToken, profileId }) => {
  const client = new DiscovrClient('bench', {
    basePath,
    credentialStore: memoryCredentialStore({ refreshToken, profileId }),
  });
  return (
    <RemoteControl>
      <DiscovrProvider client={client} colorScheme="dark">
        <Browse />
      </DiscovrProvider>
    </RemoteControl>
  );
});

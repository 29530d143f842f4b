import { DiscovrClient, DiscovrPage, DiscovrProvider, memoryCredentialStore, RemoteControl } from 'discovr-react';
import 'discovr-react/styles.css';
import { start } from './start.jsx';

/** The page as in the guide for televisions. With `heard` in the query, the app listens to events. */
start(({ basePath, refreshToken, profileId, heard }) => {
  const client = new DiscovrClient('bench', {
    basePath,
    credentialStore: memoryCredentialStore({ refreshToken, profileId }),
  });
  return (
    <RemoteControl>
      <DiscovrProvider client={client} colorScheme="dark" onEvent={heard ? () => undefined : undefined}>
        <Browse />
      </DiscovrProvider>
    </RemoteControl>
  );
});

function Browse() {
  return <DiscovrPage onItemClick={() => undefined} />;
}

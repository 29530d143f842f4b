import { useState } from 'react';
import {
  DiscovrClient,
  DiscovrPage,
  DiscovrProvider,
  memoryCredentialStore,
  RemoteControl,
  TitleSheet,
} from 'discovr-react';
import 'discovr-react/styles.css';
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

function Browse() {
  const [item, setItem] = useState();
  return (
    <>
      <DiscovrPage onItemClick={(clicked) => setItem(clicked)} />
      <TitleSheet mediaId={item?.id} item={item} onClose={() => setItem(undefined)} onPlay={() => undefined} />
    </>
  );
}

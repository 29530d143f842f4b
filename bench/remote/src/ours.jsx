import {
  DiscovrClient,
  DiscovrPage,
  DiscovrProvider,
  memoryCredentialStore,
  RemoteControl,
  useFilteredPage,
} from 'discovr-react';
import 'discovr-react/styles.css';

/** Returns a function that renders the page as in the guide for televisions. */
export function page(providerProps) {
  return ({ basePath, refreshToken, profileId }) => {
    const client = new DiscovrClient('bench', {
      basePath,
      credentialStore: memoryCredentialStore({ refreshToken, profileId }),
    });
    return (
      <RemoteControl>
        <DiscovrProvider client={client} colorScheme="dark" {...providerProps}>
          <Browse />
        </DiscovrProvider>
      </RemoteControl>
    );
  };
}

function Browse() {
  const { pageId } = useFilteredPage({});
  return <DiscovrPage pageId={pageId} onItemClick={() => undefined} />;
}

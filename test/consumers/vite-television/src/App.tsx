import { useRef, useState } from 'react';
import {
  DiscovrClient,
  DiscovrProvider,
  NavigationStack,
  RemoteControl,
  TitleSheet,
  memoryCredentialStore,
  type MediaItem,
} from 'discovr-react';
import { createEmulator } from 'discovr-react/emulator';

const emulator = createEmulator();
const [profile] = emulator.control.profiles();

const client = new DiscovrClient('tv-demo', {
  fetch: emulator.fetch,
  credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId: profile!.id })),
});

declare const tizen: { application: { getCurrentApplication(): { exit(): void } } } | undefined;

function exit() {
  if (typeof tizen === 'undefined') window.close();
  else tizen.application.getCurrentApplication().exit();
}

export default function App() {
  const [title, setTitle] = useState<MediaItem>();
  const question = useRef<HTMLDialogElement>(null);
  return (
    <RemoteControl onExit={() => question.current?.showModal()}>
      <DiscovrProvider client={client} colorScheme="dark">
        <NavigationStack
          history="none"
          pageProps={{ onItemClick: (item) => item.type === 'media' && setTitle(item) }}
        />
        <TitleSheet mediaId={title?.id} item={title} onClose={() => setTitle(undefined)} />
      </DiscovrProvider>
      <dialog ref={question} aria-labelledby="question">
        <p id="question">Exit the app?</p>
        <form method="dialog">
          <button>No</button> <button onClick={exit}>Yes</button>
        </form>
      </dialog>
    </RemoteControl>
  );
}

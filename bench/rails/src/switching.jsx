import { DiscovrClient, DiscovrPage, DiscovrProvider, memoryCredentialStore } from 'discovr-react';
import { createEmulator } from 'discovr-react/emulator';
import 'discovr-react/styles.css';

/** Filters of the tabs. Each tab is a page. */
const TABS = [
  undefined,
  { media_type: 'movie' },
  { media_type: 'tv' },
  { genres: [35] },
  { media_type: 'movie', with_runtime_lte: 100 },
];
const hrefOf = (item) => `#${item.id}`;

/**
 * Creates the pages of the tabs on an emulator.
 *
 * @param root the React root that shows the pages.
 * @returns a function that shows a number of tabs one at a time. It mounts each page and waits for its hero and a rail.
 */
export async function startSwitching(root) {
  const emulator = createEmulator();
  const [profile] = emulator.control.profiles();
  const credential = emulator.issueCredential({ profileId: profile.id });
  const client = new DiscovrClient('bench', {
    fetch: emulator.fetch,
    credentialStore: memoryCredentialStore(credential),
  });
  const pages = [];
  for (const pageFilters of TABS) pages.push(await client.createPage({ pageFilters }));

  let shown = 0;
  return async function switchPages(times) {
    for (let time = 0; time < times; time += 1) {
      const { id } = pages[shown % pages.length];
      shown += 1;
      root.render(
        <DiscovrProvider client={client}>
          <DiscovrPage key={id} pageId={id} data-page={id} href={hrefOf} />
        </DiscovrProvider>,
      );
      await untilShown(id);
    }
  };
}

/** Resolves in the frame in which the page shows its hero and the items of a rail. */
function untilShown(pageId) {
  return new Promise((resolve) => {
    const look = () => {
      const page = document.querySelector(`[data-page='${pageId}'][data-state='ready']`);
      const isShown = page?.querySelector('.discovr-Hero a') && page.querySelector('.discovr-Rail li a');
      if (isShown) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

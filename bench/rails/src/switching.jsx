import { DiscovrClient, DiscovrPage, DiscovrProvider, memoryCredentialStore } from 'discovr-react';
import { createEmulator } from 'discovr-react/emulator';
import 'discovr-react/styles.css';

/** The tabs of an app: each is a page with filters of its own. */
const TABS = [
  undefined,
  { media_type: 'movie' },
  { media_type: 'tv' },
  { genres: [35] },
  { media_type: 'movie', with_runtime_lte: 100 },
];
const hrefOf = (item) => `#${item.id}`;

/**
 * Makes the pages of the tabs over an embedded Discovr.
 *
 * @param root where they are shown.
 * @returns shows so many tabs, one after the other, each mounted anew, until its hero and a rail are there.
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
          <DiscovrPage key={id} pageId={id} data-page={id} hrefOf={hrefOf} />
        </DiscovrProvider>,
      );
      await isShown(id);
    }
  };
}

/** Settles at the frame in which the page has its hero and the items of a rail. */
function isShown(pageId) {
  return new Promise((resolve) => {
    const look = () => {
      const page = document.querySelector(`[data-page='${pageId}'][data-state='ready']`);
      const isThere = page?.querySelector('.discovr-Hero a') && page.querySelector('.discovr-Rail li a');
      if (isThere) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

import { bench, describe } from 'vitest';
import { catalogTitles, generatedTitles } from '../src/emulator/catalog/catalog.js';
import { signedInEmulator } from '../src/emulator/emulatorCall.js';

const GENERATED = 100_000;

const filters = {
  none: {},
  'genre and years': { genres: [35], with_release_date_gte: '1990-01-01' },
  'one watch provider, any region': { with_watch_providers: ['11'] },
};

const emulators = {
  'the catalog': await signedInEmulator({ catalog: catalogTitles() }),
  '100,000 titles': await signedInEmulator({ catalog: generatedTitles(GENERATED) }),
};

// Measures the mint, the page without its hero, the first rows and the first items of each row. Each round mints a new
// session, so that nothing is cached. Both catalogs run in one process, so that their ratio is meaningful on any
// machine.
for (const [what, pageFilters] of Object.entries(filters)) {
  describe(`first rows of a page with filters: ${what}`, () => {
    for (const [over, { call, mint }] of Object.entries(emulators)) {
      bench(over, async () => {
        const { token } = await mint();
        const { body: page } = await call('POST /pages', { token, body: { pageFilters } });
        const { body } = await call(`GET /pages/${String(page['id'])}/rows`, { token });
        for (const { id } of body['rows'] as { id: string }[]) {
          await call(`GET /pages/${String(page['id'])}/rows/${id}/items`, { token });
        }
      });
    }
  });
}

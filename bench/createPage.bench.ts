import { bench, describe } from 'vitest';
import { catalogTitles, generatedTitles } from '../src/emulator/catalog/catalog.js';
import { signedInEmulator } from '../src/emulator/emulatorCall.js';

const GENERATED = 100_000;

const filters = {
  none: {},
  'genre and years': { genres: [35], with_release_date_gte: '1990-01-01' },
  everything: {
    media_type: 'movie',
    genres: [18, 35, 53],
    with_runtime_gte: 60,
    with_release_date_gte: '1970-01-01',
    region: ['DE', 'AT', 'CH'],
    with_watch_providers: ['8', '337'],
  },
  'one watch provider, any region': { with_watch_providers: ['11'] },
};

const emulators = {
  'the catalog': await signedInEmulator({ catalog: catalogTitles() }),
  '100,000 titles': await signedInEmulator({ catalog: generatedTitles(GENERATED) }),
};

// Measures `POST /pages` and `GET /pages/:id`. Both catalogs run in one process, so that their ratio is meaningful on
// any machine.
for (const [what, pageFilters] of Object.entries(filters)) {
  describe(`page with filters: ${what}`, () => {
    for (const [over, { call, token }] of Object.entries(emulators)) {
      bench(over, async () => {
        const { body } = await call('POST /pages', { token, body: { pageFilters } });
        await call(`GET /pages/${String(body['id'])}`, { token });
      });
    }
  });
}

import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { createEventRecorder } from './createEventRecorder.js';
import { createTestDiscovr } from './createTestDiscovr.js';

test('records the page and its items in order, also in an environment without layout', async () => {
  const recorder = createEventRecorder();
  const { client, Wrapper } = createTestDiscovr({ provider: { onEvent: recorder.onEvent } });
  const { id: pageId } = await client.createPage({ pageFilters: { genres: [37], media_type: 'movie' } });
  render(<DiscovrPage pageId={pageId} />, { wrapper: Wrapper });
  await waitFor(() => expect(recorder.ofType('itemImpression').length).toBeGreaterThan(3));
  expect(recorder.events[0]).toMatchObject({ type: 'pageShown', pageId });
  expect(recorder.events[0]!.at).toBeLessThanOrEqual(Date.now());
  recorder.clear();
  expect(recorder.events).toEqual([]);
});

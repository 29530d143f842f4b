import { renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { PageFilterFormRoot, useErrorText, useFieldErrorText, usePageFilterForm } from '../../index.js';
import { DiscovrError } from '../../shared/errors.js';
import { de } from '../../locales/de.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';

const english = {
  offline: 'Can’t connect. Check your connection and try again.',
  unknown: 'Something went wrong. Try again.',
  reversed: 'The minimum can’t be higher than the maximum.',
};
const german: typeof english = {
  offline: 'Keine Verbindung. Bitte die Internetverbindung prüfen und erneut versuchen.',
  unknown: de.errors.UNKNOWN,
  reversed: 'Der Mindestwert darf nicht über dem Höchstwert liegen.',
};

describe.each([
  ['English', english, {}],
  ['German', german, { locale: 'de', messages: de }],
])('own markup in %s', (_language, texts, provider) => {
  test('shows the text of the drop-ins for an error', () => {
    const { Wrapper } = createTestDiscovr({ provider });
    const { result, rerender } = renderHook(() => useErrorText(), { wrapper: Wrapper });
    const errorText = result.current;
    expect(errorText(new DiscovrError('NETWORK_ERROR', 'for developers'))).toBe(texts.offline);
    const foreign = Object.assign(new TypeError('for developers'), { code: 'NETWORK_ERROR' });
    expect(errorText(foreign)).toBe(texts.unknown);
    rerender();
    expect(result.current).toBe(errorText);
  });

  test('shows the text of the drop-ins for a form field, for errors of the client and of the server', async () => {
    const user = userEvent.setup();
    function OwnForm() {
      const form = usePageFilterForm();
      const fieldErrorText = useFieldErrorText(form);
      return (
        <PageFilterFormRoot controller={form}>
          <input aria-label="from" {...form.form.register('runtimeMin')} />
          <input aria-label="to" {...form.form.register('runtimeMax')} />
          <output>{[fieldErrorText('runtimeMax'), fieldErrorText('genres')].join('|')}</output>
          <button type="submit">go</button>
        </PageFilterFormRoot>
      );
    }
    const { control } = renderWithDiscovr(<OwnForm />, { provider });
    const errors = () => document.querySelector('output')!;
    expect(errors()).toHaveTextContent(/^\|$/);
    await user.type(screen.getByLabelText('from'), '100');
    await user.type(screen.getByLabelText('to'), '30');
    await user.click(screen.getByRole('button', { name: 'go' }));
    await expect.poll(() => errors().textContent).toBe(`${texts.reversed}|`);
    await user.type(screen.getByLabelText('to'), '0');
    const issues = [{ path: ['pageFilters', 'genres', 0], message: 'too funny' }];
    control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, { route: 'POST /pages' });
    await user.click(screen.getByRole('button', { name: 'go' }));
    await expect.poll(() => errors().textContent).toBe('|too funny');
  });
});

import { expect, test } from 'vitest';
import { formatMessage } from '../messages/formatMessage.js';
import { pl } from './pl.js';

test.each([
  [0, '0 filtrów', 'trwające co najmniej 0 minut'],
  [1, '1 filtr', 'trwające co najmniej 1 minutę'],
  [2, '2 filtry', 'trwające co najmniej 2 minuty'],
  [5, '5 filtrów', 'trwające co najmniej 5 minut'],
  [12, '12 filtrów', 'trwające co najmniej 12 minut'],
  [22, '22 filtry', 'trwające co najmniej 22 minuty'],
  [1.5, '1,5 filtra', 'trwające co najmniej 1,5 minuty'],
])('Polish uses its plural forms for %d', (count, filters, runtime) => {
  expect(formatMessage(pl.form.filterCount, { count }, 'pl')).toBe(filters);
  expect(formatMessage(pl.summary.runtimeFrom, { min: count, count }, 'pl')).toBe(runtime);
});

import { writeValue } from './writeValue.js';

/**
 * Changes the number in a field to the next multiple of a step. The step is that of `data-remote-step`, on the field or
 * an element around it, otherwise that of the field.
 */
export function stepNumber(field: HTMLInputElement, by: 1 | -1): void {
  const { remoteStep } = field.closest<HTMLElement>('[data-remote-step]')?.dataset ?? {};
  const step = Number(remoteStep ?? field.step) || 1;
  const position = (field.valueAsNumber || 0) / step;
  const next = by === 1 ? Math.floor(position) + 1 : Math.ceil(position) - 1;
  const [min, max] = [field.min, field.max].map((limit) => (limit === '' ? Number.NaN : Number(limit)));
  // Decimal fractions such as 0.1 have rounding errors.
  const value = Number((next * step).toPrecision(12));
  writeValue(field, String(value < min! ? min : value > max! ? max : value));
}

import { expect, onTestFinished, test } from 'vitest';
import { openerOf } from './useModalDialog.js';

test('the opener of a dialog is the clicked button where the browser focuses nothing, or what is around the button', () => {
  onTestFinished(() => document.body.replaceChildren());
  document.body.innerHTML = '<main tabindex="-1"><button>Details</button></main><button>Play</button>';
  const [main, details, play] = document.querySelectorAll<HTMLElement>('main, button');
  const lastClick = { current: details! };
  expect(openerOf(lastClick)).toBe(details);
  main!.focus();
  expect(openerOf(lastClick)).toBe(details);
  play!.focus();
  expect(openerOf(lastClick)).toBe(play);
});

import { StrictMode, useState, type FormEvent, type ReactNode } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { today } from '../filters/values.js';
import { loadStyles } from '../../test/support/loadStyles.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const keys = (text: string) => userEvent.keyboard(text);
const input = (name: string) => {
  const fields = [...document.querySelectorAll('input')];
  return fields.find((field) => (field.labels?.[0]?.textContent ?? '') === name || field.ariaLabel === name)!;
};
const stepper = (name: string) => page.getByRole('spinbutton', { name, exact: true }).element();
const boxOf = (element: Element) => element.getBoundingClientRect();
const panel = () => document.querySelector('.discovr-DateSteppers');
const currentYear = today().slice(0, 4);

/** Renders a field and focuses it with the first key. */
async function renderFields(fields: ReactNode, language = 'en'): Promise<void> {
  await render(
    <StrictMode>
      <RemoteControl layout="none">
        <form lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} onSubmit={(event) => event.preventDefault()}>
          {fields}
        </form>
      </RemoteControl>
    </StrictMode>,
  );
  await keys('{ArrowDown}');
}

function ControlledDate({ label, initial, onValue }: { label: string; initial: string; onValue?: () => void }) {
  const [value, setValue] = useState(initial);
  return (
    <label>
      {label}
      <input
        type="date"
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          onValue?.();
        }}
      />
    </label>
  );
}

describe('the steppers of a date field', () => {
  test('change the year, month and day of a controlled field, in the order of the language', async () => {
    await renderFields(<ControlledDate label="From" initial="2010-05-03" />);
    await keys('{Enter}');
    expect(document.activeElement).toBe(stepper('year'));
    expect(page.getByRole('dialog', { name: 'From' }).element()).toBeVisible();
    await keys('{ArrowUp}{ArrowUp}{ArrowLeft}{ArrowDown}{ArrowLeft}{ArrowUp}');
    expect(document.activeElement).toBe(stepper('month'));
    expect(stepper('month')).toHaveAttribute('aria-valuetext', 'June');
    expect(stepper('day')).toHaveAttribute('aria-valuemax', '30');
    expect(input('From').value).toBe('2012-06-02');
  });

  test.each(['{Enter}', '{Escape}'])('close with %s, and the arrow keys move the focus again', async (key) => {
    await renderFields(
      <>
        <ControlledDate label="From" initial="2010-05-03" />
        <button type="button">Apply</button>
      </>,
    );
    await keys(`{Enter}{ArrowUp}${key}`);
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(input('From'));
    await keys('{ArrowUp}{ArrowRight}');
    expect(input('From').value).toBe('2011-05-03');
    expect(document.activeElement).toHaveTextContent('Apply');
  });

  test('fire an event for each change, and one when they close', async () => {
    const [onValue, onChange] = [vi.fn<() => void>(), vi.fn<() => void>()];
    await renderFields(<ControlledDate label="From" initial="2010-05-03" onValue={onValue} />);
    input('From').addEventListener('change', onChange);
    await keys('{Enter}{ArrowUp}{ArrowUp}');
    expect(onValue).toHaveBeenCalledTimes(2);
    expect(onChange).not.toHaveBeenCalled();
    await keys('{Enter}{Enter}{Enter}');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('start an empty range at the first and at the last day of a year', async () => {
    await renderFields(
      <fieldset>
        <ControlledDate label="From" initial="" />
        <ControlledDate label="To" initial="" />
      </fieldset>,
    );
    await keys('{Enter}');
    expect(stepper('year')).not.toHaveAttribute('aria-valuenow');
    await keys('{ArrowUp}');
    expect(input('From').value).toBe(`${currentYear}-01-01`);
    await keys('{ArrowDown}{Enter}{ArrowRight}{Enter}{ArrowUp}');
    expect(input('To').value).toBe(`${Number(currentYear) - 1}-12-31`);
  });

  test('have a button that empties the field, with the text of the app', async () => {
    await renderFields(
      <div data-remote-clear="Clear">
        <ControlledDate label="From" initial="2010-05-03" />
      </div>,
    );
    await keys('{Enter}{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Clear');
    await keys('{Enter}');
    expect(input('From').value).toBe('');
    expect(document.activeElement).toBe(input('From'));
    await keys('{Enter}{ArrowRight}');
    expect(document.activeElement).toBe(stepper('year'));
  });

  test('follow the direction of the page', async () => {
    await renderFields(<ControlledDate label="From" initial="2010-05-03" />, 'ar');
    await keys('{Enter}{ArrowRight}');
    expect(document.activeElement).toBe(stepper('الشهر'));
    expect(document.activeElement).toHaveAttribute('aria-valuetext', 'مايو');
  });

  test('have a button that closes them, with the text of the app', async () => {
    await renderFields(
      <fieldset data-remote-clear="Clear" data-remote-done="Done">
        <legend>Release date</legend>
        <ControlledDate label="From" initial="2010-05-03" />
      </fieldset>,
    );
    await keys('{Enter}{ArrowUp}{ArrowRight}');
    expect(panel()).toHaveTextContent('Release date From');
    expect(document.activeElement).toHaveTextContent('Done');
    expect(boxOf(document.activeElement!).top).toBeGreaterThanOrEqual(boxOf(stepper('year')).bottom + 32);
    await keys('{ArrowUp}');
    expect(document.activeElement).toHaveAttribute('role', 'spinbutton');
    stepper('year').focus();
    await keys('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Done');
    await keys('{ArrowLeft}');
    expect(document.activeElement).toHaveTextContent('Clear');
    await keys('{ArrowRight}{Enter}');
    expect(panel()).toBeNull();
    expect(input('From').value).toBe('2011-05-03');
    expect(document.activeElement).toBe(input('From'));
  });

  test.each(['en', 'ar'])(
    'are in the middle of the screen, and stay there when a button appears: %s',
    async (language) => {
      await renderFields(
        <div data-remote-clear="Clear" style={{ inlineSize: 'max-content' }}>
          <ControlledDate label="From" initial="" />
        </div>,
        language,
      );
      await keys('{Enter}');
      const clear = page.getByRole('button', { name: 'Clear' });
      const { left, top, right, bottom } = panel()!.getBoundingClientRect();
      expect([left + right, top + bottom].map(Math.round)).toEqual([1280, 720]);
      expect(clear.elements()).toEqual([]);
      await keys('{ArrowUp}');
      await expect.element(clear).toBeVisible();
      expect(panel()!.getBoundingClientRect()).toMatchObject({ left, top, right, bottom });
    },
  );

  test('are in front of a dialog, and Back closes only them', async () => {
    const showOnce = (element: HTMLDialogElement | null) => {
      if (element?.open === false) element.showModal();
    };
    await renderFields(
      <dialog aria-label="Filters" ref={showOnce}>
        <button type="button">Close</button>
        <ControlledDate label="From" initial="2010-05-03" />
      </dialog>,
    );
    await keys('{ArrowRight}{Enter}{ArrowUp}{Escape}');
    expect(input('From').value).toBe('2011-05-03');
    expect(panel()).toBeNull();
    expect(document.querySelector('dialog')).toHaveAttribute('open');
    expect(document.activeElement).toBe(input('From'));
  });

  test('also work with the pointer of a remote control', async () => {
    await renderFields(<ControlledDate label="From" initial="2010-05-03" />);
    await keys('{Enter}');
    await userEvent.click(stepper('day'), { position: { x: 5, y: 2 } });
    expect(input('From').value).toBe('2010-05-04');
    panel()!.dispatchEvent(new MouseEvent('click', { clientX: 1279, clientY: 719, bubbles: true }));
    await expect.poll(panel).toBeNull();
  });

  test('disappear with the part of the page that has the field, and open over another one', async () => {
    function Fields() {
      const [isReplaced, setIsReplaced] = useState(false);
      return (
        <>
          <p>{isReplaced ? 'Saved' : <ControlledDate label="From" initial="2010-05-03" />}</p>
          <ControlledDate label="To" initial="2012-05-03" />
          <button type="button" onClick={() => setIsReplaced(true)}>
            Save
          </button>
        </>
      );
    }
    await renderFields(<Fields />);
    await keys('{Enter}{ArrowUp}');
    // Not by a click, because only the dialog can be clicked.
    (page.getByText('Save').element() as HTMLElement).click();
    await expect.poll(panel).toBeNull();
    input('To').focus();
    await keys('{Enter}{ArrowUp}');
    expect(panel()).toHaveAccessibleName('To');
    expect(input('To').value).toBe('2013-05-03');
  });

  test('are not shown to a user who clicks into the field', async () => {
    await renderFields(<ControlledDate label="From" initial="2010-05-03" />);
    await userEvent.click(input('From'));
    await keys('{ArrowUp}{Enter}');
    expect(panel()).toBeNull();
  });
});

describe('a number field that is edited', () => {
  const field = (step?: string) => (
    <div data-remote-step={step}>
      <input type="number" aria-label="Runtime" min="0" max="120" defaultValue="92" />
    </div>
  );

  test('steps by the number that the app states', async () => {
    await renderFields(field('5'));
    await keys('{ArrowUp}');
    expect(input('Runtime').value).toBe('92');
    await keys('{Enter}{ArrowUp}');
    expect(input('Runtime').value).toBe('95');
    await keys('{ArrowDown}{ArrowDown}');
    expect(input('Runtime').value).toBe('85');
  });

  test('steps by its own step otherwise, up to its limits, also from an empty text', async () => {
    await renderFields(field());
    await keys('{Enter}{ArrowDown}');
    expect(input('Runtime').value).toBe('91');
    await userEvent.fill(input('Runtime'), '120');
    await keys('{ArrowUp}');
    expect(input('Runtime').value).toBe('120');
    await userEvent.clear(input('Runtime'));
    await keys('{ArrowDown}');
    expect(input('Runtime').value).toBe('0');
  });

  test('steps from its minimum, and by fractions', async () => {
    await renderFields(
      <>
        <input type="number" aria-label="Episode" min="1" max="10" step="2" defaultValue="5" />
        <input type="number" aria-label="Score" step="0.1" defaultValue="0.2" />
        <div data-remote-step="0.1">
          <input type="number" aria-label="Speed" step="any" defaultValue="0.2" />
        </div>
      </>,
    );
    await keys('{Enter}{ArrowDown}');
    expect(input('Episode').value).toBe('3');
    await keys('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(input('Episode').value).toBe('9');
    for (const name of ['Score', 'Speed']) {
      input(name).focus();
      await keys('{Enter}{ArrowUp}{ArrowUp}{ArrowUp}');
      expect(input(name).value).toBe('0.5');
    }
  });
});

describe('a field that has the focus before the first key', () => {
  async function renderFocused(field: ReactNode) {
    const onSubmit = vi.fn<(event: FormEvent) => void>((event) => event.preventDefault());
    await render(
      <RemoteControl layout="none">
        <form onSubmit={onSubmit}>
          {field}
          <button type="submit">Apply</button>
        </form>
      </RemoteControl>,
    );
    document.querySelector('input')!.focus();
    return onSubmit;
  }

  test('shows its steppers when OK is the first key', async () => {
    const onSubmit = await renderFocused(<ControlledDate label="From" initial="2010-05-03" />);
    await keys('{Enter}{ArrowUp}');
    expect(document.activeElement).toBe(stepper('year'));
    expect(input('From').value).toBe('2011-05-03');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('is edited when OK is the first key', async () => {
    const onSubmit = await renderFocused(<input type="number" aria-label="Runtime" defaultValue="92" />);
    await keys('{Enter}{ArrowUp}{Enter}{ArrowUp}');
    expect(input('Runtime').value).toBe('93');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('submits its form with Enter when the user has typed into it', async () => {
    const onSubmit = await renderFocused(<input aria-label="Search" />);
    await keys('owls{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});

import { expect } from 'vitest';
import type { Emulator } from '../../src/emulator/createEmulator.js';
import type { Tab } from '../support/browsers/tab.js';
import { approveCode, likeInSheet, untilReady } from './steps.js';
import { arrowTo, downTo, focusedName, pressBack } from './support.js';

/** Signs in by code, opens a page, likes a title and goes back, with the keys of a remote control only. */
export async function journeyByRemote(tab: Tab, emulator: Emulator): Promise<void> {
  await approveCode(tab, emulator);
  const [profile] = emulator.control.profiles();
  // Outside `<RemoteControl>`, the heading has the focus first.
  await expect.poll(() => focusedName(tab)).toMatch(new RegExp(`^(?:Who’s watching.|${profile!.name})$`));
  if ((await focusedName(tab)) !== profile!.name) await tab.press('ArrowDown');
  await expect.poll(() => focusedName(tab)).toBe(profile!.name);
  await tab.press('ArrowRight');
  await expect.poll(() => focusedName(tab)).not.toBe(profile!.name);
  await tab.press('Enter');
  await untilReady(tab);

  await downTo(tab, 'navigation');
  const destination = await focusedName(tab);
  await tab.press('Enter');
  await expect.poll(() => focusedName(tab)).toBe(destination);
  await untilReady(tab);
  await downTo(tab, 'media');
  const title = await focusedName(tab);
  await tab.press('Enter');
  await likeInSheet(tab, emulator, title, async () => {
    // Where the layout is not that of a television, the button that closes the sheet is above the others.
    await tab.press('ArrowDown');
    await arrowTo(tab, 'ArrowLeft', 'Like');
  });
  await pressBack(tab);
  await expect.poll(() => focusedName(tab)).toBe(title);
  await pressBack(tab);
  await expect.poll(() => focusedName(tab)).toBe(destination);
}

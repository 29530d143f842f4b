import type { Scene } from './scene.js';

/** Clicks the button and waits until the sign-in page has loaded in the popup. */
export async function openPopup(
  { click, browser, perform, pass }: Scene,
  name = 'Sign in on this device',
): Promise<void> {
  await click(name);
  await perform(browser.popupUrl());
  await pass(1);
}

/** Signs in by popup, from the click on the button to the end. */
export async function signInByPopup(scene: Scene, name?: string): Promise<void> {
  await openPopup(scene, name);
  await scene.perform(scene.browser.signIn());
}

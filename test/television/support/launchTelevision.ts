import { chromium, type Browser } from 'playwright';
import { browserFlags } from '../../../scripts/findBrowser.mjs';

/** Size of the screen of a television, in CSS pixels. */
export const SCREEN = { width: 1920, height: 1080 };

/** Launches the browser of an old television. */
export function launchTelevision(): Promise<Browser> {
  const executablePath = process.env['DISCOVR_TELEVISION'];
  return chromium.launch({ ...(executablePath && { executablePath }), args: [...browserFlags, '--no-zygote'] });
}

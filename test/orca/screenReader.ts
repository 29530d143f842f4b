import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { vi } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/findBrowser.mjs';

/** A running Orca. */
export interface ScreenReader {
  /** Waits until Orca has handled what happened in the browser. */
  untilCalm(): Promise<void>;
  /** Presses a key of browse mode, as `xdotool` names it. Returns what Orca says while it handles the key. */
  press(key: string): Promise<readonly string[]>;
  /** Returns what Orca says when it reads the page from the top to the end. */
  readAll(): Promise<readonly string[]>;
  end(): void;
}

/** Long enough for a busy machine: Orca reads about ten elements in a second. */
const patience = { timeout: 240_000, interval: 200 };
/** When the log has not grown for this long, Orca has nothing to do, in milliseconds. */
const CALM_MS = 700;
/** Orca has spoken the last element. */
const HAS_READ_ALL = /textLines complete/;

/**
 * Starts Orca without a speech synthesizer, so that reading takes no time: its log has the texts.
 *
 * @param log path of its log.
 */
export async function startScreenReader(log: string): Promise<ScreenReader> {
  const properties = 'org.freedesktop.DBus.Properties.Set';
  const enabled = ['string:org.a11y.Status', 'string:ScreenReaderEnabled', 'variant:boolean:true'];
  execFileSync('dbus-send', ['--print-reply', '--dest=org.a11y.Bus', '/org/a11y/bus', properties, ...enabled]);
  const orca = spawn('orca', ['--replace', `--debug-file=${log}`], { stdio: 'ignore' });
  const bytes = () => (existsSync(log) ? readFileSync(log) : Buffer.alloc(0));
  /** Waits until Orca writes a text into its log. Returns what it has written since a position. */
  const untilWritten = (pattern: RegExp, from = 0) =>
    vi.waitFor(() => {
      const written = bytes().subarray(from).toString();
      if (!pattern.test(written)) throw new Error(`Orca has not written ${pattern.source}.`);
      return written;
    }, patience);
  const press = async (key: string, until?: RegExp) => {
    const from = bytes().length;
    execFileSync('xdotool', ['key', '--clearmodifiers', key]);
    if (until) await untilWritten(until, from);
    return spokenIn(
      await untilWritten(new RegExp(`\\^ CONSUME ATSPI_KEY_PRESSED_EVENT: '${key.replace(/.*\+/, '')}'`), from),
    );
  };
  const untilCalm = async () => {
    let length = -1;
    await vi.waitFor(
      () => {
        const before = length;
        length = bytes().length;
        if (length !== before) throw new Error('Orca is still busy.');
      },
      { ...patience, interval: CALM_MS },
    );
  };
  // Orca must be ready before the browser starts: otherwise it does not notice that a document has the focus.
  await untilWritten(/Starting Atspi main event loop/);
  return {
    untilCalm,
    press,
    readAll: async () => {
      await press('ctrl+Home');
      await untilCalm();
      return press('KP_Add', HAS_READ_ALL);
    },
    end: () => void orca.kill('SIGKILL'),
  };
}

const spokenIn = (log: string) => [...log.matchAll(/SPEECH OUTPUT: '(.*?)'(?: \{.*)?$/gm)].map(([, text]) => text!);

/** Launches a Chromium with a window, which exposes its pages to screen readers. */
export function launchWindow(): Promise<Browser> {
  const executablePath = findBrowser({ isWhole: true });
  return chromium.launch({
    headless: false,
    ...(executablePath && { executablePath }),
    args: [...browserFlags, '--force-renderer-accessibility', '--window-position=0,0', '--window-size=1280,960'],
  });
}

import type { Emulator } from './createEmulator.js';

/** HTML page of an emulator, as loaded by a browser. */
export interface EmulatorPage {
  readonly status: number;
  readonly headers: Headers;
  readonly document: Document;
}

/** Loads an HTML page of an emulator, or submits a form to it. */
export async function emulatorPage(
  { fetch }: Pick<Emulator, 'fetch'>,
  path: string,
  form?: Readonly<Record<string, string>>,
): Promise<EmulatorPage> {
  const response = await fetch(`https://api.discovr.media${path}`, {
    ...(form && {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    }),
  });
  const document = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { status: response.status, headers: response.headers, document };
}

/** Returns the data that the form of a page submits when the button with this text is clicked. */
export function filledForm(document: Document, buttonName: string): Readonly<Record<string, string>> {
  const form = document.forms[0]!;
  const button = [...form.querySelectorAll('button')].find(({ textContent }) => textContent === buttonName)!;
  const inputs = [...form.querySelectorAll('input')].map(({ name, value }) => [name, value]);
  return { ...Object.fromEntries(inputs), [button.name]: button.value };
}

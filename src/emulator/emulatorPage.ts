import type { Emulator } from './createEmulator.js';

/** A page as a browser has it. */
export interface EmulatorPage {
  readonly status: number;
  readonly headers: Headers;
  readonly document: Document;
}

/** Opens a page of an emulator the way a browser does, or sends it a form. */
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

/** What a page's form would send with the button of this name. */
export function filledForm(document: Document, buttonName: string): Readonly<Record<string, string>> {
  const form = document.forms[0]!;
  const button = [...form.querySelectorAll('button')].find(({ textContent }) => textContent === buttonName)!;
  const inputs = [...form.querySelectorAll('input')].map(({ name, value }) => [name, value]);
  return { ...Object.fromEntries(inputs), [button.name]: button.value };
}

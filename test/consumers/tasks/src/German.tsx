import { DiscovrProvider, type DiscovrClient } from 'discovr-react';
import { de } from 'discovr-react/locales/de';
import type { ReactNode } from 'react';

// At module level, so that they are merged once.
const messages = { ...de, form: { ...de.form, apply: 'Los' } };

export function German({ client, children }: { client: DiscovrClient; children: ReactNode }) {
  return (
    <DiscovrProvider client={client} locale="de" messages={messages} colorScheme="dark">
      {children}
    </DiscovrProvider>
  );
}

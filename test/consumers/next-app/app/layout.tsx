import 'discovr-react/styles.css';
import type { ReactNode } from 'react';
import { Discovr } from './Discovr';

export const metadata = { title: 'Discovr in the app router' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      {/* Not in the metadata, which Next streams: a browser that does not find the icon in time requests `/favicon.ico`. */}
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <Discovr>{children}</Discovr>
      </body>
    </html>
  );
}

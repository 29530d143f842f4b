import 'discovr-react/styles.css';
import type { ReactNode } from 'react';
import { Discovr } from './Discovr';

export const metadata = { title: 'Discovr in the app router', icons: { icon: 'data:,' } };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Discovr>{children}</Discovr>
      </body>
    </html>
  );
}

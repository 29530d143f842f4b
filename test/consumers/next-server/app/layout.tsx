import 'discovr-react/styles.css';
import { Suspense, type ReactNode } from 'react';
import { Discovr } from '../discovr/Discovr';
import { visit } from '../discovr/visit';
import './page.css';

export const metadata = { title: 'Discovr on a server' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <Suspense>
          <WithSession>{children}</WithSession>
        </Suspense>
      </body>
    </html>
  );
}

async function WithSession({ children }: { children: ReactNode }) {
  const { initialSession } = await visit();
  return <Discovr initialSession={initialSession}>{children}</Discovr>;
}

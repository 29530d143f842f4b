import type { DehydratedState } from '@tanstack/react-query';
import { DiscovrHydration, type SessionState } from 'discovr-react';
import { Route, Routes, useParams } from 'react-router';
import { Browse } from './Browse';
import { Discovr } from './discovr/Discovr';

/** What the server has read for the first render. */
export interface AppProps {
  initialSession: SessionState;
  state: DehydratedState;
}

export function App({ initialSession, state }: AppProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Discovr on a server</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/client.css" />
      </head>
      <body>
        <Discovr initialSession={initialSession}>
          <DiscovrHydration state={state}>
            <Routes>
              <Route index element={<Browse />} />
              <Route path="title/:id" element={<Title />} />
            </Routes>
          </DiscovrHydration>
        </Discovr>
      </body>
    </html>
  );
}

function Title() {
  const { id } = useParams();
  return <h1>Title {id}</h1>;
}

import 'discovr-react/styles.css';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App, type AppProps } from './App';
import './page.css';

declare const appProps: AppProps;

hydrateRoot(
  document,
  <StrictMode>
    <BrowserRouter>
      <App {...appProps} />
    </BrowserRouter>
  </StrictMode>,
);

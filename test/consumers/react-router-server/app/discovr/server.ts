import { createDiscovrServer } from 'discovr-react/server';

export const discovr = createDiscovrServer({
  clientId: 'my-app',
  basePath: process.env['VITE_DISCOVR_API'], // the emulator's URL during development
  origin: process.env['APP_ORIGIN'], // 'https://app.example'
  secret: process.env['DISCOVR_SECRET'] ?? '', // openssl rand -base64 32
});

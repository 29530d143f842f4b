import { createSessionSource, DiscovrClient } from '../../src/client/index.js';

/** The browser half of an app with a server: buttons, and an `<output>` that shows the session. */
const basePath = document.documentElement.dataset['api'] ?? '';
const client = new DiscovrClient('my-app', {
  basePath,
  sessionSource: createSessionSource('/api/discovr'),
  // Playwright gives each page the focus, also while the user is in the popup.
  webSignIn: { environment: { hasFocus: () => document.documentElement.dataset['isLeft'] === undefined } },
});
const output = document.createElement('output');
document.body.append(output);

const show = () => (output.textContent = JSON.stringify(client.getSession()));
client.onAuthStateChanged(show);
const button = (label: string, act: () => unknown) => {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', act);
  document.body.append(element);
};
button('Popup', async () => {
  const ended = await client.signInWithPopup().catch((error: Error) => error);
  document.documentElement.dataset['popup'] = ended instanceof Error ? ended.message : 'signed in';
});
button('Redirect', () => client.signInWithWebAuth({ returnTo: '/films?kind=new' }));
button('Page', async () => {
  if (client.getSession().status !== 'active') await client.selectProfile((await client.getProfiles())[0]!.id);
  output.textContent = (await client.createPage()).id;
});
button('Sign out', () => client.signOut());
client.connect();
void client.refreshSignIn().then(show);

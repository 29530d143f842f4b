import { DiscovrClient, isDiscovrError } from '../../src/client/index.js';

/** An app without a framework, as a page of its own: buttons that sign in, and a line that tells what came of it. */
const parameters = new URLSearchParams(location.search);
const basePath = parameters.get('api') ?? sessionStorage.getItem('api') ?? '';
sessionStorage.setItem('api', basePath);
const client = new DiscovrClient('tabs-app', { basePath });
const line = document.createElement('output');
document.body.append(line);

const tell = (end: Promise<unknown>) => {
  line.textContent = 'waiting';
  end.then(
    (result) =>
      (line.textContent = `${client.isSignedIn() ? 'signed in' : 'signed out'} ${JSON.stringify(result) ?? ''}`),
    (error: unknown) => (line.textContent = isDiscovrError(error) ? error.code : String(error)),
  );
};
const button = (label: string, act: () => void) => {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', act);
  document.body.append(element);
};
button('Window', () => tell(client.signInWithPopup()));
button('Redirect', () => tell(client.signInWithWebAuth({ returnTo: '/films' })));
button('Dispose', () => client.dispose());
// Without a click before it, which browsers block.
tell(parameters.has('opens') ? client.signInWithPopup() : client.completeWebSignIn());

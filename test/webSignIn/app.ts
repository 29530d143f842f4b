import { DiscovrClient, isDiscovrError } from '../../src/client/index.js';

/** An app without a framework: buttons that sign in, and an `<output>` that shows the result. */
const parameters = new URLSearchParams(location.search);
const basePath = parameters.get('api') ?? sessionStorage.getItem('api') ?? '';
sessionStorage.setItem('api', basePath);
const client = new DiscovrClient('tabs-app', { basePath });
const output = document.createElement('output');
document.body.append(output);

const show = (signIn: Promise<unknown>) => {
  output.textContent = 'waiting';
  signIn.then(
    (result) =>
      (output.textContent = `${client.isSignedIn() ? 'signed in' : 'signed out'} ${JSON.stringify(result) ?? ''}`),
    (error: unknown) => (output.textContent = isDiscovrError(error) ? error.code : String(error)),
  );
};
const button = (label: string, act: () => void) => {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', act);
  document.body.append(element);
};
button('Popup', () => show(client.signInWithPopup()));
button('Redirect', () => show(client.signInWithWebAuth({ returnTo: '/films' })));
button('Dispose', () => client.dispose());
// With `?opens`, the popup opens without a click, which browsers block.
show(parameters.has('opens') ? client.signInWithPopup() : client.completeWebSignIn());

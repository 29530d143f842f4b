import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.jsx';
import 'discovr-react/styles.css';

const data = JSON.parse(document.getElementById('data').textContent);
const root = document.getElementById('root');
const app = <App {...data} onMounted={() => (globalThis.bench.mountedAt = performance.now())} />;
if (data.initialSession) hydrateRoot(root, app);
else createRoot(root).render(app);

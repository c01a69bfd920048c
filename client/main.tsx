/** Starts the interface, in the viewer's language. Knows no page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './ui/calm.css';
import './app/pages.css';
import { App } from './app/App.tsx';
import { showCalm } from './board/calm.ts';
import { currentLanguage, setLanguage, tellDocument } from './i18n/language.ts';
import { loadTexts } from './i18n/text.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');
try {
  await loadTexts(currentLanguage());
} catch {
  // The texts of the other language did not arrive: Spanish is built in.
  setLanguage('es');
}
tellDocument();
showCalm();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// This device keeps the product's own files (offline/worker.ts), once this page has what it needs itself. Where there are no
// service workers (a plain http address, some private windows) or one is refused, everything else goes on.
const KEEP_AFTER_MS = 4000;
setTimeout(() => navigator.serviceWorker?.register('/sw.js').catch(() => undefined), KEEP_AFTER_MS);

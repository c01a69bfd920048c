/** Starts the interface, in the viewer's language. Knows no page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './app/pages.css';
import { App } from './app/App.tsx';
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
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

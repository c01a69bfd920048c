/** Starts the interface. Knows no page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './app/pages.css';
import { App } from './app/App.tsx';
import { tellDocument } from './i18n/language.ts';

tellDocument();
const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** How the client is bundled. Knows no server: in development and in production the server serves `dist/client`. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Two copies of Yjs break every `instanceof`, two of React break hooks.
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs in scripts: the content security policy stays plain.
    assetsInlineLimit: 0,
    // tldraw is one lazy chunk of about 1.5 MB by nature.
    chunkSizeWarningLimit: 2000,
  },
});

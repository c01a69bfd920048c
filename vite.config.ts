/** How the client is bundled. Knows no server: in development and in production the server serves `dist/client`. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { offlineWorker } from './tools/offline-worker.ts';

// Dozens of small files compress badly, and each has its name in the first one. Two parts are always fetched together
// and are one file each: what every page and the door need, and the rest of a board. So are four that several later pages
// share: what the closing is made of, the slides of a room, the fields of forms, and files. All else stays as its lazy
// import divides it.
const ENTRY = ['client/main.tsx'];
const FIRST_PAGES = ['client/app/HomePage.tsx', 'client/app/DoorPage.tsx'];
const BOARD = ['client/app/BoardPage.tsx', 'client/call/CallStrip.tsx'];
const CLOSING = [
  'shared/board/closing.ts',
  'shared/template/feedback.ts',
  'client/pages/ProgressMark.tsx',
  'client/board/use-root.ts',
  'client/board/turn-of.ts',
];
// Days in words are the door's and the slides' of a room, and not the board's: with the slides, the door would fetch them.
const DAYS = ['shared/days.ts'];
const ROOM = ['client/call/room/RoomRemote.tsx', 'client/call/room/WithDeck.tsx', 'client/call/room/place.ts'];
const FORMS = ['client/ui/Select.tsx', 'client/ui/Switch.tsx', 'client/ui/TextField.tsx'];

// What boards and pages keep as files, and how they say what went wrong.
const FILES = [
  'client/panels/board-file.ts',
  'client/panels/file-name.ts',
  'client/panels/refusal-key.ts',
  'client/panels/OwnReport.tsx',
];

/** Whether a module is fetched with these files in any case: they import it plainly, directly or not. */
function isReached(id: string, files: readonly string[], context: Rolldown.ChunkingContext): boolean {
  const known = reachedFrom.get(files);
  if (known) return known.has(id);
  const reached = new Set(files.map((file) => resolve(import.meta.dirname, file)));
  for (const one of reached) for (const next of context.getModuleInfo(one)?.importedIds ?? []) reached.add(next);
  reachedFrom.set(files, reached);
  return reached.has(id);
}
/** Every module is asked about; what is reached is the same for all. */
const reachedFrom = new Map<readonly string[], ReadonlySet<string>>();
const groups: Rolldown.CodeSplittingGroup[] = [
  {
    debugName: 'start',
    priority: 4,
    name: (id, context) => {
      // It waits for texts while it starts: no part may wait for it in turn.
      if (id === resolve(import.meta.dirname, ENTRY[0] ?? '')) return null;
      const isShared = isReached(id, FIRST_PAGES, context) && isReached(id, BOARD, context);
      return isShared || isReached(id, ENTRY, context) ? 'start' : null;
    },
  },
  { debugName: 'board', priority: 3, name: (id, context) => (isReached(id, BOARD, context) ? 'board' : null) },
  { debugName: 'days', priority: 3, name: (id, context) => (isReached(id, DAYS, context) ? 'days' : null) },
  ...Object.entries({ closing: CLOSING, room: ROOM, forms: FORMS, files: FILES }).map(([name, files]) => ({
    debugName: name,
    priority: 2,
    name: (id: string, context: Rolldown.ChunkingContext) => (isReached(id, files, context) ? name : null),
  })),
];

/** A class of a style file: its own name and one for the file. Vite's own adds the line, which a phone would fetch too. */
const scopedName = (name: string, file: string): string =>
  `${name}_${createHash('sha256')
    .update(relative(import.meta.dirname, file))
    .digest('base64url')
    .slice(0, 4)}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), offlineWorker()],
  css: { modules: { generateScopedName: scopedName } },
  resolve: {
    // Two copies of Yjs break every `instanceof`, two of React break hooks.
    dedupe: ['yjs', 'react', 'react-dom'],
    alias: [
      { find: /^lib0\/logging$/, replacement: resolve(import.meta.dirname, 'client/sync/plain-logging.ts') },
      // React has had this itself since 18.
      { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
    ],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs in scripts: the content security policy stays plain.
    assetsInlineLimit: 0,
    // tldraw is one lazy chunk of about 1.5 MB by nature.
    chunkSizeWarningLimit: 2000,
    // Where a browser does not know the hint, the script is fetched when it is imported.
    modulePreload: {
      polyfill: false,
      // A part is asked for by its own import, and what every page has is there: neither needs a hint in the scripts.
      resolveDependencies: (part, needs, { hostType }) =>
        hostType === 'html'
          ? needs
          : needs.filter((need) => need !== part && !/\/(start|rolldown-runtime)-/.test(need)),
    },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});

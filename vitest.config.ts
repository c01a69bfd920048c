/** The four kinds of test and how they share the machine. Knows nothing about what they check. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const everyTest = 'test/**/*.test.{ts,tsx}';
const domTests = 'test/**/*.dom.test.tsx';
const faultTests = 'test/faults/**/*.test.ts';
const e2eTests = 'test/e2e/**/*.test.ts';

/** What tests of one part share. */
const ofOnePart = {
  // A part of a page is tested without the page that brings its texts.
  setupFiles: ['test/kit/fresh-start.ts', 'test/kit/all-texts.ts'],
  testTimeout: 20_000,
  sequence: { groupOrder: 0, setupFiles: 'list' as const },
};

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  test: {
    maxWorkers: 2,
    // Node's own storage, which a test may stumble on: it warns each time, and no browser has it that way.
    execArgv: ['--no-experimental-webstorage'],
    // The usual second measures how busy the machine is.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...ofOnePart,
          name: 'unit',
          environment: 'node',
          include: [everyTest],
          // What tools of test/ bring along has tests of its own.
          exclude: [domTests, faultTests, e2eTests, '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...ofOnePart,
          name: 'dom',
          environment: 'jsdom',
          include: [domTests],
          setupFiles: [...ofOnePart.setupFiles, 'test/kit/fresh-page.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: [faultTests],
          // Real processes under load, one file at a time: two of them would measure each other.
          fileParallelism: false,
          testTimeout: process.env.TEMPANO_SOAK === '1' ? 1_800_000 : 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: [e2eTests],
          globalSetup: ['test/kit/before-walks.ts'],
          // One browser walk at a time, after everything else: two of them starve each other on two cores.
          fileParallelism: false,
          setupFiles: ['test/kit/fresh-start.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

/**
 * The tests that mutants meet: those of what the relay and the shared rules are made of, without processes or browsers, or
 * those that were asked for (`run.ts`).
 */
import { defineConfig } from 'vitest/config';

const asked = process.env.TEMPANO_MUTANTS_MEET ?? '';
const every = ['test/server/{sync,ws,commands}/**/*.test.ts', 'test/shared/**/*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    include: asked === '' ? every : asked.split(','),
    setupFiles: ['test/kit/all-texts.ts'],
    testTimeout: 20_000,
  },
});

/** The tests that mutants meet: those of what the relay and the shared rules are made of, without processes or browsers. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/server/{sync,ws,commands}/**/*.test.ts', 'test/shared/**/*.test.ts'],
    setupFiles: ['test/kit/all-texts.ts'],
    testTimeout: 20_000,
  },
});

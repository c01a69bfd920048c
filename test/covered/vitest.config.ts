/** The tests as always, with what they run of the server and the shared rules counted. */
import { defineConfig, mergeConfig } from 'vitest/config';
import every from '../../vitest.config.ts';
import { counted } from './places.ts';

export default mergeConfig(
  every,
  defineConfig({
    test: {
      setupFiles: ['test/covered/setup.ts'],
      coverage: {
        enabled: true,
        // Vitest's own, which is not among the packages of the project.
        provider: 'custom',
        customProviderModule: 'test/covered/node_modules/@vitest/coverage-v8/dist/index.js',
        include: ['{server,shared}/**/*.{ts,mjs}'],
        reporter: ['json'],
        reportOnFailure: true,
        reportsDirectory: counted,
      },
    },
  }),
);

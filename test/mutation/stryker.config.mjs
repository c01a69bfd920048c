/** What is changed on purpose, and how it is told. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
  mutate: ['server/sync/**/*.ts', 'shared/**/*.ts'],
  coverageAnalysis: 'perTest',
  // Messages for the log and reasons to close are words: another word is no other behaviour.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { logTests: false, reportTests: false },
  tempDirName: '.tmp/mutants',
};

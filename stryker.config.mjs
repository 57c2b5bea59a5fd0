/** Mutation testing of what decides who sees what: each change to these files must turn a pure test red. */
export default {
  plugins: ['./test/mutants/runner.mjs'],
  testRunner: 'one-process',
  // Which mutants are reached at all, and how often: from that follows what is an endless loop.
  coverageAnalysis: 'all',
  // The words a person reads are pinned by their own tests, not letter by letter.
  // Word lists of redaction are data: one word lost from them only has more looked at or held back (name-like-words), leaves a hint out (english-words, place-words) or fails the table of roads.
  mutate: ['src/policy/**/*.ts', '!src/policy/{handling,words-of-conditions,policy-tables}.ts', 'src/domain/sharing/**/*.ts', 'src/domain/redaction/**/*.ts', '!src/domain/redaction/{english-words,name-like-words,place-words,thoroughfares}.ts', 'src/domain/interview/content-hash.ts', '!**/*.d.ts'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 30_000,
  warnings: { slow: false },
  tempDirName: 'reports/stryker',
  ignorePatterns: ['dist', 'reports', 'data'],
  allowEmpty: false,
};

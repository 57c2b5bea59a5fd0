/** Mutation testing of what decides who sees what: each change to these files must turn a pure test red. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'jest.pure.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // The words a person reads are pinned by their own tests, not letter by letter.
  mutate: ['src/policy/**/*.ts', '!src/policy/{handling,words-of-conditions,policy-tables}.ts', 'src/domain/sharing/**/*.ts', 'src/domain/redaction/**/*.ts', 'src/domain/interview/content-hash.ts'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  // A run in one process keeps what it loaded; after so many it begins anew.
  maxTestRunnerReuse: 40,
  timeoutMS: 20_000,
  warnings: { slow: false },
  tempDirName: 'reports/stryker',
  ignorePatterns: ['dist', 'reports', 'data'],
  allowEmpty: false,
};

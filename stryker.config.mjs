/** Mutation testing of what decides who sees what: each change to these files must turn a pure test red. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'jest.pure.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: ['src/policy/**/*.ts', 'src/domain/sharing/**/*.ts', 'src/domain/redaction/**/*.ts', 'src/domain/interview/content-hash.ts'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  tempDirName: 'reports/stryker',
  ignorePatterns: ['dist', 'reports', 'data'],
  allowEmpty: false,
};

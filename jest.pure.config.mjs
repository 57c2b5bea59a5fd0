import base from './jest.config.mjs';

/** The pure tests alone: no database, no ports; what mutation testing runs over and over. */
const { globalSetup: _setup, globalTeardown: _teardown, ...pure } = base;

export default {
  ...pure,
  maxWorkers: 1,
  testSequencer: './test/support/most-telling-first.mjs',
  testMatch: ['<rootDir>/test/policy/**/*.test.ts', '<rootDir>/test/domain/{sharing,redaction,decision,interview}/**/*.test.ts'],
};

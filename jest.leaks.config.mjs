import base from './jest.config.mjs';

/** What `npm run leaks` runs: the twin worlds at length, and the time an answer takes, which no quick suite can tell. */
export default { ...base, testMatch: ['<rootDir>/test/leaks/told-worlds.test.ts', '<rootDir>/test/leaks/41-time.leaks.ts'], testTimeout: 600_000 };

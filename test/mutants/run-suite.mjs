import { expect } from 'expect';
import { addEventHandler, afterAll, afterEach, beforeAll, beforeEach, describe, it, removeEventHandler, resetState, run, test } from 'jest-circus';

/** What jest gives a suite without its asking. */
Object.assign(globalThis, { expect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach });

/**
 * Runs the tests of one suite. `unloaded` is the error that kept it from being loaded; then it has no tests. With `bail` the
 * tests after the first that fails are left out.
 */
export async function runSuite(load, { suite, bail }) {
  resetState();
  try {
    load(suite);
  } catch (error) {
    resetState();
    return { tests: [], unloaded: `${suite}: ${textOf(error)}` };
  }
  const tests = [];
  const hear = ({ name, test: told }) => {
    if (name === 'test_start' && bail && tests.some(({ failure }) => failure !== null)) {
      told.mode = 'skip';
    }
    if (name === 'test_done') {
      tests.push({ name: nameOf(told), ms: told.duration ?? 0, failure: told.errors.length === 0 ? null : textOf(told.errors.flat()[0]) });
    }
  };
  addEventHandler(hear);
  try {
    const { unhandledErrors } = await run();
    return { tests, unloaded: unhandledErrors.length === 0 ? null : unhandledErrors.join('\n') };
  } finally {
    removeEventHandler(hear);
  }
}

function nameOf(told) {
  const names = [];
  for (let each = told; each.parent !== undefined; each = each.parent) {
    names.unshift(each.name);
  }
  return names.join(' ');
}

const textOf = (error) => String(error?.stack ?? error);

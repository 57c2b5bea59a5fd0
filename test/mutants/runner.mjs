import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { Room } from './load-afresh.mjs';
import { runSuite } from './run-suite.mjs';
import { Order, SUITES } from './suites.mjs';

/** After so many mutants the suites are run as they stand: were anything left behind by one of them, they would be red. */
const CONTROL_AFTER = 100;

/**
 * Runs the pure suites again and again in one process, each time with all modules loaded anew: rules are made when their
 * module is loaded, so most changes are of that moment, and a test engine begun anew for each would take an hour and a half.
 */
class OneProcessRunner {
  static inject = [commonTokens.logger];
  // The changed sources look here which change is on.
  #namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #room = new Room(process.cwd());
  #order = new Order(this.#room.files(SUITES));
  #ran = 0;
  #tainted = null;

  constructor(log) {
    this.log = log;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const result = await this.#run({ bail: false });
    return { ...result, mutantCoverage: this.#namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id, fileName }, hitLimit, disableBail }) {
    this.#ran += 1;
    if (this.#ran % CONTROL_AFTER === 0) {
      await this.#control();
    }
    if (this.#tainted !== null) {
      return { status: 'error', errorMessage: this.#tainted };
    }
    Object.assign(this.#namespace, { activeMutant: id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      const result = await this.#run({ bail: !disableBail, changed: fileName });
      return toMutantRunResult(determineHitLimitReached(this.#namespace.hitCount, hitLimit) ?? result);
    } finally {
      Object.assign(this.#namespace, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    }
  }

  async #control() {
    const { status, tests, errorMessage } = await this.#run({ bail: true });
    const red = tests?.find((each) => each.status === TestStatus.Failed);
    if (status !== DryRunStatus.Complete || red !== undefined) {
      this.#tainted = `After ${this.#ran} mutants the suites are red without any: ${errorMessage ?? red.failureMessage}`;
      this.log.error(this.#tainted);
    }
  }

  async #run({ bail, changed }) {
    const load = this.#room.filling();
    const all = [];
    const unloaded = [];
    for (const suite of this.#order.for(changed)) {
      const ran = await runSuite(load, { suite, bail });
      all.push(...ran.tests);
      unloaded.push(...(ran.unloaded === null ? [] : [ran.unloaded]));
      if (bail && ran.tests.some(({ failure }) => failure !== null)) {
        this.#order.noticed(changed, suite);
        return { status: DryRunStatus.Complete, tests: all.map(resultOf) };
      }
    }
    // A suite that cannot be loaded has tested nothing, and does not count as having noticed.
    return unloaded.length > 0 ? { status: DryRunStatus.Error, errorMessage: unloaded.join('\n') } : { status: DryRunStatus.Complete, tests: all.map(resultOf) };
  }
}

function resultOf({ name, ms, failure }) {
  const test = { id: name, name, timeSpentMs: ms };
  return failure === null ? { ...test, status: TestStatus.Success } : { ...test, status: TestStatus.Failed, failureMessage: failure };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcessRunner)];

import Sequencer from '@jest/test-sequencer';

/** The suites that hold most rules at once; what they notice, the others need not be asked. */
const TELLING = ['policy/cells', 'policy/may-do', 'policy/explain-access', 'policy/house-policy', 'sharing/', 'redaction/'];

/** Mutation testing stops at the first suite that goes red, so those that tell most come first. */
export default class MostTellingFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = TELLING.findIndex((part) => path.replaceAll('\\', '/').includes(part));
      return found < 0 ? TELLING.length : found;
    };
    return [...tests].sort((one, other) => place(one) - place(other) || (one.path < other.path ? -1 : 1));
  }
}

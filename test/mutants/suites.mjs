/** The pure suites: no database, no ports. */
export const SUITES = ['test/policy/**/*.test.ts', 'test/domain/{sharing,redaction,decision,interview}/**/*.test.ts'];

/** The suites that hold most rules at once; the one whose tables are gone through several times over is asked last. */
const FIRST = ['policy/cells', 'policy/may-do', 'policy/house-policy', 'sharing/', 'redaction/'];
const LAST = 'policy/explain-access';

/** The order of suites for changes to one file: what noticed the last change to it is likely to notice the next. */
export class Order {
  #noticed = new Map();

  constructor(suites) {
    this.suites = suites.toSorted((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
  }

  for(file) {
    const first = this.#noticed.get(file);
    return first === undefined ? this.suites : [first, ...this.suites.filter((suite) => suite !== first)];
  }

  noticed(file, suite) {
    this.#noticed.set(file, suite);
  }
}

function placeOf(suite) {
  const name = suite.replaceAll('\\', '/');
  if (name.includes(LAST)) {
    return FIRST.length + 1;
  }
  const found = FIRST.findIndex((part) => name.includes(part));
  return found < 0 ? FIRST.length : found;
}

/** The pure suites: no database, no ports. */
export const SUITES = ['test/policy/**/*.test.ts', 'test/domain/{sharing,redaction,decision,interview}/**/*.test.ts'];

/** The suites that hold most rules at once; those whose tables are gone through several times over, or whose texts are long, are asked last. */
const FIRST = ['policy/cells', 'policy/may-do', 'policy/house-policy', 'sharing/', 'redaction/'];
const LAST = ['policy/explain-access', 'redaction/longest-texts'];

/**
 * The order of suites for changes to one file: what noticed the last change to it is likely to notice the next, then the
 * quick ones of its own folder.
 */
export class Order {
  #noticed = new Map();

  constructor(suites) {
    this.suites = suites.toSorted((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
  }

  for(file) {
    const first = this.#noticed.get(file);
    const near = this.suites.filter((suite) => folderOf(suite) === folderOf(file) && !isLast(suite));
    return [...new Set([...(first === undefined ? [] : [first]), ...near, ...this.suites])];
  }

  noticed(file, suite) {
    this.#noticed.set(file, suite);
  }
}

function placeOf(suite) {
  const name = withSlashes(suite);
  if (isLast(suite)) {
    return FIRST.length + 1;
  }
  const found = FIRST.findIndex((part) => name.includes(part));
  return found < 0 ? FIRST.length : found;
}

const isLast = (suite) => LAST.some((part) => withSlashes(suite).includes(part));
/** `domain/redaction` of a source and of its suite alike; nothing where no file is named. */
const folderOf = (file) => /^(?:.*\/)?(?:src|test)\/(.*)\/[^/]*$/.exec(withSlashes(file ?? ''))?.[1];
const withSlashes = (file) => file.replaceAll('\\', '/');

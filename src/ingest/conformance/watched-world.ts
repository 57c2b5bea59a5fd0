import { createRequire, syncBuiltinESMExports } from 'node:module';

/**
 * A process in which reading is watched: the clock stands still, and whatever an adapter touches of the world outside is
 * written down and refused. To be put up before the adapter is loaded, so that nothing it keeps hold of escapes.
 */
export interface WatchedWorld {
  /** What was touched during the work, each once. */
  readonly touched: ReadonlySet<string>;
  /** Only what happens inside is watched: loading a module reads files. */
  watch<T>(work: () => T): T;
}

const MODULES = ['fs', 'fs/promises', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'http', 'https', 'http2', 'child_process', 'worker_threads'];
const RANDOM = ['randomBytes', 'randomUUID', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'];
const EVERYWHERE = ['fetch', 'WebSocket', 'EventSource', 'setTimeout', 'setInterval', 'setImmediate'];
const SPOKEN = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'];

type Functions = Record<string, unknown>;

/** Puts the watch up. `now`: what the clock shows from now on. */
export function watchedWorld(now: number): WatchedWorld {
  const touched = new Set<string>();
  let watching = false;
  const guard = (owner: object, name: string, known: string): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    // Any object can be asked for a name; what is inherited is covered by one of its own.
    const value = (owner as Functions)[name];
    if (typeof value !== 'function' || (own !== undefined && own.writable !== true && own.configurable !== true)) {
      return;
    }
    const told = (): void => {
      if (watching) {
        touched.add(known);
        // Not a HubError: to the adapter this is the world being away, whatever it is.
        throw new TypeError(`${known} is not for adapters`);
      }
    };
    const guarded = new Proxy(value as (...given: unknown[]) => unknown, {
      apply: (target, self, given) => (told(), Reflect.apply(target, self, given)),
      construct: (target, given, made) => (told(), Reflect.construct(target, given, made) as object),
    });
    Object.defineProperty(owner, name, { value: guarded, writable: true, configurable: true, enumerable: true });
  };
  for (const { owner, names, known } of whatIsGuarded()) {
    names.forEach((name) => {
      guard(owner, name, `${known}${name}`);
    });
  }
  syncBuiltinESMExports();
  standStill(now);
  return {
    touched,
    watch(work) {
      watching = true;
      try {
        return work();
      } finally {
        watching = false;
      }
    },
  };
}

function whatIsGuarded(): { readonly owner: object; readonly names: readonly string[]; readonly known: string }[] {
  const load = createRequire(import.meta.url);
  const modules = MODULES.map((name) => {
    // What a module of Node's exports is an object of functions, classes and constants.
    const owner = load(`node:${name}`) as Functions;
    return { owner, names: Object.keys(owner), known: `${name}.` };
  });
  return [
    ...modules,
    { owner: load('node:crypto') as Functions, names: RANDOM, known: 'crypto.' },
    { owner: Object.getPrototypeOf(globalThis.crypto) as object, names: RANDOM, known: 'crypto.' },
    { owner: Math, names: ['random'], known: 'Math.' },
    { owner: globalThis, names: EVERYWHERE, known: '' },
    { owner: console, names: SPOKEN, known: 'console.' },
    { owner: process.stdout, names: ['write'], known: 'stdout.' },
    { owner: process.stderr, names: ['write'], known: 'stderr.' },
  ];
}

/** Whoever asks for the time is answered, so that libraries go on; what depends on it shows as a difference. */
function standStill(now: number): void {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now).toString(),
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now] : given, made) as object,
    get: (target, name, self) => (name === 'now' ? () => now : (Reflect.get(target, name, self) as unknown)),
  });
  performance.now = () => now % 1_000_000;
}

import type { Count } from '../../../src/domain/statistics/suppress-small.ts';
import { COUNT_NAMES, SPLITS, type CountName } from '../../../src/domain/statistics/timeliness-counts.ts';

type Shown = Readonly<Record<CountName, Count>>;
type World = Partial<Record<CountName, number>>;

/** Counts that an attacker must hold possible: they add up, agree with all that is shown, and give one count this value; null where there are none. */
export function aWorldBehind(shown: Shown, of: CountName, value: number): Readonly<Record<CountName, number>> | null {
  const least = leastOf(of, value);
  const asShown = (name: CountName, count: number): boolean => count >= (least.get(name) ?? 0) && (name !== of || count === value) && (shown[name] === 'SUPPRESSED' || shown[name] === count);
  for (let returns = 0; returns <= MOST; returns += 1) {
    const world = asShown('returns', returns) ? split({ returns }, 0, asShown) : null;
    if (world !== null) {
      // Safe: every split was gone through, and each count stands in one.
      return world as Record<CountName, number>;
    }
  }
  return null;
}
const MOST = 400;

function split(world: World, nth: number, asShown: (name: CountName, count: number) => boolean): World | null {
  const next = SPLITS[nth];
  if (next === undefined) {
    return world;
  }
  const [whole, one, other] = next;
  const sum = world[whole] ?? 0;
  for (let count = 0; count <= sum; count += 1) {
    if (asShown(one, count) && asShown(other, sum - count)) {
      const found = split({ ...world, [one]: count, [other]: sum - count }, nth + 1, asShown);
      if (found !== null) {
        return found;
      }
    }
  }
  return null;
}

/** What every count above the one in question must come to at least. */
function leastOf(of: CountName, value: number): Map<CountName, number> {
  const above = SPLITS.find(([, one, other]) => one === of || other === of);
  return above === undefined ? new Map([[of, value]]) : leastOf(above[0], value).set(of, value);
}

/** The counts that are not shown. */
export function suppressedIn(shown: Shown): CountName[] {
  return COUNT_NAMES.filter((name) => shown[name] === 'SUPPRESSED');
}

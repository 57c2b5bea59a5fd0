import { aToldWorld, type ToldWorld } from './a-told-world.ts';
import { leakRuns, tellOf } from './leak-runs.ts';

/** Pairs of questions; more tell smaller differences. */
const PAIRS = Math.max(400, Math.min(2_000, leakRuns().runs / 5));
/** What chance alone would do less than once in a thousand. */
const UNLIKELY = 3.29;

let world: ToldWorld;
beforeAll(async () => {
  world = await aToldWorld();
});
afterAll(() => world.close());

/** One id that is there and hidden, one that is not there at all, asked in turns. */
async function timesOf(persona: string, queryFor: (id: string) => string, hidden: string): Promise<{ hidden: number; absent: number }[]> {
  const absent = '00000000-0000-8000-8000-000000000000';
  const timed = async (id: string): Promise<number> => {
    const began = performance.now();
    await world.ask(persona, queryFor(id));
    return performance.now() - began;
  };
  const pairs: { hidden: number; absent: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Which comes first changes, so that neither always meets what the other has warmed.
    const first = await timed(pair % 2 === 0 ? hidden : absent);
    const second = await timed(pair % 2 === 0 ? absent : hidden);
    pairs.push(pair % 2 === 0 ? { hidden: first, absent: second } : { hidden: second, absent: first });
  }
  return pairs.slice(Math.floor(PAIRS / 10));
}

/** How many standard errors the count of "hidden took longer" lies from half: the sign test, which no outlier moves. */
function signs(pairs: readonly { hidden: number; absent: number }[]): number {
  const longer = pairs.filter(({ hidden, absent }) => hidden > absent).length;
  return (longer - pairs.length / 2) / Math.sqrt(pairs.length / 4);
}

it.each([
  ['child', 'westhaven-coordinator', (id: string) => `{ child(id: "${id}") { id givenName } }`],
  ['interview', 'brookside-manager', (id: string) => `{ interview(id: "${id}") { id state } }`],
  ['intelligence', 'larkfield-manager', (id: string) => `{ intelligence(id: "${id}") { id topic } }`],
] as const)('row 41: whether a %s is hidden or not there cannot be told by the time it takes', async (table, persona, queryFor) => {
  const [row] = await world.ingest.rows<{ id: string }>(`select id from ${table} limit 1`);
  const pairs = await timesOf(persona, queryFor, row?.id ?? '');
  const off = signs(pairs);
  tellOf({ timed: table, pairs: pairs.length, standardErrors: off.toFixed(2) });
  expect(Math.abs(off)).toBeLessThan(UNLIKELY);
});

import { agencyOfPerson } from '../../src/domain/sharing/audience.ts';
import { OPENINGS } from '../../src/domain/authority/openings.ts';
import type { NamedAs } from '../../src/domain/fold/relation.ts';
import { HANDLING_CODES, INTELLIGENCE_ORIGINS, INTELLIGENCE_TOPICS } from '../../src/domain/intelligence/intelligence-words.ts';
import type { Family } from '../../src/policy/attributes.ts';
import { FACTS, holdsAt, type FactKind, type FactName } from '../../src/policy/facts.ts';
import type { HeldFor } from './a-world.ts';

const AGENCIES = ['north', 'south', 'east'];
const PEOPLE = ['ann@north', 'bob@north', 'ann@south'];
const CAPACITIES = ['WORKER', 'SOCIAL_WORKER', 'DECISION_MAKER', 'IRO', 'CP_COORDINATOR', 'CARER', 'PARENT', 'EMERGENCY', 'ADMITTED', 'AUTHOR'] as const satisfies readonly NamedAs[];
const each = (firsts: readonly string[], seconds: readonly string[]): string[] => firsts.flatMap((first) => seconds.map((second) => `${first}:${second}`));

/** What a fact may hold; a fact without a line of its own is YES or NO, or held by agencies. */
const VALUES: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  named: each(CAPACITIES, PEOPLE),
  shared: each(['REDACTED', 'FULL'], [...AGENCIES, ...PEOPLE]),
  opens: OPENINGS,
  heldBy: AGENCIES,
  addressed: [...each(['SENIOR_WORKER', 'TEAM_MANAGER', 'EDT'], AGENCIES), ...PEOPLE],
  owner: [...AGENCIES, ...PEOPLE],
  doer: [...AGENCIES, ...PEOPLE],
  step: ['TRIAGE', 'PREVENTION_PLAN', 'BRIEFING_ANSWER'],
  record: ['CE_SCREEN', 'FIB_FORM'],
  originator: [...AGENCIES, ...PEOPLE],
  area: AGENCIES,
  keeps: [...AGENCIES, ...PEOPLE],
  recipient: [...AGENCIES, ...PEOPLE],
  origin: INTELLIGENCE_ORIGINS,
  handling: HANDLING_CODES,
  topic: INTELLIGENCE_TOPICS,
  // Three of four are not restricted, else nearly every rule would be left out by that alone.
  restricted: ['NO', 'NO', 'NO', 'YES'],
};
const HOUR = 3_600_000;

interface Stretch {
  readonly from: number | null;
  readonly until: number | null;
}
/** A fact as a row of the database holds it, and as it is at the instant. */
interface RandomFact {
  readonly stored: unknown;
  readonly now: string | readonly string[];
}
export interface RandomFacts {
  /** By fact, as the world's factories take a standing. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly now: Readonly<Record<string, string | readonly string[]>>;
}

/** The same numbers on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Facts of one row after another, around one instant. */
export function randomFacts(seed: number, now: number): (family: Family) => RandomFacts {
  const random = seeded(seed);
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T; // The lists above are not empty.
  /** Before, over and after the instant, and ending or beginning exactly at it. */
  const periods: readonly Stretch[] = [
    { from: null, until: null },
    { from: now - HOUR, until: null },
    { from: null, until: now + HOUR },
    { from: now, until: null },
    { from: now, until: now + 1 },
    { from: null, until: now },
    { from: now - HOUR, until: now },
    { from: now + 1, until: null },
    { from: now - 2 * HOUR, until: now - HOUR },
  ];
  // Some hold for two periods, which may overlap.
  const stretches = (): Stretch[] => Array.from({ length: random(4) === 0 ? 2 : 1 }, () => oneOf(periods));
  const holds = (times: readonly Stretch[]): boolean => times.some((time) => holdsAt(time, now));
  const about = (values: readonly string[], chance: number): string[] => values.filter(() => random(chance) === 0);

  const always = (values: string | readonly string[]): RandomFact => ({ stored: values, now: values });
  const make: Readonly<Record<FactKind, (name: FactName) => RandomFact>> = {
    relation: (name) => {
      const holders = about(VALUES[name] ?? AGENCIES, name === 'named' || name === 'shared' || name === 'addressed' ? 8 : 3).map((agency) => ({ agency, times: stretches() }));
      const stored: HeldFor[] = holders.map(({ agency, times }) => ({ agency, during: rangesOf(times) }));
      return { stored, now: holders.filter(({ times }) => holds(times)).map(({ agency }) => agency) };
    },
    set: (name) => always(about(VALUES[name] ?? AGENCIES, 3)),
    word: (name) => always(oneOf(VALUES[name] ?? ['YES', 'NO'])),
    period: () => {
      const times = random(3) === 0 ? [] : stretches();
      return { stored: rangesOf(times), now: holds(times) ? 'YES' : 'NO' };
    },
  };

  return (family) => {
    // The keys of a family's facts are fact names.
    const kinds = Object.entries(FACTS[family]) as [FactName, FactKind][];
    const facts = new Map(kinds.map(([name, kind]) => [name, make[kind](name)]));
    const involved = ['responsible', 'hosts', 'forces'] as const;
    // A restriction leaves the narrow view to agencies that have to do with the child, and to no others.
    const mayKeep = (keeper: string): boolean => involved.some((name) => facts.get(name)?.now.includes(agencyOfPerson(keeper)));
    const keeps = [...AGENCIES, ...PEOPLE].filter((keeper) => facts.get('keeps')?.now.includes(keeper) && mayKeep(keeper));
    facts.set('keeps', always(keeps));
    return { stored: named(facts, 'stored'), now: named(facts, 'now') };
  };
}

function named<K extends keyof RandomFact>(facts: ReadonlyMap<FactName, RandomFact>, as: K): Readonly<Record<string, RandomFact[K]>> {
  return Object.fromEntries([...facts].map(([name, fact]) => [name, fact[as]]));
}

const iso = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString());
const rangesOf = (times: readonly Stretch[]): string => times.map(({ from, until }) => `[${iso(from)},${iso(until)})`).join(',');

import { createHash } from 'node:crypto';
import { groupBy } from '../../src/domain/fold/group-by.ts';
import { abilityOf, readableAttributes } from '../../src/policy/ability.ts';
import { RECORD_KEYS } from '../../src/policy/attributes.ts';
import { factsAt, type ChildFacts } from '../../src/policy/facts.ts';
import { housePolicy, policyOf } from '../../src/policy/policy.ts';
import { OWN_AGENCY, type ReadRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES, type Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer, NOW } from './a-gate.ts';
import { asReader, everyRow, settingsOf } from './as-reader.ts';
import { aChild, anEpisode, aPlacement, aWorld, put, type HeldFor, type World } from './a-world.ts';

const FAMILIES = ['Child', 'Placement', 'Episode'] as const;
const AGENCIES = ['north', 'south', 'east', 'west'];
const ROWS = 700;
const HOUR = 3_600_000;
/** Before, over and after this instant, and ending or beginning exactly at it. */
const PERIODS: readonly (readonly [number | null, number | null])[] = [
  [null, null],
  [NOW - HOUR, null],
  [null, NOW + HOUR],
  [NOW, null],
  [NOW, NOW + 1],
  [null, NOW],
  [NOW - HOUR, NOW],
  [NOW + 1, null],
  [NOW - 2 * HOUR, NOW - HOUR],
];

/** The same numbers on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const random = seeded(20_261_122);
const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
const iso = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString());

interface RandomRelation {
  readonly agency: string;
  readonly from: number | null;
  readonly until: number | null;
}
function randomRelation(): RandomRelation[] {
  // Some agencies stand in the relation for two periods, which may overlap.
  return [...AGENCIES, ...AGENCIES].filter(() => random(4) === 0).map((agency) => {
    const [from, until] = PERIODS[random(PERIODS.length)] ?? [null, null];
    return { agency, from, until };
  });
}
const stored = (relation: readonly RandomRelation[]): HeldFor[] =>
  [...groupBy(relation, ({ agency }) => agency)].map(([agency, periods]) => ({
    agency,
    during: periods.map(({ from, until }) => `[${iso(from)},${iso(until)})`).join(','),
  }));

describe('the rules as SQL and in memory', () => {
  let db: TestDatabase;
  let world: World;
  const policy = housePolicy();
  const facts: Record<(typeof FAMILIES)[number], Map<string, ChildFacts>> = { Child: new Map(), Placement: new Map(), Episode: new Map() };

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    const things = Array.from({ length: ROWS }, (_, n) => FAMILIES.map((family) => randomThing(family, n))).flat();
    await put(world, things);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  function randomThing(family: (typeof FAMILIES)[number], n: number): ReturnType<typeof aChild> {
    const id = idOf(`${family} ${String(n)}`);
    const relations = { responsible: randomRelation(), hosts: randomRelation(), forces: randomRelation(), providers: randomRelation() };
    const candidates = AGENCIES.filter(() => random(6) === 0);
    const missingNow = random(2) === 0 ? 'YES' : 'NO';
    facts[family].set(id, factsAt(
      {
        relations: {
          ...relations,
          candidates: candidates.map((agency) => ({ agency, from: null, until: null })),
          partners: [],
          intelligenceAgencies: [],
          named: [],
        },
        restriction: { restricted: false, awaitsNaming: false, keeps: [] },
        opens: [],
        missingNow,
        recent: [],
      },
      NOW,
    ));
    const standing = {
      responsible: stored(relations.responsible),
      hosts: stored(relations.hosts),
      forces: stored(relations.forces),
      providers: stored(relations.providers),
      candidates,
      missingNow,
    } as const;
    const child = idOf(`Child ${String(n)}`);
    const make = { Child: aChild, Placement: aPlacement, Episode: anEpisode }[family];
    return make({ id, child, standing });
  }

  /** A link to one row is null also where that row is another's; it opens by the same rules as the list beside it. */
  const isCell = (name: string): boolean => ![RECORD_KEYS, 'placement', 'child'].includes(name);

  /** Row id and every readable attribute, as CASL answers. */
  function inMemory(viewer: Viewer, family: (typeof FAMILIES)[number]): string[] {
    const ability = abilityOf(viewer);
    return [...facts[family]]
      .map(([id, those]) => [id, [...readableAttributes(ability, family, those)].filter(isCell)] as const)
      .filter(([, readable]) => readable.length > 0)
      .map(([id, readable]) => `${id} ${readable.sort().join(' ')}`)
      .sort();
  }

  /** The same as the statement answers: no attribute of these rows is null unless it is masked. */
  async function inSql(viewer: Viewer, family: (typeof FAMILIES)[number], under = policy): Promise<string[]> {
    const rows = await everyRow(world.client, under, { viewer, family });
    const shown = (row: Record<string, unknown>): string[] => Object.keys(row).filter((name) => row[name] !== null && isCell(name));
    return [...rows].map(([id, row]) => `${id} ${shown(row).sort().join(' ')}`).sort();
  }

  const viewers = READING_ROLES.flatMap((role) => AGENCIES.map((agency) => ({ role, agency })));

  it('rests on more than two thousand random rows, of which many are readable and many are not', () => {
    expect(FAMILIES.reduce((sum, family) => sum + facts[family].size, 0)).toBeGreaterThan(2_000);
    const readable = inMemory(aViewer('HUB_COORDINATOR', 'north'), 'Child').length;
    expect(readable).toBeGreaterThan(ROWS / 10);
    expect(readable).toBeLessThan(ROWS / 1.2);
  });

  const CHANGES: readonly (readonly [string, (rule: ReadRule) => ReadRule])[] = [
    ['a condition less', (rule: ReadRule) => ({ ...rule, conditions: Object.fromEntries(Object.entries(rule.conditions).filter(([fact]) => fact !== 'missingNow')) })],
    ['a field more', (rule: ReadRule) => ({ ...rule, fields: [...new Set([...rule.fields, 'nhsNumber'])] })],
    ['another relationship', (rule: ReadRule) => ('hosts' in rule.conditions ? { ...rule, conditions: { forces: OWN_AGENCY } } : rule)],
  ];
  it.each(CHANGES)('would be seen to differ by %s', async (_, change) => {
    const changed = policyOf({ ...RULES, HUB_COORDINATOR: RULES.HUB_COORDINATOR.filter(({ subject }) => subject === 'Child').map(change) }, 'changed');
    const viewer = aViewer('HUB_COORDINATOR', 'north');
    expect(await inSql(viewer, 'Child', changed)).not.toEqual(inMemory(viewer, 'Child'));
  });

  it.each(viewers)('open the same rows and cells to $role at $agency', async ({ role, agency }) => {
    const viewer = aViewer(role, agency);
    for (const family of FAMILIES) {
      expect(await inSql(viewer, family)).toEqual(inMemory(viewer, family));
    }
  });

  it.each(viewers)('lose nothing to the second wall for $role at $agency', async ({ role, agency }) => {
    const viewer = aViewer(role, agency);
    for (const family of FAMILIES) {
      const behindTheWall = await asReader(world.client, settingsOf(viewer), () => inSql(viewer, family));
      expect(behindTheWall).toEqual(inMemory(viewer, family));
    }
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { subject } from '@casl/ability';
import { abilityOf } from '../../src/policy/ability.ts';
import { allAttributesOf, RECORD_KEYS, type Family } from '../../src/policy/attributes.ts';
import { SHAPES } from '../../src/gate/shapes.ts';
import { housePolicy, policyOf } from '../../src/policy/policy.ts';
import { OWN_AGENCY, type HouseRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES, type ReadingRole, type Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer, NOW } from './a-gate.ts';
import { asReader, everyRow, settingsOf } from './as-reader.ts';
import { aChild, anEpisode, aPlacement, aWorld, put, type HeldFor, type Rows, type World } from './a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from './case-of-a-child.ts';
import { randomFacts, type RandomFacts } from './random-facts.ts';
import { aHomeProfile, aHomeReport, aLocating, anIntelligenceItem, anOffer, aPlacementAgreement, aRedaction, aReturnInterview, aRiskAssessment, aSafetyNote, aSharingRecord } from './told-of-a-child.ts';

const ROWS = 1_000;
type Make = (id: string, child: string, stored: Readonly<Record<string, unknown>>) => Rows | readonly Rows[];
// What is stored of random facts has the shape of a standing, fact by fact.
const MAKE = {
  Child: (_, id, standing) => aChild({ id, standing }),
  Placement: (id, child, standing) => aPlacement({ id, child, standing }),
  Episode: (id, child, standing) => anEpisode({ id, child, standing }),
  Offer: (id, child, standing) => anOffer({ id, child, standing }),
  ReturnStep: (id, child, { originator, step, tellsNobody, ...standing }) => aReturnStep({ id, child, standing, originator: String(originator), step: String(step), columns: { tells_nobody: tellsNobody } }),
  CaseRecord: (id, child, { originator, record, ...standing }) => aCaseRecord({ id, child, standing, originator: String(originator), columns: { record } }),
  // Holders as random facts make them.
  Concern: (id, child, { originator, addressed, ...standing }) => aConcern({ id, child, standing, originator: String(originator), addressed: addressed as HeldFor[] }),
  CaseAction: (id, child, { owner, doer, ofConcern, tellsNobody, ...standing }) => aCaseAction({ id, child, standing, owner: String(owner), doer: doer as HeldFor[], columns: { tells_nobody: tellsNobody, of_concern: ofConcern } }),
  RiskAssessment: (id, child, standing) => aRiskAssessment({ id, child, standing }),
  PlacementAgreement: (id, child, standing) => aPlacementAgreement({ id, child, standing }),
  ReturnInterview: (id, child, standing) => aReturnInterview({ id, child, standing }),
  LocatingFacts: (id, child, standing) => aLocating({ id, child, standing }),
  Redaction: (id, child, standing) => aRedaction({ id, child, standing }),
  SharingRecord: (id, child, standing) => aSharingRecord({ id, child, standing }),
  IntelligenceItem: (id, child, standing) => anIntelligenceItem({ id, child, standing }),
  SafetyNote: (id, child, { recipient, approved, tellsNobody, ...standing }) =>
    aSafetyNote({ id, child, standing, recipient: String(recipient), columns: { tells_nobody: tellsNobody }, approved: approved === 'YES' ? 'YES' : 'NO' }),
  HomeReport: (id, child, { originator, ...standing }) => aHomeReport({ id, child, standing, originator: String(originator) }),
  HomeProfile: (id, child, { originator, ...standing }) => aHomeProfile({ id, child, standing, originator: String(originator) }),
} as const satisfies Partial<Record<Family, Make>>;
type OfAChild = keyof typeof MAKE;
// The keys of MAKE.
const FAMILIES = Object.keys(MAKE) as OfAChild[];

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

describe('the rules as SQL and in memory', () => {
  let db: TestDatabase;
  let world: World;
  const policy = housePolicy();
  const next = randomFacts(20_261_122, NOW);
  const facts = new Map<OfAChild, ReadonlyMap<string, RandomFacts['now']>>();

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    for (const family of FAMILIES) {
      const things = Array.from({ length: ROWS }, (_, n) => {
        const child = idOf(`Child ${String(n)}`);
        const id = family === 'Child' ? child : randomUUID();
        const { stored, now } = next(family);
        return { id, now, rows: [MAKE[family](id, child, stored)].flat() };
      });
      facts.set(family, new Map(things.map(({ id, now }) => [id, now])));
      await put(world, things.flatMap(({ rows }) => rows));
    }
    await world.client.query('analyze');
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  /**
   * A link to one row is null also where there is no such row for the viewer, and one to rows that no rule of the role reaches is
   * no column; both open by the same rules as what stands beside them.
   */
  const isCell = (role: ReadingRole, family: Family, name: string): boolean => {
    const link = SHAPES[family].links[name];
    return name !== RECORD_KEYS && (link === undefined || (link.many && policy.rulesOn(role, link.to).length > 0));
  };

  /** Attributes that the same rules open are open together, so one of each kind is asked about and answers for all. */
  function kindsOf(role: ReadingRole, family: OfAChild): string[][] {
    const rules = policy.rulesOn(role, family);
    const kinds = new Map<string, string[]>();
    for (const attribute of allAttributesOf(family).filter((name) => isCell(role, family, name))) {
      const opening = rules.map(({ fields }) => fields.includes(attribute)).join();
      kinds.set(opening, [...(kinds.get(opening) ?? []), attribute]);
    }
    return [...kinds.values()];
  }

  /** Row id and every readable attribute, as CASL answers. */
  function inMemory(viewer: Viewer, family: OfAChild): string[] {
    const ability = abilityOf(viewer);
    const kinds = kindsOf(viewer.role, family);
    return [...(facts.get(family) ?? [])]
      .map(([id, now]) => {
        const row = subject(family, { ...now });
        return [id, kinds.filter(([one = '']) => ability.can('read', row, one)).flat()] as const;
      })
      .filter(([, readable]) => readable.length > 0)
      .map(([id, readable]) => `${id} ${[...readable].sort().join(' ')}`)
      .sort();
  }

  /** The same as the statement answers: no attribute of these rows is null unless it is masked. */
  async function inSql(viewer: Viewer, family: OfAChild, under = policy): Promise<string[]> {
    const rows = await everyRow(world.client, under, { viewer, family });
    const shown = (row: Record<string, unknown>): string[] => Object.keys(row).filter((name) => row[name] !== null && isCell(viewer.role, family, name));
    return [...rows].map(([id, row]) => `${id} ${shown(row).sort().join(' ')}`).sort();
  }

  it('rests on eighteen thousand random rows, of which many are readable and many are not', () => {
    expect([...facts.values()].reduce((sum, rows) => sum + rows.size, 0)).toBe(18_000);
    const readable = inMemory(aViewer('HUB_COORDINATOR', 'north', 'ann'), 'Child').length;
    expect(readable).toBeGreaterThan(ROWS / 10);
    expect(readable).toBeLessThan(ROWS / 1.2);
  });

  const CHANGES: readonly (readonly [string, (rule: HouseRule) => HouseRule])[] = [
    ['a condition less', (rule) => ({ ...rule, conditions: Object.fromEntries(Object.entries(rule.conditions).filter(([fact]) => fact !== 'missingNow')) })],
    ['a field more', (rule) => ({ ...rule, fields: [...new Set([...rule.fields, 'nhsNumber'])] })],
    ['another relationship', (rule) => ('hosts' in rule.conditions ? { ...rule, conditions: { forces: OWN_AGENCY } } : rule)],
  ];
  it.each(CHANGES)('would be seen to differ by %s', async (_, change) => {
    const changed = policyOf({ ...RULES, HUB_COORDINATOR: RULES.HUB_COORDINATOR.filter(({ subject: of }) => of === 'Child').map(change) }, 'changed');
    const viewer = aViewer('HUB_COORDINATOR', 'north', 'ann');
    expect(await inSql(viewer, 'Child', changed)).not.toEqual(inMemory(viewer, 'Child'));
  });

  const reached = READING_ROLES.flatMap((role) => FAMILIES.filter((family) => policy.rulesOn(role, family).length > 0).map((family) => ({ role, family })));
  it.each(reached)('C1: open the same rows and cells of $family to $role, and the second wall takes none of them away', async ({ role, family }) => {
    const viewer = aViewer(role, 'north', 'ann');
    const expected = inMemory(viewer, family);
    expect(expected).not.toEqual([]);
    expect(await inSql(viewer, family)).toEqual(expected);
    expect(await asReader(world.client, settingsOf(viewer), () => inSql(viewer, family))).toEqual(expected);
  });

  it.each(READING_ROLES)('open nothing to %s of a family that no rule of theirs reaches', async (role) => {
    for (const family of FAMILIES.filter((one) => policy.rulesOn(role, one).length === 0)) {
      expect(await inSql(aViewer(role, 'north', 'ann'), family)).toEqual([]);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { createGate, gateUnder, type Gate } from '../../src/gate/gate.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { allAttributesOf, FAMILIES } from '../../src/policy/attributes.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import { policyOf } from '../../src/policy/policy.ts';
import type { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts } from './a-gate.ts';
import { aMatchReview } from './a-match-review.ts';
import { aChild, aWorld, put, type Standing, type World } from './a-world.ts';

const inOrder = (): [string, string] => [randomUUID(), randomUUID()].sort() as [string, string];
const EVERYTHING = { MatchReview: everythingOf('MatchReview') };
const STATES = ['OPEN', 'AWAITS_OTHER_AUTHORITY'];

describe('pairs that may be one child, through the gate', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const pairs = new Map<string, { id: string; first: string; second: string }>();

  /** A child of north, and one that stands so; the facts of the pair are those of both. */
  async function aPair(name: string, other: Standing, changed: { standing?: Partial<Standing>; columns?: object } = {}): Promise<void> {
    const [first, second] = inOrder();
    const id = randomUUID();
    const own = { responsible: ['north'] };
    const standing = { responsible: ['north', ...(other.responsible ?? [])], candidates: other.candidates ?? [], ...changed.standing };
    await put(world, [aChild({ id: first, standing: own }), aChild({ id: second, standing: other })]);
    await put(world, [aMatchReview({ id, first, second, standing, columns: { ...changed.columns } })]);
    pairs.set(name, { id, first, second });
  }
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    await aPair('south', { responsible: ['south'] }, { columns: { joined_by: ['south'], revisions: { south: 3 }, state: 'AWAITS_OTHER_AUTHORITY' } });
    await aPair('nobody', { candidates: ['north', 'east'], forces: ['force'] });
    await aPair('restricted', { responsible: ['south'], restricted: 'YES', named: ['ADMITTED:ada@south', 'ADMITTED:nia@north'] }, {
      standing: { restricted: 'YES', named: ['ADMITTED:ada@south', 'ADMITTED:nia@north'] },
    });
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const queue = async (role: ReadingRole, agency: string, person?: string): Promise<string[]> => {
    const root = { name: 'matchReview', states: STATES, first: 50, after: null } as const;
    const { nodes } = await gate.page(aViewer(role, agency, person), asking(root, { MatchReview: fields('id') }));
    return nodes.map((node) => [...pairs].find(([, { id }]) => id === (node as Row)['id'])?.[0] ?? 'unknown').sort();
  };
  const read = (pair: string, role: ReadingRole, agency: string): Promise<Row | null> =>
    gate.row(aViewer(role, agency), asking({ name: 'review', id: pairs.get(pair)?.id ?? '' }, EVERYTHING));

  it.each(['HUB_COORDINATOR', 'BUSINESS_SUPPORT'] as const)('%s sees those of a child of theirs, or that may be', async (role) => {
    expect(await queue(role, 'north')).toEqual(['nobody', 'south']);
    expect(await queue(role, 'south')).toEqual(['south']);
    expect(await queue(role, 'east')).toEqual(['nobody']);
    expect(await queue(role, 'west')).toEqual([]);
  });
  it.each(READING_ROLES.filter((role) => !['HUB_COORDINATOR', 'BUSINESS_SUPPORT'].includes(role)))('%s sees none', async (role) => {
    for (const agency of ['north', 'south', 'east', 'force']) {
      expect(await queue(role, agency)).toEqual([]);
    }
  });
  it('a restricted child is in none but for those whom its restriction names', async () => {
    expect(await queue('HUB_COORDINATOR', 'north', 'nia')).toContain('restricted');
    expect(await queue('HUB_COORDINATOR', 'north', 'somebody else')).not.toContain('restricted');
    expect(await queue('HUB_COORDINATOR', 'south', 'ada')).toContain('restricted');
  });

  it('row 17: of a child that is not theirs nothing is said but how it compares: not whose it is, and no place', async () => {
    const { first, second } = pairs.get('south') ?? { first: '', second: '' };
    expect(await read('south', 'HUB_COORDINATOR', 'north')).toMatchObject({
      firstRecord: first,
      firstAgency: 'north-force',
      firstChild: { id: first },
      secondRecord: second,
      secondAgency: null,
      secondChild: null,
      ourDecision: null,
      revision: 0,
      evidence: [{ of: 'BIRTH', how: 'EQUAL', speaks: 'FOR' }, { of: 'NHS_NUMBER', how: 'DIFFERENT', speaks: 'AGAINST' }],
    });
    expect(await read('south', 'HUB_COORDINATOR', 'south')).toMatchObject({ firstAgency: null, firstChild: null, secondAgency: 'south-force', ourDecision: 'JOIN', revision: 3 });
  });
  it('of a child that may be theirs they see whose record it is, and how the places compare', async () => {
    const review = await read('nobody', 'HUB_COORDINATOR', 'north');
    expect(review).toMatchObject({ firstAgency: 'north-force', secondAgency: 'south-force', secondChild: { id: pairs.get('nobody')?.second } });
    expect(review?.['evidence']).toHaveLength(4);
  });
  it('no value of either record is in any answer', async () => {
    for (const agency of ['north', 'south', 'east']) {
      for (const pair of ['south', 'nobody']) {
        expect(JSON.stringify(await read(pair, 'BUSINESS_SUPPORT', agency))).not.toMatch(/given_name|family_name|postcode of|nhs_number of/);
      }
    }
  });
  it('a look is written down for every authority whose child is compared, under the child of the one who looks', async () => {
    await read('south', 'HUB_COORDINATOR', 'north');
    const { rows } = await world.client.query<{ controllers: string[]; children: string[] }>('select controllers, children from disclosure order by at desc, id limit 1000');
    expect(rows).toContainEqual({ controllers: ['north', 'south'], children: [pairs.get('south')?.first] });
  });

  it('the second wall keeps them to those authorities and those named, with the policy taken out', async () => {
    const open = FAMILIES.map((subject) => ({ action: 'read' as const, subject, fields: allAttributesOf(subject), conditions: {} }));
    const noPolicy = policyOf(Object.fromEntries(READING_ROLES.map((role) => [role, open])) as unknown as typeof RULES, 'none');
    const behind = gateUnder(noPolicy, gateParts(db));
    const seen = async (role: ReadingRole, agency: string, person?: string): Promise<number> => {
      const root = { name: 'matchReview', states: STATES, first: 50, after: null } as const;
      return (await behind.page(aViewer(role, agency, person), asking(root, { MatchReview: fields('id') }))).nodes.length;
    };
    for (const role of READING_ROLES) {
      const reached = ceilingOf(role).includes('likeness');
      expect([role, await seen(role, 'north'), await seen(role, 'north', 'nia'), await seen(role, 'east'), await seen(role, 'force')]).toEqual([role, ...(reached ? [2, 3, 1, 0] : [0, 0, 0, 0])]);
    }
  });
});

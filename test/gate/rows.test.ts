import { randomUUID } from 'node:crypto';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { Row, WantedField } from '../../src/gate/read-request.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts } from './a-gate.ts';
import { aChild, anEpisode, aPlacement, aWorld, put, type World } from './a-world.ts';

const STANDING = { responsible: ['north'], hosts: ['south'], forces: ['force'], providers: ['provider'] } as const;
const NORTH = aViewer('HUB_COORDINATOR', 'north');
const SOUTH = aViewer('HUB_COORDINATOR', 'south');
const POLICE = aViewer('POLICE_MISSING_TEAM', 'force');
const PROVIDER = aViewer('PLACEMENT_PROVIDER', 'provider');
const ELSEWHERE = aViewer('HUB_COORDINATOR', 'east');

describe('the rows the gate lets out', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const child = randomUUID();
  const twin = randomUUID();
  const [own, former] = [randomUUID(), randomUUID()];
  const episodes = Array.from({ length: 60 }, () => randomUUID());

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const conflicts = ['givenName', 'nhsNumber', 'familyAddress'].map((field) => ({ field, values: [{ value: `one ${field}` }, { value: `two ${field}` }] }));
    await put(world, [
      aChild({ id: child, standing: STANDING, conflicts, columns: { record_ids: [child, twin] } }),
      aPlacement({ id: own, child, standing: STANDING }),
      aPlacement({
        id: former,
        child,
        standing: { ...STANDING, hosts: ['west'], providers: ['former'] },
        columns: { from_at: '2024-01-01T00:00:00Z', until_at: '2025-01-01T00:00:00Z' },
      }),
      ...episodes.map((id, n) =>
        anEpisode({
          id,
          child,
          standing: n === 0 ? STANDING : { ...STANDING, providers: [] },
          columns: { missing_from_at: new Date(Date.UTC(2026, 0, 1 + n)).toISOString() },
        }),
      ),
    ]);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const readChild = (viewer: typeof NORTH, wanted: readonly WantedField[], id: string = child): Promise<Row | null> =>
    gate.row(viewer, asking({ name: 'child', id }, { Child: wanted }));
  const LEADS_TO: Readonly<Record<string, string>> = { episodes: 'Episode', placements: 'Placement', placement: 'Placement', child: 'Child' };
  const nested = (name: string, sub: readonly WantedField[], first?: number): WantedField => {
    const link = { name, key: name, sub: { [LEADS_TO[name] ?? '']: sub } };
    return first === undefined ? link : { ...link, first };
  };

  it('open under every record id of the group, and show one', async () => {
    expect(await readChild(NORTH, fields('id'), twin)).toEqual({ id: child });
    expect(await readChild(NORTH, fields('id'), twin.toUpperCase())).toEqual({ id: child });
  });

  it('row 16: look the same where there is none, where it is not theirs, and where the id is none of the hub', async () => {
    expect(await readChild(ELSEWHERE, fields('id'))).toBeNull();
    expect(await readChild(NORTH, fields('id'), randomUUID())).toBeNull();
    expect(await readChild(NORTH, fields('id'), "' or true --")).toBeNull();
  });

  it('are of a list those that began since the instant asked for, that one included', async () => {
    const since = Date.UTC(2026, 0, 1 + 57);
    const recent = (key: string, from: number): WantedField => ({ ...nested('episodes', fields('id'), 50), key, since: from });
    const row = await readChild(NORTH, [recent('since', since), recent('after', since + 1), nested('episodes', fields('id'), 5)]);
    const latest = [...episodes].reverse().map((id) => ({ id }));
    expect(row).toEqual({ since: latest.slice(0, 3), after: latest.slice(0, 2), episodes: latest.slice(0, 5) });
  });

  it('hold the wanted keys and nothing else', async () => {
    const row = await readChild(NORTH, [{ name: 'givenName', key: 'name' }, { name: 'givenName', key: 'again' }]);
    expect(row).toEqual({ name: `given_name of ${child}`, again: `given_name of ${child}` });
  });

  it('take any key a client may choose for a key like any other', async () => {
    const keys = ['__proto__', 'bits', 'c0', 'controllers', 'x'.repeat(100), `${'x'.repeat(99)}y`];
    const row = await readChild(PROVIDER, keys.map((key) => ({ name: key.endsWith('y') ? 'nhsNumber' : 'givenName', key })));
    expect(Object.keys(row ?? {})).toEqual(keys);
    expect(Object.values(row ?? {})).toEqual([...keys.slice(0, -1).map(() => `given_name of ${child}`), null]);
  });

  it('row 22: decide the same whatever else is asked for', async () => {
    for (const name of ['nhsNumber', 'homeAddress', 'circumstances'].slice(0, 2)) {
      expect(await readChild(PROVIDER, fields(name))).toEqual({ [name]: null });
    }
  });

  it('row 17: hang together by each row being asked about on its own', async () => {
    const wanted = [nested('placements', fields('id')), nested('episodes', fields('id'), 50)];
    expect(await readChild(NORTH, wanted)).toMatchObject({ placements: [{ id: own }, { id: former }] });
    expect(await readChild(SOUTH, wanted)).toMatchObject({ placements: [{ id: own }] });
    expect(await readChild(PROVIDER, wanted)).toEqual({ placements: [{ id: own }], episodes: [{ id: episodes[0] }] });
    const former_ = await gate.row(aViewer('PLACEMENT_PROVIDER', 'former'), asking({ name: 'child', id: child }, { Child: wanted }));
    expect(former_).toBeNull();
  });

  it('row 17: keep their masks however they are reached', async () => {
    const wanted = [nested('episodes', [nested('child', [...fields('nhsNumber', 'homeAddress'), nested('episodes', fields('circumstances'), 50)])], 1)];
    const reached = await readChild(PROVIDER, wanted);
    expect(reached).toEqual({ episodes: [{ child: { nhsNumber: null, homeAddress: null, episodes: [{ circumstances: null }] } }] });
  });

  it('stand in nested lists of one to fifty, latest first', async () => {
    const list = async (first?: number): Promise<unknown[]> => {
      const row = await readChild(NORTH, [nested('episodes', fields('id'), first)]);
      return row?.['episodes'] as unknown[];
    };
    expect(await list(2)).toEqual([{ id: episodes[59] }, { id: episodes[58] }]);
    expect(await list(1000)).toHaveLength(50);
    expect(await list(-1)).toHaveLength(1);
    expect(await list(NaN)).toHaveLength(1);
    expect(await list()).toHaveLength(50);
  });

  it('row 19: answer two lists of different sizes apart', async () => {
    const [one, two] = [nested('episodes', fields('id'), 1), nested('episodes', fields('id'), 2)];
    const row = await readChild(NORTH, [{ ...one, key: 'one' }, { ...two, key: 'two' }]);
    expect(row).toMatchObject({ one: [{}], two: [{}, {}] });
  });

  it('show the placement the child is in now', async () => {
    expect(await readChild(NORTH, [nested('placement', fields('id'))])).toEqual({ placement: { id: own } });
  });

  it('row 64: show of sources and conflicts only those of attributes the viewer may read', async () => {
    const named = async (viewer: typeof NORTH): Promise<unknown> => {
      const row = await readChild(viewer, fields('provenance', 'conflicts', 'statements', 'flags'));
      const list = (name: string, key: string): unknown[] => (row?.[name] as Record<string, unknown>[]).map((entry) => entry[key]);
      return { provenance: list('provenance', 'field'), conflicts: list('conflicts', 'field'), statements: list('statements', 'field'), flags: list('flags', 'code') };
    };
    expect(await named(NORTH)).toEqual({
      provenance: ['givenName', 'homeAddress', 'familyAddress', 'nhsNumber'],
      conflicts: ['givenName', 'nhsNumber', 'familyAddress'],
      statements: ['givenName', 'homeAddress', 'familyAddress', 'nhsNumber'],
      flags: ['OVERLAPPING_RECORDS', 'IDENTIFIER_DISPUTED'],
    });
    expect(await named(POLICE)).toEqual({
      provenance: ['givenName', 'homeAddress', 'familyAddress'],
      conflicts: ['givenName', 'familyAddress'],
      statements: ['givenName', 'homeAddress', 'familyAddress'],
      flags: ['OVERLAPPING_RECORDS'],
    });
    expect(await named(SOUTH)).toEqual({ provenance: ['givenName', 'homeAddress'], conflicts: ['givenName'], statements: ['givenName', 'homeAddress'], flags: ['OVERLAPPING_RECORDS'] });
  });

  it('show what was said of a placement to those who read provenance, a host of its own alone, and never to its home', async () => {
    const told = async (viewer: typeof NORTH): Promise<unknown> => {
      const row = await readChild(viewer, [nested('placements', fields('id', 'statements'))]);
      return (row?.['placements'] as Row[]).map((placement) => [placement['id'], (placement['statements'] as { field: string }[] | null)?.map(({ field }) => field) ?? null]);
    };
    expect(await told(NORTH)).toEqual([[own, ['from', 'urn']], [former, ['from', 'urn']]]);
    expect(await told(SOUTH)).toEqual([[own, ['from', 'urn']]]);
    expect(await told(PROVIDER)).toEqual([[own, null]]);
  });

  it("show another agency's record keys only with the numbers they may quote", async () => {
    const keys = async (viewer: typeof NORTH): Promise<unknown[]> => {
      const row = await readChild(viewer, fields('provenance'));
      return (row?.['provenance'] as Record<string, unknown>[]).map(({ recordKey }) => recordKey);
    };
    expect(await keys(NORTH)).toContain('key of givenName');
    expect(await keys(POLICE)).toContain('key of givenName');
    expect(await keys(SOUTH)).toEqual([null, null]);
  });

  it('rows 24, 61: say what is withheld, the same whether there is a value or not', async () => {
    const bare = randomUUID();
    await put(world, [{ child: aChild({ id: bare, standing: STANDING })['child'] ?? {} }]);
    const disclosure = async (id: string): Promise<unknown> => (await readChild(SOUTH, fields('disclosure'), id))?.['disclosure'];
    expect(await disclosure(child)).toEqual(await disclosure(bare));
    expect(await disclosure(child)).toMatchObject({
      withheld: expect.arrayContaining([
        { field: 'familyAddress', reason: 'ONLY_WHILE_MISSING' },
        { field: 'nhsNumber', reason: 'NOT_FOR_THIS_RELATIONSHIP' },
      ]) as unknown,
      handling: 'OFFICIAL-SENSITIVE',
    });
  });

  it('count age to the day, in England', async () => {
    const ageAt = async (time: string): Promise<unknown> =>
      (await gate.row(NORTH, asking({ name: 'child', id: child }, { Child: fields('age') }, Date.parse(time))))?.['age'];
    // Half past midnight in London on the birthday is still the day before in UTC.
    expect(await ageAt('2026-04-30T22:30:00Z')).toBe(15);
    expect(await ageAt('2026-04-30T23:30:00Z')).toBe(16);
  });

  it('are refused to a viewer that is not whole', async () => {
    for (const viewer of [{ ...NORTH, agency: '' }, { ...NORTH, person: '' }, { ...NORTH, role: 'ADMIN' as 'AUDITOR' }]) {
      await expect(readChild(viewer, fields('id'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it.each(['nhs_number', 'recordKeys', 'constructor'])('have no attribute %s', async (name) => {
    await expect(readChild(NORTH, fields(name))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('go no more than six deep', async () => {
    const deep = (depth: number): WantedField[] =>
      depth === 0 ? fields('id') : [depth % 2 === 0 ? nested('child', deep(depth - 1)) : nested('episodes', deep(depth - 1), 1)];
    expect(await readChild(NORTH, deep(5))).not.toBeNull();
    await expect(readChild(NORTH, deep(7))).rejects.toMatchObject({ code: 'QUERY_REFUSED' });
  });

  it('hold every attribute the coordinator may read', async () => {
    const row = await readChild(NORTH, everythingOf('Child'));
    // What a home keeps ready itself is the home's; the coordinator reads it among all profiles.
    expect(Object.entries(row ?? {}).filter(([, value]) => value === null)).toEqual([['homeProfiles', null]]);
  });
});

import { randomUUID } from 'node:crypto';
import { gateUnder } from '../../src/gate/gate.ts';
import { allAttributesOf, FAMILIES, RECORD_KEYS, type Family } from '../../src/policy/attributes.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import { policyOf } from '../../src/policy/policy.ts';
import type { ReadRule } from '../../src/policy/rule.ts';
import type { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts, NOW } from './a-gate.ts';
import { asReader, everyRow, settingsOf } from './as-reader.ts';
import { aChild, anEpisode, aPlacement, aWorld, put, type Standing, type World } from './a-world.ts';

/** The policy's filter taken out: every rule of every role opens everything on every row. */
const OPEN_RULES: readonly ReadRule[] = FAMILIES.map((subject) => ({ action: 'read', subject, fields: allAttributesOf(subject), conditions: {} }));
const NO_POLICY = policyOf(Object.fromEntries(READING_ROLES.map((role) => [role, OPEN_RULES])) as unknown as typeof RULES, 'none');
const PAST = '[2001-01-01T00:00:00Z,2002-01-01T00:00:00Z)';
const MINE = 'mine';
/** Every way an agency can stand to a child, and some in which it no longer does. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  responsible: { responsible: [MINE] },
  hosts: { hosts: [MINE], responsible: ['other'] },
  forces: { forces: [MINE], responsible: ['other'] },
  providers: { providers: [MINE], responsible: ['other'] },
  candidates: { candidates: [MINE], forces: ['other'] },
  former: { hosts: [{ agency: MINE, during: PAST }], providers: [{ agency: MINE, during: PAST }], responsible: ['other'] },
  none: { responsible: ['other'], hosts: ['other'], forces: ['other'], providers: ['other'], candidates: ['other'] },
};
const PICTURE = [
  'child',
  'child_contact',
  'child_address',
  'child_number',
  'child_source',
  'child_likeness',
  'placement',
  'placement_source',
  'episode',
  'episode_circumstances',
  'episode_source',
  'episode_condition',
  'child_profile',
];

describe('the second wall, with the policy taken out', () => {
  let db: TestDatabase;
  let world: World;
  const ids = new Map<string, string>();
  const standingOf = new Map<string, string>();

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    for (const [name, standing] of Object.entries(STANDINGS)) {
      const [child, episode, placement] = [randomUUID(), randomUUID(), randomUUID()];
      await put(world, [aChild({ id: child, standing }), anEpisode({ id: episode, child, standing }), aPlacement({ id: placement, child, standing })]);
      ids.set(name, child);
      [child, episode, placement].forEach((id) => standingOf.set(id, name));
    }
    await world.client.query(`insert into source_document (id, agency, system, adapter, sha256, bytes, byte_length, received_at, received_by, state)
      select gen_random_uuid(), agency, agency || '-system', 'adapter', '', '', 0, now(), '', 'RECEIVED' from unnest(array['mine', 'other']) agency`);
    await world.client.query(`insert into quarantine (id, document, agency, system, adapter, code, place, reason, remedy, shown_to, state, raised_at)
      select gen_random_uuid(), id, agency, system, adapter, 'VALUE_INVALID', '', '', '', array[agency], 'OPEN', now() from source_document`);
    await world.client.query(`insert into disclosure select gen_random_uuid(), now(), '', '', '', '', '', '', '', '', array[agency], '{}', '', '{}', ''
      from unnest(array['mine', 'other']) agency`);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const withoutPolicy = async (role: ReadingRole, family: Family): Promise<Map<string, Record<string, unknown>>> => {
    const viewer = aViewer(role, MINE);
    return asReader(world.client, settingsOf(viewer), () => everyRow(world.client, NO_POLICY, { viewer, family }));
  };
  const standings = (rows: ReadonlyMap<string, unknown>): string[] => [...rows.keys()].map((id) => standingOf.get(id) ?? 'unknown').sort();

  it('really has no policy in front of it: past the wall every row is there', async () => {
    const rows = await everyRow(world.client, NO_POLICY, { viewer: aViewer('PLACEMENT_PROVIDER', MINE), family: 'Child' });
    expect(standings(rows)).toEqual(Object.keys(STANDINGS).sort());
  });

  it.each(['HUB_COORDINATOR', 'POLICE_MISSING_TEAM', 'PLACEMENT_PROVIDER'] as const)('keeps every row of a child to the agencies that stand to it now (%s)', async (role) => {
    for (const family of ['Child', 'Placement', 'Episode'] as const) {
      expect(standings(await withoutPolicy(role, family))).toEqual(['candidates', 'forces', 'hosts', 'providers', 'responsible']);
    }
  });

  it('shows an auditor no row of a child', async () => {
    for (const family of ['Child', 'Placement', 'Episode'] as const) {
      expect((await withoutPolicy('AUDITOR', family)).size).toBe(0);
    }
  });

  /** Attributes with a table of their own, by the level of that table and the standings it is open to. */
  const LEVELS = [
    { family: 'Child', attribute: 'homeAddress', level: 'home', open: ['forces', 'hosts', 'responsible'] },
    { family: 'Child', attribute: 'familyAddress', level: 'addresses', open: ['forces', 'hosts', 'responsible'] },
    { family: 'Child', attribute: 'nhsNumber', level: 'numbers', open: ['responsible'] },
    { family: 'Child', attribute: 'personRecords', level: 'likeness', open: ['responsible'] },
    { family: 'Episode', attribute: 'circumstances', level: 'circumstances', open: ['forces', 'hosts', 'responsible'] },
    { family: 'Episode', attribute: 'returnCondition', level: 'condition', open: ['forces', 'hosts', 'providers', 'responsible'] },
    // None of these children is missing: forces and hosts have what is kept ready only while one is.
    { family: 'Child', attribute: 'profiles', level: 'profiles', open: ['responsible'] },
  ] as const;
  it.each(READING_ROLES.flatMap((role) => LEVELS.map((level) => ({ role, ...level }))))(
    'opens the table of $attribute to $role no further than its ceiling',
    async ({ role, family, attribute, level, open }) => {
      const rows = await withoutPolicy(role, family);
      const seen = [...rows].filter(([, row]) => row[attribute] !== null).map(([id]) => standingOf.get(id) ?? 'unknown');
      const reached: readonly string[] = ceilingOf(role);
      expect(seen.sort()).toEqual(reached.includes(level) ? open : []);
    },
  );

  it.each(READING_ROLES)('keeps documents, quarantine and disclosures to the agency of %s', async (role) => {
    const viewer = aViewer(role, MINE);
    const count = async (table: string, own: string): Promise<[number, number]> => {
      const { rows } = await world.client.query<{ own: number; others: number }>(
        `select count(*) filter (where ${own})::int as own, count(*) filter (where not ${own})::int as others from ${table}`,
      );
      return [rows[0]?.own ?? -1, rows[0]?.others ?? -1];
    };
    await asReader(world.client, settingsOf(viewer), async () => {
      const reached: readonly string[] = ceilingOf(role);
      const own = (level: string): [number, number] => [reached.includes(level) ? 1 : 0, 0];
      expect(await count('source_document', `agency = 'mine'`)).toEqual(own('provenance'));
      expect(await count('quarantine', `'mine' = any (shown_to)`)).toEqual(own('quarantine'));
      expect(await count('disclosure', `'mine' = any (controllers)`)).toEqual(own('disclosures'));
    });
  });

  it.each(['agency', 'ceiling', 'now'])('lets nothing out of the picture while the setting %s is missing', async (missing) => {
    const settings = Object.fromEntries(Object.entries(settingsOf(aViewer('HUB_COORDINATOR', MINE))).filter(([name]) => name !== missing));
    await asReader(world.client, settings, async () => {
      for (const table of missing === 'now' ? PICTURE.filter((name) => !name.startsWith('candidate')) : PICTURE) {
        const { rows } = await world.client.query<{ standing: string }>(`select child_id as standing from ${table}`);
        // Whether an authority is a candidate does not rest on the hour.
        expect(rows.filter(({ standing }) => missing !== 'now' || standingOf.get(standing) !== 'candidates')).toEqual([]);
      }
    });
  });

  it('lets nothing at all out while no setting is there, or all are empty', async () => {
    const empty = Object.fromEntries(Object.keys(settingsOf(aViewer('AUDITOR', MINE))).map((name) => [name, '']));
    for (const settings of [{}, empty]) {
      await asReader(world.client, settings, async () => {
        for (const table of [...PICTURE, 'quarantine', 'disclosure', 'source_freshness']) {
          expect((await world.client.query(`select 1 from ${table}`)).rows).toEqual([]);
        }
        expect((await world.client.query(`select id from source_document`)).rows).toEqual([]);
      });
    }
  });

  it('W1: stands behind the gate too', async () => {
    const gate = gateUnder(NO_POLICY, gateParts(db));
    const wanted = { Child: everythingOf('Child').filter(({ name }) => name !== RECORD_KEYS) };
    const read = (standing: string): Promise<unknown> =>
      gate.row(aViewer('PLACEMENT_PROVIDER', MINE), asking({ name: 'child', id: ids.get(standing) ?? '' }, wanted));
    expect(await read('none')).toBeNull();
    expect(await read('former')).toBeNull();
    expect(await read('providers')).toMatchObject({ homeAddress: null, familyAddress: null, nhsNumber: null, personRecords: null });
    const page = await gate.page(aViewer('PLACEMENT_PROVIDER', MINE), asking({ name: 'episodes', filter: {}, latestFirst: true, first: 100, after: null }, { Episode: fields('id') }, NOW));
    expect(page.nodes).toHaveLength(5);
  });
});

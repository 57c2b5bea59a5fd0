import { createHash, randomUUID } from 'node:crypto';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts, NOW } from './a-gate.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview } from './told-of-a-child.ts';

const POLICE = aViewer('POLICE_MISSING_TEAM', 'force');
const NORTH = aViewer('HUB_COORDINATOR', 'north');

describe('what every answer leaves behind', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const [northern, southern, unknown] = [randomUUID(), randomUUID(), randomUUID()];
  const episodes = [randomUUID(), randomUUID(), randomUUID()] as const;

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const standings = [
      { responsible: ['north'], forces: ['force'] },
      { responsible: ['south'], forces: ['force'] },
      { candidates: ['north'], forces: ['force'] },
    ];
    await put(
      world,
      [northern, southern, unknown].flatMap((id, n) => [
        aChild({ id, standing: standings[n] ?? {} }),
        anEpisode({ id: episodes[n] ?? '', child: id, standing: standings[n] ?? {}, columns: { version: 7 } }),
      ]),
    );
  });
  beforeEach(async () => {
    await world.client.query('truncate disclosure');
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  interface Written {
    readonly id: string;
    readonly at: Date;
    readonly actor: string;
    readonly agency: string;
    readonly role: string;
    readonly purpose: string;
    readonly lawful_basis: string;
    readonly operation: string;
    readonly operation_hash: string;
    readonly policy_version: string;
    readonly controllers: string[];
    readonly children: string[];
    readonly outcome: string;
    readonly body: Record<string, unknown>;
    readonly hash: string;
  }
  const written = async (): Promise<Written[]> => (await world.client.query<Written>('select * from disclosure order by at, id')).rows;
  const episodesFor = (viewer: typeof POLICE): Promise<readonly Row[]> =>
    gate
      .page(viewer, asking({ name: 'episodes', filter: {}, latestFirst: true, first: 10, after: null }, {
        Episode: [...fields('id', 'risk'), { name: 'child', key: 'child', sub: { Child: fields('givenName', 'nhsNumber') } }],
      }))
      .then(({ nodes }) => nodes);
  const childFor = (viewer: typeof POLICE, id: string): Promise<Row | null> =>
    gate.row(viewer, asking({ name: 'child', id }, { Child: fields('id', 'givenName') }));
  const logFor = async (agency: string, child: string | null = null): Promise<readonly Row[]> => {
    const root = { name: 'disclosures', child, first: 50, after: null } as const;
    return (await gate.page(aViewer('AUDITOR', agency), asking(root, { DisclosureRecord: everythingOf('DisclosureRecord') }, NOW - 1))).nodes;
  };

  it('is one row for an answer of many objects: who, why, whose, and which fields of what', async () => {
    expect(await episodesFor(POLICE)).toHaveLength(3);
    const rows = await written();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      at: new Date(NOW),
      actor: 'person at force',
      agency: 'force',
      role: 'POLICE_MISSING_TEAM',
      purpose: 'POLICING',
      lawful_basis: 'LAW_ENFORCEMENT_PART_3',
      operation: 'ATest',
      operation_hash: 'a hash',
      controllers: ['force', 'north', 'south'],
      children: [northern, southern, unknown].sort(),
      outcome: 'SHOWN',
    });
    expect(rows[0]?.body).toMatchObject({
      classes: [
        { type: 'Episode', fields: ['child', 'id', 'risk'] },
        { type: 'Child', fields: ['givenName'] },
      ],
    });
    const objects = rows[0]?.body['objects'] as unknown[][];
    expect(objects.map(([, , id]) => id).sort()).toEqual([...episodes, northern, southern, unknown].sort());
    expect(objects.map(([, , , version]) => version).sort()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('never holds a value, nor a name the client chose', async () => {
    await gate.row(NORTH, asking({ name: 'child', id: northern }, { Child: [...everythingOf('Child'), { name: 'givenName', key: 'anAliasOfTheClient' }] }));
    const text = JSON.stringify(await written());
    expect(text).toContain(northern);
    expect(text).not.toMatch(/ of [0-9a-f]{8}-|anAliasOfTheClient|2010-05-01/);
  });

  it('ends with the hash of all the rest', async () => {
    await childFor(NORTH, northern);
    const [row] = await written();
    const body: unknown = JSON.parse((await world.client.query<{ body: string }>('select body::text from disclosure')).rows[0]?.body ?? '');
    const content = row && [
      row.id,
      row.at.toISOString(),
      row.actor,
      row.agency,
      row.role,
      row.purpose,
      row.lawful_basis,
      row.operation,
      row.operation_hash,
      row.policy_version,
      row.controllers,
      row.children,
      row.outcome,
      body,
    ];
    expect(row?.hash).toBe(createHash('sha256').update(JSON.stringify(content)).digest('hex'));
  });

  it('is the same for what is not there, what is another\'s and what cannot be an id', async () => {
    for (const id of [randomUUID(), southern, 'nonsense']) {
      await childFor(NORTH, id);
    }
    const rows = await written();
    expect(rows.map(({ outcome, children, controllers, body }) => ({ outcome, children, controllers, body }))).toEqual(
      Array.from({ length: 3 }, () => ({ outcome: 'NOTHING', children: [], controllers: ['north'], body: { classes: [], controllers: [], children: [], objects: [] } })),
    );
  });

  it('is there for a refusal too', async () => {
    await expect(gate.page(NORTH, asking({ name: 'episodes', filter: {}, latestFirst: true, first: 1, after: 'forged' }, { Episode: fields('id') }))).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
    expect(await childFor(aViewer('AUDITOR', 'north'), northern)).toBeNull();
    expect((await written()).map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED']);
  });

  it('comes before the answer: where it cannot be written nothing is shown', async () => {
    await world.client.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'a canary: %', new.actor; end $$`);
    await world.client.query(`create trigger refuse before insert on disclosure for each row execute function refuse()`);
    try {
      const failure = await childFor(NORTH, northern).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'INTERNAL' });
      expect(String(failure)).not.toContain('canary');
    } finally {
      await world.client.query('drop function refuse cascade');
    }
    expect(await written()).toEqual([]);
    expect(await childFor(NORTH, northern)).toMatchObject({ id: northern });
  });

  it('cannot be written in the name of another', async () => {
    const insert = (actor: string, agency: string): Promise<unknown> =>
      db.database.pool.connect().then(async (client) => {
        try {
          await client.query('begin; set local role homeward_reader');
          await client.query(`select set_config('app.agency', 'north', true), set_config('app.person', 'me', true), set_config('app.role', 'AUDITOR', true)`);
          return await client.query(
            `insert into disclosure values (gen_random_uuid(), now(), $1, $2, 'AUDITOR', '', '', '', '', '', '{}', '{}', '', '{}', '')`,
            [actor, agency],
          );
        } finally {
          client.release(true);
        }
      });
    await expect(insert('me', 'north')).resolves.toBeDefined();
    await expect(insert('another', 'north')).rejects.toMatchObject({ code: '42501' });
    await expect(insert('me', 'south')).rejects.toMatchObject({ code: '42501' });
  });

  describe('as the auditor of a controller reads it', () => {
    it("tells of one's own children only, though the answer held others' too", async () => {
      await episodesFor(POLICE);
      const [record] = await logFor('north');
      expect(record).toMatchObject({ actor: 'person at force', role: 'POLICE_MISSING_TEAM', controllers: ['north'], children: [northern], outcome: 'SHOWN' });
      expect(record?.['objects']).toEqual([
        { type: 'Episode', id: episodes[0], version: 1, level: 'Episode', fields: ['child', 'id', 'risk'], emergency: false, basis: null },
        { type: 'Child', id: northern, version: 1, level: 'Child', fields: ['givenName'], emergency: false, basis: null },
      ]);
    });

    it('is the same for the data protection officer, whose own reading is in it too', async () => {
      await childFor(NORTH, northern);
      await childFor(aViewer('HUB_COORDINATOR', 'south'), southern);
      const root = { name: 'disclosures', child: null, first: 50, after: null } as const;
      const request = asking(root, { DisclosureRecord: everythingOf('DisclosureRecord') });
      const read = async (): Promise<readonly Row[]> => (await gate.page(aViewer('DATA_PROTECTION_OFFICER', 'north'), request)).nodes;
      expect(await read()).toMatchObject([{ role: 'HUB_COORDINATOR', children: [northern] }]);
      expect((await read()).map(({ role }) => role).sort()).toEqual(['DATA_PROTECTION_OFFICER', 'HUB_COORDINATOR']);
    });

    it('tells of a text shown which approved one it was, and of an answer only an emergency opened that it was one', async () => {
      const [interview, standing] = [randomUUID(), { responsible: ['north'], providers: ['home'], named: ['EMERGENCY:pat@force'] } as const];
      await put(world, aReturnInterview({ id: interview, child: northern, standing: { ...standing, shared: ['REDACTED:home'] } }));
      const read = (viewer: typeof POLICE): Promise<unknown> =>
        gate.row(viewer, asking({ name: 'interview', id: interview }, { RedactedInterview: fields('redactedText'), FullInterview: fields('reasons') }));
      await read(aViewer('PLACEMENT_PROVIDER', 'home'));
      await read({ ...POLICE, person: 'pat' });
      const { rows } = await world.client.query<{ redaction: string }>('select redaction from interview_redacted');
      const told = (await logFor('north')).flatMap(({ objects }) => objects as object[]);
      expect(told).toHaveLength(2);
      expect(told).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ id: interview, level: 'RedactedInterview', basis: rows[0]?.redaction, emergency: false }),
          expect.objectContaining({ id: interview, level: 'FullInterview', basis: null, emergency: true }),
        ]),
      );
    });

    it('is not to be asked about a child of another controller', async () => {
      await episodesFor(POLICE);
      expect(await logFor('north', northern)).toHaveLength(1);
      expect(await logFor('north', southern)).toEqual([]);
      expect(await logFor('south', southern)).toHaveLength(1);
      expect(await logFor('north', 'nonsense')).toEqual([]);
    });

    it('is empty for an agency that is controller of nothing, and for every other role', async () => {
      await episodesFor(POLICE);
      expect(await logFor('east')).toEqual([]);
      const asCoordinator = await gate.page(NORTH, asking({ name: 'disclosures', child: null, first: 5, after: null }, { DisclosureRecord: fields('id') }));
      expect(asCoordinator.nodes).toEqual([]);
    });

    it('holds the reading of the log itself', async () => {
      await childFor(NORTH, northern);
      await logFor('north');
      expect((await logFor('north')).map(({ role, purpose }) => ({ role, purpose }))).toEqual([
        { role: 'HUB_COORDINATOR', purpose: 'SAFEGUARDING' },
        { role: 'AUDITOR', purpose: 'AUDIT' },
      ]);
    });

    it('goes on page after page, latest first', async () => {
      for (let n = 0; n < 5; n += 1) {
        await gate.row(NORTH, asking({ name: 'child', id: northern }, { Child: fields('id') }, NOW + n));
      }
      const seen: unknown[] = [];
      let after: string | null = null;
      do {
        const root = { name: 'disclosures', child: northern, first: 2, after } as const;
        const page = await gate.page(aViewer('AUDITOR', 'north'), asking(root, { DisclosureRecord: fields('at') }, NOW - 1));
        seen.push(...page.nodes.map(({ at }) => at));
        after = page.hasNextPage ? (page.cursors.at(-1) ?? null) : null;
      } while (after !== null);
      expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => new Date(NOW + n).toISOString()));
    });
  });
});

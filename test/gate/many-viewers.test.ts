import { randomUUID } from 'node:crypto';
import { createGate } from '../../src/gate/gate.ts';
import type { WantedField } from '../../src/gate/read-request.ts';
import type { Standing } from '../../src/gate/viewer-stands.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts, NOW, ofEveryType } from './a-gate.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview } from './told-of-a-child.ts';

const ROLES: readonly { readonly role: ReadingRole; readonly standing: string }[] = [
  { role: 'HUB_COORDINATOR', standing: 'responsible' },
  { role: 'HUB_COORDINATOR', standing: 'hosts' },
  { role: 'POLICE_MISSING_TEAM', standing: 'forces' },
  { role: 'PLACEMENT_PROVIDER', standing: 'providers' },
];
const WORLDS = 6;

const told: WantedField = { name: 'interviews', key: 'told', sub: ofEveryType('ReturnInterview', fields('id', 'redactedText', 'reasons', 'disclosure')) };

describe('many viewers at once', () => {
  let db: TestDatabase;
  let world: World;
  const children = Array.from({ length: WORLDS }, () => randomUUID());

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    await put(
      world,
      children.flatMap((id, n) => {
        const standing = Object.fromEntries(ROLES.map(({ standing }) => [standing, [`${standing}-${String(n)}`]]));
        return [
          aChild({ id, standing }),
          anEpisode({ id: randomUUID(), child: id, standing }),
          ...aReturnInterview({ id: randomUUID(), child: id, standing: { ...standing, shared: [`REDACTED:providers-${String(n)}`] } }),
        ];
      }),
    );
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  it('rows 37, 38: each get what they get alone, and leave their own name behind', async () => {
    const gate = createGate(gateParts(db));
    const jobs = children.flatMap((child, n) =>
      ROLES.flatMap(({ role, standing }) => {
        const viewer = aViewer(role, `${standing}-${String(n)}`);
        const read = async (): Promise<string> => {
          const own = await gate.row(viewer, asking({ name: 'child', id: child }, { Child: [...everythingOf('Child'), ...fields('disclosure'), told] }));
          const others = await gate.row(viewer, asking({ name: 'child', id: children[(n + 1) % WORLDS] ?? '' }, { Child: fields('id') }));
          const page = await gate.page(viewer, asking({ name: 'episodes', filter: {}, latestFirst: true, first: 5, after: null }, { Episode: everythingOf('Episode') }));
          return JSON.stringify([own, others, page]);
        };
        return [{ viewer, read }];
      }),
    );
    const alone: string[] = [];
    for (const { read } of jobs) {
      alone.push(await read());
    }
    await world.client.query('truncate disclosure');
    const together = await Promise.all(Array.from({ length: 5 }, () => jobs.map(({ read }) => read())).flat());
    expect(together).toEqual(Array.from({ length: 5 }, () => alone).flat());

    const { rows } = await world.client.query<{ actor: string; agency: string; times: number }>(
      `select actor, agency, count(*)::int as times from disclosure group by 1, 2`,
    );
    expect(rows).toHaveLength(jobs.length);
    expect(rows.every(({ actor, agency, times }) => actor === `person at ${agency}` && times === 15)).toBe(true);
  });

  it('row 37: leave no role and no setting on the connections they used', async () => {
    const gate = createGate(gateParts(db));
    await gate.row(aViewer('HUB_COORDINATOR', 'responsible-0'), asking({ name: 'child', id: children[0] ?? '' }, { Child: fields('id') }));
    const { rows } = await db.database.pool.query(
      `select current_user as who, nullif(current_setting('app.agency', true), '') as agency, nullif(current_setting('app.ceiling', true), '') as ceiling`,
    );
    expect(rows).toEqual([{ who: 'homeward_hub', agency: null, ceiling: null }]);
  });

  it('row 54: are asked for again in every read: a role taken away is gone with the next request', async () => {
    const asked: [string, number][] = [];
    const standing = new Set(['responsible-0']);
    const gate = createGate(
      gateParts(db, {
        viewerStands: ({ agency }, { directory }) => {
          asked.push([agency, directory]);
          return standing.has(agency) ? 'STANDS' : 'GONE';
        },
      }),
    );
    const read = (): Promise<unknown> =>
      gate.row(aViewer('HUB_COORDINATOR', 'responsible-0'), asking({ name: 'child', id: children[0] ?? '' }, { Child: fields('id') }, NOW));
    expect(await read()).toEqual({ id: children[0] });
    await world.client.query(`insert into directory_version values (7, now(), '', '', '{}')`);
    standing.clear();
    await world.client.query('truncate disclosure');
    await expect(read()).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
    expect(asked).toEqual([
      ['responsible-0', 0],
      ['responsible-0', 7],
    ]);
    const { rows } = await world.client.query(`select outcome, children from disclosure`);
    expect(rows).toEqual([{ outcome: 'REFUSED', children: [] }]);
  });

  it('row 31: get no word of the database when it fails, and the operator gets its code', async () => {
    const logged: unknown[] = [];
    const gate = createGate(gateParts(db, { log: { error: (...said) => logged.push(said) } }));
    const read = (): Promise<unknown> =>
      gate.row(aViewer('HUB_COORDINATOR', 'responsible-0'), asking({ name: 'child', id: children[0] ?? '' }, { Child: fields('givenName') }));
    await world.client.query('alter table child rename to child_away');
    try {
      await expect(read()).rejects.toMatchObject({ code: 'INTERNAL', message: 'The read failed; nothing was shown.' });
    } finally {
      await world.client.query('alter table child_away rename to child');
    }
    expect(logged).toMatchObject([['read-failed', {}, { code: '42P01' }]]);
    expect(await read()).toEqual({ givenName: `given_name of ${children[0] ?? ''}` });
  });

  it('are told when the database goes away in the middle of their read', async () => {
    const logged: unknown[] = [];
    let cut = true;
    const gate = createGate(
      gateParts(db, {
        log: { error: (...said) => logged.push(said) },
        viewerStands: async (): Promise<Standing> => {
          if (cut) {
            await world.client.query(
              `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
            );
          }
          return 'STANDS';
        },
      }),
    );
    const read = (): Promise<unknown> =>
      gate.row(aViewer('HUB_COORDINATOR', 'responsible-0'), asking({ name: 'child', id: children[0] ?? '' }, { Child: fields('id') }));
    await expect(read()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(logged).toHaveLength(1);
    cut = false;
    expect(await read()).toEqual({ id: children[0] });
  });
});

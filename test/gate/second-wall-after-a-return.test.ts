import { randomUUID } from 'node:crypto';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer } from './a-gate.ts';
import { asReader, settingsOf } from './as-reader.ts';
import { aWorld, put, type Rows, type World } from './a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from './case-of-a-child.ts';
import { aNotice } from './told-of-a-child.ts';

const PAST = '[2001-01-01T00:00:00Z,2002-01-01T00:00:00Z)';
const MINE = 'mine';
const OTHER = { responsible: ['other'] } as const;
const HOME = { ...OTHER, providers: [MINE] } as const;
const HOST = { ...OTHER, hosts: [MINE] } as const;
/** The agency has to do with the child in a way that opens none of these. */
const PARTNER = { ...OTHER, partners: [MINE] } as const;

describe('the second wall before what is done after a return', () => {
  let db: TestDatabase;
  let world: World;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  /** Which of these rows somebody of the agency reads in this role, with no policy asked. */
  const seen = async (role: ReadingRole, rows: Readonly<Record<string, Rows>>): Promise<string[]> => {
    await put(world, Object.values(rows));
    return asReader(world.client, settingsOf(aViewer(role, MINE, 'me')), async () => {
      const found = [];
      for (const [name, row] of Object.entries(rows)) {
        const [[table, { id }] = ['', { id: '' }]] = Object.entries(row) as [string, { id: string }][];
        found.push(...((await world.client.query(`select from ${table} where id = $1`, [id])).rowCount === 1 ? [name] : []));
      }
      return found;
    });
  };
  const a = <S>(standing: S): { id: string; child: string; standing: S } => ({ id: randomUUID(), child: randomUUID(), standing });

  it('leaves a home the plan and no other step', async () => {
    const rows = { plan: aReturnStep({ ...a(HOME), step: 'PREVENTION_PLAN' }), visit: aReturnStep({ ...a(HOME), step: 'VISITED' }) };
    expect(await seen('PLACEMENT_PROVIDER', rows)).toEqual(['plan']);
  });

  it('leaves a host what it wrote beside an interview and raised itself, and nothing of others', async () => {
    const records = { own: aCaseRecord({ ...a(HOST), originator: MINE }), others: aCaseRecord({ ...a(HOST), originator: 'other' }), once: aCaseRecord({ ...a(PARTNER), originator: MINE }) };
    expect(await seen('SENIOR_WORKER', records)).toEqual(['own']);
    const concerns = { own: aConcern({ ...a(HOST), originator: MINE }), others: aConcern({ ...a(HOST), originator: 'other' }), once: aConcern({ ...a(PARTNER), originator: MINE }) };
    expect(await seen('SENIOR_WORKER', concerns)).toEqual(['own']);
  });

  it('leaves a host how its guest is reached safely, whoever wrote it, and to no home', async () => {
    const safe = (standing: Parameters<typeof aCaseRecord>[0]['standing']): Rows => aCaseRecord({ ...a(standing), originator: 'other', columns: { record: 'SAFE_CONTACT' } });
    const records = { guest: safe(HOST), restricted: safe({ ...HOST, restricted: 'YES' }), once: safe(PARTNER) };
    expect(await seen('SENIOR_WORKER', records)).toEqual(['guest']);
    expect(await seen('PLACEMENT_PROVIDER', { home: safe(HOME) })).toEqual([]);
  });

  it('leaves a concern to whoever it came to, by role or by name, while it is theirs', async () => {
    const to = (...addressed: Parameters<typeof aConcern>[0]['addressed'] & object): Rows => aConcern({ ...a(PARTNER), originator: 'other', addressed });
    const rows = {
      role: to('SENIOR_WORKER:mine'),
      name: to('me@mine'),
      roleOver: to({ agency: 'SENIOR_WORKER:mine', during: PAST }),
      nameOver: to({ agency: 'me@mine', during: PAST }),
      another: to('TEAM_MANAGER:mine', 'you@mine', 'SENIOR_WORKER:other'),
    };
    expect(await seen('SENIOR_WORKER', rows)).toEqual(['role', 'name']);
  });

  it('leaves what is to be done to the home or the person whose it is, and to no other home', async () => {
    const rows = { home: aCaseAction({ ...a(HOME), owner: MINE }), name: aCaseAction({ ...a(HOME), owner: 'me@mine' }), another: aCaseAction({ ...a(HOME), owner: 'other' }), colleague: aCaseAction({ ...a(HOME), owner: 'you@mine' }) };
    expect(await seen('PLACEMENT_PROVIDER', rows)).toEqual(['home', 'name']);
  });

  it('leaves what somebody was to do to nobody who has no part in the child any more, or is not let read it', async () => {
    const to = (...doer: Parameters<typeof aCaseAction>[0]['doer'] & object): Rows => aCaseAction({ ...a(PARTNER), owner: 'me@mine', doer });
    expect(await seen('POLICE_MISSING_TEAM', { theirs: to('me@mine'), over: to({ agency: 'me@mine', during: PAST }, 'you@mine'), kept: to('you@mine') })).toEqual(['theirs']);
  });

  it('leaves police nothing that comes from a concern but what is theirs to do', async () => {
    const of = (of_concern: string, doer: string, standing: object = { ...OTHER, forces: [MINE] }): Rows => aCaseAction({ ...a(standing), owner: doer, doer: [doer], columns: { of_concern } });
    const rows = { another: of('NO', 'you@other'), concern: of('YES', 'you@other'), own: of('YES', 'me@mine') };
    expect(await seen('POLICE_MISSING_TEAM', rows)).toEqual(['another', 'own']);
    expect(await seen('EDT', { host: of('YES', 'you@other', HOST), responsible: of('YES', 'you@other', { responsible: [MINE] }) })).toEqual(['host', 'responsible']);
  });

  it('leaves a notice to those to whom it is open: everybody, a role, a person, or a person in one role', async () => {
    const to = (...open_to: string[]): Rows => aNotice({ to: ['me@mine', 'EDT:mine'], columns: { open_to } });
    const rows = {
      everybody: to('ALL'),
      role: to('EDT:mine'),
      name: to('me@mine'),
      inThisRole: to('EDT:me@mine'),
      nobody: to(),
      inAnother: to('SENIOR_WORKER:me@mine', 'SENIOR_WORKER:mine'),
      colleague: to('EDT:you@mine', 'you@mine', 'EDT:other'),
    };
    expect(await seen('EDT', rows)).toEqual(['everybody', 'role', 'name', 'inThisRole']);
  });

  it.each(['ACTION', 'ACTION_OVERDUE'])('leaves a home no notice of an action that it does not read: %s', async (kind) => {
    const [read, held, gone] = [a(HOME), a(HOME), a(HOME)];
    await put(world, [aCaseAction({ ...read, owner: MINE }), aCaseAction({ ...held, owner: MINE, columns: { tells_nobody: 'NO' } })]);
    const about = ({ id }: { readonly id: string }, as = kind): Rows => aNotice({ to: ['PLACEMENT_PROVIDER:mine', 'SENIOR_WORKER:mine'], columns: { kind: as, about: id, open_to: ['ALL'] } });
    const notices = (): Readonly<Record<string, Rows>> => ({ read: about(read), held: about(held), gone: about(gone), note: about(gone, 'SAFETY_NOTE') });
    expect(await seen('PLACEMENT_PROVIDER', notices())).toEqual(['read', 'note']);
    expect(await seen('SENIOR_WORKER', notices())).toEqual(['read', 'held', 'gone', 'note']);
  });
});

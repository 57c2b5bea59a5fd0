import { randomUUID } from 'node:crypto';
import { gateUnder, type Gate } from '../../../src/gate/gate.ts';
import { aboutChild, toldAboutChild, type ChildLogAsked } from '../../../src/gate/told/child-log.ts';
import { disclosureHash } from '../../../src/gate/disclosure-row.ts';
import { OWN_AGENCY, type ReadRule } from '../../../src/policy/rule.ts';
import { policyOf } from '../../../src/policy/policy.ts';
import { READING_ROLES, type ReadingRole } from '../../../src/policy/viewer.ts';
import { anchorSeals } from '../../../src/gate/seal/anchor-seals.ts';
import { sealRows } from '../../../src/gate/seal/seal-rows.ts';
import { asking, aViewer, fields, gateParts } from '../a-gate.ts';
import { aChild, anEpisode, put } from '../a-world.ts';
import { aSealedHub, type SealedHub } from '../seal/a-sealed-hub.ts';

const reads = (role: ReadingRole): readonly ReadRule[] =>
  role === 'POLICE_MISSING_TEAM'
    ? [
        { action: 'read', subject: 'Episode', fields: ['id', 'risk', 'child'], conditions: { forces: OWN_AGENCY } },
        { action: 'read', subject: 'Child', fields: ['id', 'givenName'], conditions: { forces: OWN_AGENCY } },
      ]
    : [];
// The keys are the roles.
const POLICY = policyOf(Object.fromEntries(READING_ROLES.map((role) => [role, reads(role)])) as unknown as Record<ReadingRole, readonly ReadRule[]>, 'a policy for tests');

describe('the logs about one child', () => {
  let hub: SealedHub;
  let gate: Gate;
  const [northern, southern] = [randomUUID(), randomUUID()];
  beforeEach(async () => {
    hub = await aSealedHub();
    gate = gateUnder(POLICY, gateParts(hub.db));
    await put({ client: hub.superuser, close: () => Promise.resolve() }, [
      ...[
        { id: northern, standing: { responsible: ['north'], forces: ['force'] } },
        { id: southern, standing: { responsible: ['south'], forces: ['force'] } },
      ].flatMap(({ id, standing }) => [aChild({ id, standing }), anEpisode({ id: randomUUID(), child: id, standing })]),
    ]);
  });
  afterEach(() => hub.close());

  /** One answer with both children in it. */
  const readBoth = async (): Promise<void> => {
    hub.now += 1000;
    await gate.page(
      aViewer('POLICE_MISSING_TEAM', 'force'),
      asking({ name: 'episodes', filter: {}, latestFirst: true, first: 10, after: null }, { Episode: [...fields('risk'), { name: 'child', key: 'child', sub: { Child: fields('givenName') } }] }, hub.now),
    );
  };
  const asked = (role: ReadingRole, child: string = northern, agency = 'north'): ChildLogAsked => ({ viewer: aViewer(role, agency), child, from: null, until: null, now: hub.now });
  const told = (given: Partial<ChildLogAsked> = {}): Promise<string> =>
    toldAboutChild(hub.db.database, { ...asked('SUBJECT_ACCESS_OFFICER'), ...given, nameOf: (agency) => `Agency ${agency}` });
  const logged = async (operation: string): Promise<Record<string, unknown>[]> =>
    (await hub.superuser.query(`select actor, purpose, outcome, children, controllers from disclosure where operation = $1`, [operation])).rows as Record<string, unknown>[];

  it('tell the child what was shown of it, and nothing of another child in the same answer', async () => {
    await readBoth();
    const text = await told();
    expect(text).toContain('Agency force\n    the police team that looks for missing people');
    expect(text).toContain('- who you are');
    expect(text).not.toContain(southern);
    expect(text).not.toContain('person at force');
  });

  it('are written down as looked through, by whom and why', async () => {
    await readBoth();
    await told();
    expect(await logged('audit told')).toEqual([{ actor: 'person at north', purpose: 'SUBJECT_ACCESS', outcome: 'SHOWN', children: [northern], controllers: ['north'] }]);
    expect(await told()).toContain('this list of who was told about you');
  });

  it('are found by any record of the child, under whichever it was shown: nothing is missed after a join', async () => {
    await readBoth();
    const [joined, other] = [randomUUID(), randomUUID()];
    await hub.superuser.query('update child set id = $2, record_ids = $3 where id = $1', [northern, joined, [joined, northern, other]]);
    for (const id of [northern, joined, other]) {
      expect(await told({ child: id })).toContain('Agency force');
    }
  });

  it.each([
    ['from the day', { from: Date.parse('2026-11-20T08:00:01Z'), until: null }, true],
    ['after it', { from: Date.parse('2026-11-20T08:00:02Z'), until: null }, false],
    ['until then', { from: null, until: Date.parse('2026-11-20T08:00:01Z') }, false],
  ])('are told %s asked for', async (_when, time, there) => {
    await readBoth();
    expect((await told(time)).includes('Agency force')).toBe(there);
  });

  it('are not there for an agency that does not answer for the child, as for a child that is not', async () => {
    await readBoth();
    const strangers: readonly (readonly [child: string, agency: string])[] = [[northern, 'south'], [northern, 'force'], [randomUUID(), 'north'], ['nonsense', 'north']];
    for (const [child, agency] of strangers) {
      await expect(told({ child, viewer: aViewer('SUBJECT_ACCESS_OFFICER', agency) })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no child of this id that your agency answers for.' });
      await expect(aboutChild(hub.db.database, asked('DATA_PROTECTION_OFFICER', child, agency))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('are told to no other role, which is written down', async () => {
    const others = READING_ROLES.filter((role) => role !== 'SUBJECT_ACCESS_OFFICER');
    for (const role of others) {
      await expect(told({ viewer: aViewer(role, 'north') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const refusals = await logged('audit told');
    expect([refusals.length, new Set(refusals.map(({ outcome }) => outcome))]).toEqual([others.length, new Set(['REFUSED'])]);
  });

  it('are laid open to no role but those that look after the logs', async () => {
    for (const role of READING_ROLES.filter((other) => other !== 'AUDITOR' && other !== 'DATA_PROTECTION_OFFICER')) {
      await expect(aboutChild(hub.db.database, asked(role))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  describe('for the data protection officer', () => {
    const about = () => aboutChild(hub.db.database, asked('DATA_PROTECTION_OFFICER'));

    it('say who saw which fields, never what they said, of this child alone', async () => {
      await readBoth();
      const { shown } = await about();
      expect(shown).toMatchObject([{ actor: 'person at force', agency: 'force', role: 'POLICE_MISSING_TEAM', operation: 'ATest' }]);
      expect(shown[0]?.shown.map(({ type, fields: names }) => [type, names])).toEqual([['Episode', ['child', 'risk']], ['Child', ['givenName']]]);
      expect(await logged('audit about')).toMatchObject([{ actor: 'person at north', purpose: 'AUDIT', children: [northern] }]);
    });

    it('say how far each row is proved', async () => {
      await readBoth();
      const state = async () => [...(await about()).seals.values()][0];
      expect(await state()).toBeUndefined();
      await sealRows(hub.parts, { everything: true });
      expect(await state()).toEqual({ batch: 1, anchored: false });
      await anchorSeals(hub.parts);
      expect(await state()).toEqual({ batch: 1, anchored: true });
    });

    const anEvent = (child: string, agency: string): Promise<unknown> =>
      hub.superuser.query(`insert into audit_event values ($1, $2, 'DECISION', 'sue', $3, 'SENIOR_WORKER', $4, '{"action":"overrideForSafeguarding","outcome":"DONE","reason":"a canary"}', '')`, [randomUUID(), new Date(hub.now), agency, [child]]);

    it('say what was done about the child, without the words it was done with', async () => {
      await anEvent(northern, 'elsewhere');
      await anEvent(southern, 'elsewhere');
      const { events } = await about();
      expect(events).toMatchObject([{ kind: 'DECISION', actor: 'sue', agency: 'elsewhere', action: 'overrideForSafeguarding', outcome: 'DONE' }]);
      expect(JSON.stringify(events)).not.toContain('canary');
    });

    const decide = (id: string, kind: string, { about: on, payload }: { about: string | null; payload: object }): Promise<unknown> =>
      hub.superuser.query(`insert into decision values ($1, $2, $3, $4, '', 1, $5, 'ed', 'night', 'EDT', $6, '')`, [id, kind, northern, on, JSON.stringify(payload), new Date(hub.now)]);

    it('show emergency access with its reason and whether it was reviewed', async () => {
      const id = randomUUID();
      await decide(id, 'EMERGENCY', { about: null, payload: { person: 'ed@night', role: 'EDT', reason: 'a reason', until: hub.now + 1000 } });
      expect((await about()).emergencies).toEqual([{ id, person: 'ed@night', reason: 'a reason', from: hub.now, until: hub.now + 1000, outcome: null }]);
      await decide(randomUUID(), 'EMERGENCY_REVIEW', { about: id, payload: { outcome: 'NOT_JUSTIFIED', note: 'a note' } });
      expect((await about()).emergencies).toMatchObject([{ outcome: 'NOT_JUSTIFIED' }]);
    });

    it('go on answering when the child was erased', async () => {
      await readBoth();
      await hub.superuser.query('delete from child where id = $1', [northern]);
      expect((await about()).shown).toHaveLength(1);
    });
  });

  it('go through a long log page by page', async () => {
    await readBoth();
    const [row] = (await hub.superuser.query<Record<string, unknown>>(`select *, body::text as body from disclosure where outcome = 'SHOWN'`)).rows;
    const text = String(row?.['body']);
    await hub.superuser.query(
      `insert into disclosure select gen_random_uuid(), at + n / 3 * interval '1 second', actor, agency, role, purpose, lawful_basis, operation, operation_hash, policy_version, controllers, children, outcome, body, $1
       from disclosure, generate_series(1, 1200) n where outcome = 'SHOWN'`,
      [disclosureHash([], text)],
    );
    const { shown } = await aboutChild(hub.db.database, asked('AUDITOR'));
    expect([shown.length, new Set(shown.map(({ id }) => id)).size]).toEqual([1201, 1201]);
  });
});

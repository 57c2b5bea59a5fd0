import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { openEmergencyAccess, type EmergencyOpened, type OpenEmergencyAccess } from '../../src/actions/open-emergency-access.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { reviewEmergencyAccess, type ReviewEmergencyAccess } from '../../src/actions/review-emergency-access.ts';
import { whoseChild, type AuthorityToRing } from '../../src/actions/whose-child.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const HOUR = 3_600_000;
const WRENNA = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' };
const NOBODY = { ...WRENNA, givenName: 'Nobody' };
const REASON = 'Seen at an invented station.';

/** Mae the manager is the social worker of a few children too. */
function alsoASocialWorker(): Directory {
  const directory = aDirectoryOfPeople();
  const mae = directory.people.get('mae');
  const roles = [...(mae?.roles ?? []), { role: 'SOCIAL_WORKER', agency: 'northmere', system: null, shifts: [] } as const];
  return { ...directory, people: new Map([...directory.people, ...(mae ? [['mae', { ...mae, roles }] as const] : [])]) };
}

const opening = (changed: Partial<OpenEmergencyAccess> = { child: '' }, who = 'gil', now = MORNING): Promise<EmergencyOpened> => {
  const child = changed.child === '' ? { child: hub.child } : {};
  return openEmergencyAccess(hub.services, actor(who), { key: randomUUID(), reason: REASON, ...changed, ...child }, now);
};
const sees = async (who: string, now: number): Promise<boolean> => {
  const operation = { name: 'ATest', hash: 'a hash' };
  const wanted = { Child: [{ name: 'familyName', key: 'familyName' }] };
  return (await hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted, operation, now })) !== null;
};
const events = (): Promise<Record<string, unknown>[]> =>
  hub.ingest.rows(`select kind, actor, children, body ->> 'outcome' as outcome, body ->> 'reason' as reason from audit_event where actor = 'gil' order by ctid`);

describe('emergency access', () => {
  test('row 66: opens one child to one person for four hours', async () => {
    expect(await sees('gil', MORNING)).toBe(false);
    const { until, child } = await opening(WRENNA);
    expect({ until, child }).toEqual({ until: MORNING + 4 * HOUR, child: hub.child });
    expect(await sees('gil', MORNING)).toBe(true);
    expect(await sees('gil', until - 1)).toBe(true);
    expect(await sees('gil', until)).toBe(false);
  });

  test('by an id that the actor does not see is not found', async () => {
    await expect(opening({ child: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await opening({ child: '' }, 'pim')).toMatchObject({ child: hub.child });
  });

  test('to nobody exactly so named is not found, and is written down', async () => {
    await expect(opening(NOBODY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await events()).toEqual([
      { kind: 'QUESTION', actor: 'gil', children: [], outcome: 'DONE', reason: REASON },
      { kind: 'DECISION', actor: 'gil', children: [], outcome: 'REFUSED', reason: REASON },
    ]);
  });

  test('is not for other roles, nor without a reason', async () => {
    await expect(opening(WRENNA, 'hal')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(opening({ child: '' }, 'nia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(opening({ ...WRENNA, reason: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(opening({ ...WRENNA, nhsNumber: '9434765919' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('row 66: to a restricted child that the actor does not see looks like nobody', async () => {
    const restricting = { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: false };
    await restrict(hub.services, actor('mo'), restricting, MORNING);
    const restricted = await opening(WRENNA).catch((error: unknown) => error);
    expect(restricted).toMatchObject({ code: 'NOT_FOUND' });
    expect(await opening(NOBODY).catch((error: unknown) => error)).toEqual(restricted);
  });

  test('row 66: tells the decision-maker and the coordinators at once, the data protection officer next morning', async () => {
    const { id } = await opening(WRENNA);
    const told = await hub.ingest.rows(`select "to", visible_from::text as from, text from briefing_notice where about = $1 order by visible_from, ctid`, [id]);
    expect(told).toEqual([
      { to: ['sia@northmere'], from: '2025-11-20 08:00:00+00', text: expect.any(String) as unknown },
      { to: ['HUB_COORDINATOR:northmere'], from: '2025-11-20 08:00:00+00', text: expect.any(String) as unknown },
      { to: ['DATA_PROTECTION_OFFICER:northmere'], from: '2025-11-21 09:00:00+00', text: expect.any(String) as unknown },
    ]);
    expect(JSON.stringify(told)).not.toContain('Wrenna');
  });

  test('a retry opens nothing anew', async () => {
    const key = randomUUID();
    const first = await opening({ ...WRENNA, key });
    expect(await opening({ ...WRENNA, key }, 'gil', MORNING + HOUR)).toEqual(first);
  });

  test('is reviewed by those who answer for the child, never by who opened it', async () => {
    const opened = await opening({ child: '' }, 'mae');
    const reviewing = { emergency: opened.id, revision: 0, outcome: 'JUSTIFIED', note: 'Invented note.' } as const;
    const review = (who: string, now = MORNING) => reviewEmergencyAccess(hub.services, actor(who), { key: randomUUID(), ...reviewing }, now);
    await expect(review('mae')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(review('pim')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(review('gil')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await review('nia')).toMatchObject({ revision: 1 });
    await expect(review('mo')).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });
});

describe('emergency access again', () => {
  const DAY = 24 * HOUR;
  const told = (): Promise<{ to: string[]; about: string }[]> =>
    hub.ingest.rows(`select "to", about from briefing_notice where kind = 'EMERGENCY_ACCESS' order by raised_at, visible_from, ctid`);
  const reviewed = (emergency: string, found: Partial<ReviewEmergencyAccess>, now: number) =>
    reviewEmergencyAccess(hub.services, actor('nia'), { key: randomUUID(), emergency, revision: 0, outcome: 'NOT_JUSTIFIED', note: 'Invented note.', ...found }, now);

  test('is opened three times a day to one person, and then says from when and whom to ring', async () => {
    for (const hours of [0, 4, 8]) {
      await opening(WRENNA, 'gil', MORNING + hours * HOUR);
    }
    const refused = await opening(WRENNA, 'gil', MORNING + DAY - 1).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'RATE_LIMITED', message: expect.stringMatching(/21 November 2025 at 08:00.*duty contact/) as unknown });
    expect(await opening({ child: '' }, 'pim', MORNING + DAY - 1)).toMatchObject({ child: hub.child });
    expect(await opening(WRENNA, 'gil', MORNING + DAY)).toMatchObject({ child: hub.child });
    await expect(opening(WRENNA, 'gil', MORNING + DAY + HOUR)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('ends, however often it was opened, with a review that finds the first not justified', async () => {
    const first = await opening(WRENNA);
    await opening(WRENNA, 'gil', MORNING + HOUR);
    expect(await sees('gil', MORNING + 2 * HOUR)).toBe(true);
    await reviewed(first.id, {}, MORNING + 2 * HOUR);
    expect(await sees('gil', MORNING + 2 * HOUR)).toBe(false);
  });

  test('is closed for thirty days after such a review, and says why', async () => {
    const { id } = await opening(WRENNA);
    await reviewed(id, {}, MORNING + HOUR);
    const refused = await opening(WRENNA, 'gil', MORNING + HOUR + 30 * DAY - 1).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'FORBIDDEN', message: expect.stringMatching(/review.*not justified.*20 December 2025.*duty contact/) as unknown });
    expect(await opening(WRENNA, 'gil', MORNING + HOUR + 30 * DAY)).toMatchObject({ child: hub.child });
  });

  test('long after it was opened counts from the review, and is open to others and after a review that found it right', async () => {
    const { id } = await opening(WRENNA);
    await reviewed(id, {}, MORNING + 20 * DAY);
    await expect(opening(WRENNA, 'gil', MORNING + 45 * DAY)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await opening({ child: '' }, 'pim', MORNING + 45 * DAY)).toMatchObject({ child: hub.child });
    await reviewed(id, { outcome: 'JUSTIFIED', revision: 1 }, MORNING + 45 * DAY);
    expect(await opening(WRENNA, 'gil', MORNING + 45 * DAY)).toMatchObject({ child: hub.child });
  });

  test('tells the same people once within the hour, and again after it', async () => {
    const first = await opening(WRENNA);
    await opening(WRENNA, 'gil', MORNING + HOUR - 1);
    expect((await told()).map(({ about }) => about)).toEqual([first.id, first.id, first.id]);
    const third = await opening(WRENNA, 'gil', MORNING + HOUR);
    expect((await told()).slice(3).map(({ about }) => about)).toEqual([third.id, third.id, third.id]);
  });

  test('tells of another person, whom nobody has told yet, and of an access after the one that was reviewed', async () => {
    const first = await opening(WRENNA);
    await opening({ child: '' }, 'pim');
    expect(await told()).toHaveLength(6);
    const deciding = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'DECISION_MAKER', holder: 'sol' } as const;
    await recordRelationship(hub.services, actor('nia'), deciding, MORNING);
    const { id } = await opening(WRENNA);
    const toldOf = async (access: string): Promise<string[][]> => (await told()).filter(({ about }) => about === access).map(({ to }) => to);
    expect(await toldOf(id)).toEqual([['sol@northmere']]);
    await reviewed(first.id, { outcome: 'JUSTIFIED' }, MORNING + 1);
    const third = await opening(WRENNA, 'gil', MORNING + 2);
    expect(await toldOf(third.id)).toEqual([['HUB_COORDINATOR:northmere'], ['DATA_PROTECTION_OFFICER:northmere']]);
  });
});

describe('a notice', () => {
  test('is acknowledged once, by whom it is for, and stays before the others', async () => {
    const { id } = await opening(WRENNA);
    const [others, notice] = await hub.ingest.rows<{ id: string }>(`select id from briefing_notice where about = $1 order by visible_from, ctid`, [id]);
    const acknowledging = (who: string) => acknowledgeNotice(hub.services, actor(who), { id: notice?.id ?? '' }, MORNING);
    await expect(acknowledging('pim')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(acknowledging('pat')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await acknowledging('nia')).toEqual({ id: notice?.id });
    await expect(acknowledging('nia')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await acknowledgeNotice(hub.services, actor('sia'), { id: others?.id ?? '' }, MORNING)).toEqual({ id: others?.id });
  });

  test('of an access somebody opened is not acknowledged by them', async () => {
    await hub.close();
    hub = await aDecidingHub(alsoASocialWorker);
    const deciding = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'DECISION_MAKER', holder: 'mae' } as const;
    await recordRelationship(hub.services, actor('nia'), deciding, MORNING);
    const { id } = await opening({ child: '' }, 'mae');
    const [notice] = await hub.ingest.rows<{ id: string }>(`select id from briefing_notice where about = $1 and "to" @> '{mae@northmere}'`, [id]);
    const acknowledging = acknowledgeNotice(hub.services, actor('mae'), { id: notice?.id ?? '' }, MORNING);
    await expect(acknowledging).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('for the next morning is not there before it', async () => {
    const { id } = await opening(WRENNA);
    const [notice] = await hub.ingest.rows<{ id: string }>(`select id from briefing_notice where about = $1 order by visible_from desc`, [id]);
    const acknowledging = (now: number) => acknowledgeNotice(hub.services, actor('dot'), { id: notice?.id ?? '' }, now);
    await expect(acknowledging(MORNING)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await acknowledging(Date.parse('2025-11-21T09:00:00Z'))).toEqual({ id: notice?.id });
  });
});

describe('whose child is this', () => {
  const asking = (named: object = WRENNA, who = 'gil', now = MORNING): Promise<AuthorityToRing> => {
    const operation = { name: 'ATest', hash: 'a hash' };
    return whoseChild({ ...hub.services, gate: hub.gate }, actor(who), { ...named, reason: REASON }, { now, operation });
  };

  test('answers the authority and whom to ring, and writes the question down', async () => {
    expect(await asking()).toEqual({ authority: 'northmere', name: 'Invented northmere', dutyContact: null });
    expect(await events()).toEqual([{ kind: 'QUESTION', actor: 'gil', children: [hub.child], outcome: 'DONE', reason: REASON }]);
  });

  test('answers nobody and somebody unknown in the same way', async () => {
    const nobody = await asking(NOBODY).catch((error: unknown) => error);
    expect(nobody).toMatchObject({ code: 'NOT_FOUND' });
    expect(await asking({ nhsNumber: '9434765919' }).catch((error: unknown) => error)).toEqual(nobody);
  });

  test('is not for other roles', async () => {
    await expect(asking(WRENNA, 'nia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await asking(WRENNA, 'ede')).toMatchObject({ authority: 'northmere' });
  });

  test('row 67: is answered twenty times an hour to one person', async () => {
    for (let asked = 0; asked < 20; asked += 1) {
      await asking(NOBODY).catch(() => null);
    }
    await expect(asking()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(opening(WRENNA)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await asking(WRENNA, 'pim')).toMatchObject({ authority: 'northmere' });
    expect(await asking(WRENNA, 'gil', MORNING + HOUR)).toMatchObject({ authority: 'northmere' });
  });

  test('is answered also for a child that is restricted', async () => {
    const restricting = { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: false };
    await restrict(hub.services, actor('mo'), restricting, MORNING);
    expect(await asking()).toMatchObject({ authority: 'northmere' });
  });
});

test('a recorded decision-maker is told instead of the social worker', async () => {
  const deciding = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'DECISION_MAKER', holder: 'sol' } as const;
  await recordRelationship(hub.services, actor('nia'), deciding, MORNING);
  const { id } = await opening(WRENNA);
  const told = await hub.ingest.rows(`select "to" from briefing_notice where about = $1 order by visible_from, ctid limit 2`, [id]);
  expect(told).toEqual([{ to: ['sol@northmere'] }, { to: ['HUB_COORDINATOR:northmere'] }]);
});

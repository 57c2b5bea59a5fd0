import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { reportLocated } from '../../src/actions/report-located.ts';
import { reportMissing, type ReportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { restrict, type Restrict } from '../../src/actions/restrict.ts';
import type { Reported } from '../../src/actions/state-report.ts';
import type { Agency, Directory } from '../../src/directory/directory.ts';
import { moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';

/** Wrenna of Northmere lives with Larkfield in Southvale, which Mereshire's police cover; Pim is their missing team, Gil that of Farshire's. */
const MERESHIRE = 'POLICE_MISSING_TEAM:mereshire-police';
const AGAIN: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T07:30:00Z', 'Report/CurrentRiskLevel': 'High' };
const BACK: Fields = { ...AGAIN, 'Found/WhenTraced': '2025-11-20T08:05:00Z', 'Found/WhenReturned': '2025-11-20T08:10:00Z' };
const UNTOLD = 'The police of where the child is may not hear of it here: tell them yourself.';

let hub: DecidingHub;
let directory: Directory;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const sent = (): Fields => ({ 'Header/MessageId': `M-${String(hub.now)}`, 'Header/SentAt': new Date(hub.now - MINUTE).toISOString() });
const missing = (as = 'hal', changed: Partial<ReportMissing> = {}): Promise<Reported> =>
  reportMissing(hub.services, actor(as), { key: randomUUID(), missingSince: '2025-11-20T07:30:00Z', ...(changed.id ? {} : { child: hub.child }), ...changed }, hub.now);
const located = (episode: string, as = 'hal') => reportLocated(hub.services, actor(as), { key: randomUUID(), episode, at: '2025-11-20T07:50:00Z' }, hub.now);
const returned = (episode: string, as = 'hal') => reportReturned(hub.services, actor(as), { key: randomUUID(), episode, at: '2025-11-20T07:55:00Z' }, hub.now);
const police = (kind: typeof aMissing, changed: Fields = {}): Promise<void> => hub.tell(kind({ ...(kind === aFound ? BACK : AGAIN), ...sent(), ...changed }));
const told = async (...people: readonly string[]): Promise<unknown[][]> => Promise.all(people.map(async (who) => (await toldOf(hub, who, hub.now)).map(({ kind }) => kind)));
const know = async (who: string): Promise<void> => {
  for (const { id } of await toldOf(hub, who, hub.now)) {
    await acknowledgeNotice(hub.services, actor(who), { id: String(id) }, hub.now);
  }
};
/** What waits for an answer of somebody at a force. */
const before = async (force = MERESHIRE): Promise<string[]> =>
  (await hub.ingest.rows<{ kind: string }>(`select kind from briefing_notice where alert is not null and acknowledged_at is null and $1 = any ("to")`, [force])).map(({ kind }) => kind);
const ever = async (): Promise<number> => (await hub.ingest.rows(`select 1 from briefing_notice where $1 = any ("to")`, [MERESHIRE])).length;
const texts = async (): Promise<string[]> => (await hub.ingest.rows<{ text: string }>(`select distinct text from briefing_notice where alert is not null and acknowledged_at is null`)).map(({ text }) => text);
const anotherDirectory = (changed: Partial<Directory>): Promise<void> => {
  directory = { ...directory, version: directory.version + 1, ...changed };
  return moveByDirectory(hub.ingest.services);
};
const without = (...gone: readonly string[]): Partial<Directory> => ({ people: new Map([...directory.people].filter(([id]) => !gone.includes(id))) });

describe('that a child is missing', () => {
  test.each(['hal', 'bea', 'sal', 'hew', 'ede'])('as %s reports it is an alert of the involved force’s missing team, and of no other force', async (who) => {
    // The duty team sees no child who is not missing: it says who it is.
    await missing(who, who === 'ede' ? { child: null, newChild: { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' } } : {});
    expect(await toldOf(hub, 'pim', hub.now)).toEqual([expect.objectContaining({ kind: 'CHILD_MISSING', step: 1 })]);
    expect([await told('gil', 'fin'), await texts()]).toEqual([[[], []], ['A child is missing. Look at the briefing, and say that you know.']]);
  });

  test('is no alert of the force by whose own word it is known, a file’s or a person’s', async () => {
    await missing('pim');
    expect(await told('pim', 'sal', 'hew')).toEqual([[], ['CHILD_MISSING'], ['CHILD_MISSING']]);
    await missing('hal');
    expect([await ever(), await texts()]).toEqual([0, ['A child is missing. Look at the briefing, and say that you know.']]);
  });

  test('is told the force once, however often and by whomever it is said, and answered by one of them for them alone', async () => {
    const { id } = await missing('hal');
    await missing('bea');
    await missing('hal', { id, revision: 1, circumstances: 'Said anew, invented.' });
    expect(await ever()).toBe(1);
    await know('pim');
    after(5);
    await missing('sal');
    expect([await before(), await ever(), await told('sal')]).toEqual([[], 1, [['CHILD_MISSING']]]);
  });

  test('is asked of the force no more once it says so itself, and again where it takes that back', async () => {
    await missing('hal');
    after(5);
    await police(aMissing);
    expect([await before(), await told('pim', 'sal')]).toEqual([[], [[], ['CHILD_MISSING']]]);
    after(10);
    await police(aCancel, { 'Report/MisperId': 'MP-2' });
    expect(await before()).toEqual(['CHILD_MISSING']);
  });

  test('withdrawn is before nobody of the force any more', async () => {
    const { id } = await missing('hal');
    await missing('hal', { id, revision: 1, withdraw: true });
    expect(await before()).toEqual([]);
  });

  test('where the force has them as away only is news to it', async () => {
    await reportMissing(hub.services, actor('pim'), { key: randomUUID(), child: hub.child, kind: 'AWAY', missingSince: '2025-11-20T07:30:00Z' }, hub.now);
    expect(await before()).toEqual([]);
    after(5);
    await missing('hal', { missingSince: '2025-11-20T07:40:00Z' });
    expect(await before()).toEqual(['CHILD_MISSING']);
  });

  test('comes before a force that is added later, which hears of no earlier return, and before it no more once that is taken back', async () => {
    await missing('hal');
    after(5);
    const said = { child: hub.child, relationship: 'ADDED_FORCE', holder: 'farshire-police', reason: 'Invented.' } as const;
    const { id } = await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), revision: 0, ...said }, hub.now);
    expect(await told('gil', 'pim')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
    after(6);
    await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), revision: 1, ...said, from: new Date(MORNING).toISOString(), until: new Date(hub.now - MINUTE).toISOString() }, hub.now);
    expect([id, await told('gil', 'pim')]).toEqual([expect.any(String), [[], ['CHILD_MISSING']]]);
  });
});

describe('that the child is located, and back', () => {
  test('is told the force in the place of what waited, each once, and its coordinators are no authority’s', async () => {
    const { episode } = await missing('hal');
    after(5);
    await located(episode);
    expect(await told('pim', 'sal')).toEqual([['CHILD_LOCATED'], ['CHILD_LOCATED']]);
    after(10);
    await returned(episode);
    await returned(episode, 'bea');
    expect([await told('pim', 'sal'), await ever()]).toEqual([[['CHILD_RETURNED'], ['CHILD_RETURNED']], 3]);
    expect(await hub.ingest.rows(`select 1 from briefing_notice where 'HUB_COORDINATOR:mereshire-police' = any ("to")`)).toEqual([]);
  });

  test('is told the force that reported them missing and is looking for them', async () => {
    await police(aMissing);
    expect(await before()).toEqual([]);
    const [open] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open');
    after(5);
    await returned(open?.id ?? '', 'hal');
    expect(await told('pim')).toEqual([['CHILD_RETURNED']]);
    after(15);
    await police(aFound);
    expect([await before(), await told('pim', 'sal')]).toEqual([[], [[], ['CHILD_RETURNED']]]);
  });

  test('by the force’s own word leaves nobody of it asked that they are missing', async () => {
    await missing('hal');
    after(15);
    await police(aFound);
    expect([await before(), await told('pim', 'sal')]).toEqual([[], [[], ['CHILD_RETURNED']]]);
  });

  test('taken back is that they are missing again, and the force that heard otherwise hears that', async () => {
    const { episode } = await missing('hal');
    const { id } = await returned(episode);
    await know('pim');
    after(5);
    await reportReturned(hub.services, actor('hal'), { key: randomUUID(), id, revision: 1, withdraw: true }, hub.now);
    expect(await told('pim')).toEqual([['CHILD_MISSING']]);
  });
});

describe('of a restricted child', () => {
  const set = (changed: Partial<Restrict>, revision = 0) => restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted: true, reason: 'Invented.', ...changed }, hub.now);
  const hearing = async (): Promise<string[]> =>
    (await hub.ingest.rows<{ one: string }>(`select distinct unnest("to") as one from briefing_notice where acknowledged_at is null and kind like 'CHILD%' order by 1`)).map(({ one }) => one).filter((one) => one.endsWith('police'));

  test('nobody of the force hears who is not let in, and those who do hear that the police may not', async () => {
    await set({ admitted: ['mo', 'sal'] });
    await missing('sal');
    expect([await hearing(), await told('sal', 'pim')]).toEqual([[], [['CHILD_MISSING'], []]]);
    expect(await texts()).toEqual([`A child is missing. Look at the briefing, and say that you know. ${UNTOLD}`]);
  });

  test('whoever of the force is let in hears of it, by name, and that they are back', async () => {
    await set({ admitted: ['mo', 'sal', 'pim@mereshire-police'] });
    const { episode } = await missing('sal');
    expect([await hearing(), await told('pim')]).toEqual([['pim@mereshire-police'], [['CHILD_MISSING']]]);
    await returned(episode, 'sal');
    expect([await hearing(), await told('pim')]).toEqual([['pim@mereshire-police'], [['CHILD_RETURNED']]]);
  });

  test('what waits is taken from the force without a word, and comes back where the child is open again', async () => {
    await missing('hal');
    after(5);
    const { revision } = await set({ admitted: ['mo', 'mae'] });
    expect([await hearing(), await told('pim')]).toEqual([[], [[]]]);
    await set({ restricted: false }, revision);
    expect([await hearing(), await told('pim')]).toEqual([[MERESHIRE], [['CHILD_MISSING']]]);
  });

  test('whom an allegation names hears nothing of it', async () => {
    await set({ admitted: ['mo', 'sal'], excluded: ['pim@mereshire-police'], allegation: true });
    await missing('sal');
    expect([await hearing(), await told('pim')]).toEqual([[], [[]]]);
  });
});

describe('a force of which nobody is told', () => {
  test('has whoever answers for the child hear that the police may not know, and hears of it as soon as somebody of it is there', async () => {
    await anotherDirectory(without('pim'));
    await missing('hal');
    expect([await before(), await texts()]).toEqual([['CHILD_MISSING'], [`A child is missing. Look at the briefing, and say that you know. ${UNTOLD}`]]);
    expect(await told('sal')).toEqual([['CHILD_MISSING']]);
    await anotherDirectory({ people: aDirectoryOfPeople().people });
    expect(await told('pim')).toEqual([['CHILD_MISSING']]);
  });

  test('is said where no force is involved at all, and of one that knows by its own word it is not', async () => {
    await anotherDirectory({ ...without('pim'), forceAreas: [] });
    await hub.tell(aMissing({ ...AGAIN, ...sent() }));
    expect(await texts()).toEqual(['A child is missing. Look at the briefing, and say that you know.']);
    const newChild = { givenName: 'Tarn', familyName: 'Inventfield', dateOfBirth: '2010-02-03', gender: 'MALE' } as const;
    await missing('bea', { child: null, newChild });
    expect(await texts()).toContain(`A child is missing. Look at the briefing, and say that you know. ${UNTOLD}`);
  });
});

describe('the emergency duty team', () => {
  const CORE = { value: { from: '09:00', until: '17:00' }, source: 'Invented', flag: null } as const;
  const inCoreHours = (duty: Partial<Agency['duty']> = {}): Promise<void> => {
    const agencies = [...directory.agencies].map(([id, agency]) => [id, { ...agency, practice: { ...agency.practice, figures: { ...agency.practice.figures, coreHours: CORE } }, duty: { ...agency.duty, ...duty } }] as const);
    return anotherDirectory({ agencies: new Map(agencies) });
  };
  const steps = async (): Promise<string[]> =>
    (await hub.ingest.rows<{ step: string }>(`select "to"[1] || ' ' || (extract(epoch from visible_from - raised_at) / 60)::int as step from briefing_notice where alert is not null and acknowledged_at is null and "to"[1] like '%northmere' order by visible_from, step`)).map(({ step }) => step.replace(':northmere', ''));

  test('is alerted first out of its authority’s core hours, and the others after it', async () => {
    await inCoreHours();
    await missing('hal');
    expect(await steps()).toEqual(['EDT 0', 'SENIOR_WORKER 15', 'TEAM_MANAGER 30', 'HUB_COORDINATOR 45']);
    expect(await told('ede', 'sal')).toEqual([['CHILD_MISSING'], []]);
  });

  test('is one step of the duty in core hours, though the authority did not name it', async () => {
    await inCoreHours({ chain: aDirectoryOfPeople().agencies.get('northmere')?.duty.chain.filter(({ role }) => role !== 'EDT') ?? [] });
    after(120);
    await missing('hal', { missingSince: '2025-11-20T09:30:00Z' });
    expect(await steps()).toEqual(['SENIOR_WORKER 0', 'TEAM_MANAGER 15', 'HUB_COORDINATOR 30', 'EDT 45']);
  });

  test('is alerted beside the first where nobody says when core hours are', async () => {
    await missing('hal');
    expect(await steps()).toEqual(['EDT 0', 'SENIOR_WORKER 0', 'TEAM_MANAGER 15', 'HUB_COORDINATOR 30']);
  });

  test('is where the authority puts it that says who answers of episodes', async () => {
    const chain = aDirectoryOfPeople().agencies.get('northmere')?.duty.chain ?? [];
    await inCoreHours({ matters: { EPISODE: chain } });
    await missing('hal');
    expect(await steps()).toEqual(['SENIOR_WORKER 0', 'TEAM_MANAGER 15', 'EDT 30', 'HUB_COORDINATOR 45']);
  });

  test('hears that the child is back as it heard that they were missing', async () => {
    await inCoreHours();
    const { episode } = await missing('hal');
    await returned(episode);
    expect(await told('ede', 'sal')).toEqual([['CHILD_RETURNED'], []]);
  });
});

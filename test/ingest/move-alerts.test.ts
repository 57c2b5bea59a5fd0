import { randomUUID } from 'node:crypto';
import { alertLate } from '../../src/actions/alert-late.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { requestRiskAssessment } from '../../src/actions/request-risk-assessment.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import type { Directory, Person } from '../../src/directory/directory.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { answer, raise } from '../actions/concerns.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';

const NUMBER: Fields = { 'Person/NHSNumber': '9434765919' };
/** Robyn, of Northmere and placed with Larkfield in Southvale, is missing since six: she may be anybody until the police say her number. */
const ROBYN: Fields = { 'Report/MisperId': 'MP-7', 'Report/MissingSince': '2025-11-20T06:00:00Z', 'Report/CurrentRiskLevel': 'High', 'Person/PersonId': 'P-7', 'Person/GivenName': 'Robyn', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const HOUR = 60;

let hub: DecidingHub;
let directory: Directory;
let child: string;
let restriction: number;
beforeEach(async () => {
  directory = withWesthaven(aDirectoryOfPeople());
  hub = await aHubOfOneClock(() => directory);
  restriction = 0;
  await hub.tell(aMissing({ ...NUMBER, 'Header/MessageId': 'M-6', 'Header/SentAt': '2025-11-19T22:31:00Z' }));
  await says({});
  child = (await hub.ingest.rows<{ id: string }>(`select id from record where kind = 'person' and key = 'P-7'`))[0]?.id ?? '';
  await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child, revision: 0, worker: 'ren' }, hub.now);
});
afterEach(() => hub.close());

/** Wyn coordinates at Westhaven; there and at Northmere it goes as in Kent. Northmere has no duty team, which keeps a restricted child in view while missing. */
function withWesthaven(without: Directory): Directory {
  const wyn: Person = { ...actor('hew').person, id: 'wyn', subject: 'wyn', roles: [{ role: 'HUB_COORDINATOR', agency: 'westhaven', system: null, shifts: [] }] };
  const agencies = [...without.agencies].map(([id, agency]) => [id, ['northmere', 'westhaven'].includes(id) ? { ...agency, practice: PRACTICES.kent } : agency] as const);
  return { ...without, agencies: new Map(agencies), people: new Map([...[...without.people].filter(([id]) => id !== 'ede'), ['wyn', wyn]]) };
}

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const at = (minutes: number): string => new Date(MORNING + minutes * MINUTE).toISOString();
const says = (changed: Fields): Promise<void> => hub.tell(aMissing({ ...ROBYN, 'Header/MessageId': `M-${String(hub.now)}`, 'Header/SentAt': new Date(hub.now - MINUTE).toISOString(), ...changed }));
const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from episode where child_id = $1 order by missing_from_at desc limit 1`, [child]))[0]?.id ?? '';
const set = async (restricted: boolean, of = child): Promise<void> => {
  ({ revision: restriction } = await restrict(hub.services, actor('mo'), { key: randomUUID(), child: of, revision: restriction, restricted, reason: 'Invented.', ...(restricted && { admitted: ['mae', 'mo'] }) }, hub.now));
};
const looks = async (): Promise<void> => {
  await alertLate({ ...hub.services, gate: hub.gate, clock: () => hub.now, log: { debug: () => undefined, error: () => undefined } });
};

/** What waits for an answer: how it comes about, and how many minutes after the morning somebody else is to have it. */
interface Kind {
  readonly begin: () => Promise<unknown>;
  readonly moves: number;
  /** Before whom it is once Westhaven is the child's authority: the first of each alert, from when on and until when. */
  readonly corrected: readonly (readonly [string, string, string])[];
}
const WYN = 'HUB_COORDINATOR:westhaven';
const KINDS: Readonly<Record<string, Kind>> = {
  CHILD_MISSING: { begin: () => Promise.resolve(), moves: 5, corrected: [['HUB_COORDINATOR:southvale', '08:00', '08:15'], [WYN, '08:05', '08:15']] },
  CONCERN: { begin: () => raise(hub, { child }), moves: 5, corrected: [[WYN, '08:05', '08:15']] },
  ACTION_OVERDUE: {
    async begin() {
      const { id } = await raise(hub, { child });
      await answer(hub, id, { owner: 'ren@northmere', due: at(HOUR) });
    },
    moves: HOUR + 5,
    corrected: [[WYN, '09:05', '09:15']],
  },
  ACT_NOW: {
    begin: () => recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), child, topic: 'ASSOCIATE', urgency: 'ACT_NOW', content: 'Invented words.', source: 'Invented.', at: '2025-11-20T07:00:00Z' }, hub.now),
    moves: 5,
    corrected: [['POLICE_MISSING_TEAM:mereshire-police', '08:00', '08:15'], [WYN, '08:05', '08:15']],
  },
  SAFETY_NOTE: {
    begin: () => writeSafetyNote(hub.services, actor('sal'), { key: randomUUID(), child, revision: 0, recipient: 'larkfield', watchFor: 'Watch the invented door.', doThis: 'Ring if it opens.', ring: 'The invented desk.' }, hub.now),
    moves: 5,
    corrected: [['PLACEMENT_PROVIDER:larkfield', '08:05', '09:00']],
  },
  RISK_ASSESSMENT_ASKED: { begin: async () => requestRiskAssessment(hub.services, actor('hew'), { key: randomUUID(), episode: await episode() }, hub.now), moves: 5, corrected: [[WYN, '08:05', '08:00']] },
  CLOCK_LATE: {
    async begin() {
      await hub.tell(aFound({ ...ROBYN, 'Header/MessageId': 'M-back', 'Header/SentAt': at(0), 'Found/WhenTraced': at(-10), 'Found/WhenReturned': at(-5) }));
      after(75 * HOUR);
      await looks();
    },
    moves: 75 * HOUR + 5,
    corrected: [[WYN, '11:05', '11:15']],
  },
};

interface Open {
  readonly to: string;
  readonly step: number;
  readonly from: string;
  readonly until: string;
  readonly raised: string;
}
/** What of a kind waits of Robyn, by step. */
const open = (kind: string): Promise<Open[]> =>
  hub.ingest.rows<Open>(
    `select array_to_string("to", ' ') as to, step, to_char(visible_from at time zone 'UTC', 'HH24:MI') as "from", to_char(answer_by at time zone 'UTC', 'HH24:MI') as until, raised_at::text as raised
     from briefing_notice where kind = $1 and alert is not null and acknowledged_at is null and child = $2 order by visible_from, step, 1`,
    [kind, child],
  );
const before = async (kind: string): Promise<string[]> => [...new Set((await open(kind)).map(({ to }) => to))].sort();
/** Who of these has an alert of a kind about Robyn on their briefing. */
const told = async (kind: string, ...people: readonly string[]): Promise<string[]> => {
  const alerts = (await hub.ingest.rows<{ id: string }>('select id from briefing_notice where kind = $1 and child = $2 and alert is not null', [kind, child])).map(({ id }) => id);
  const rows = await Promise.all(people.map(async (who) => ((await toldOf(hub, who, hub.now)).some(({ id }) => alerts.includes(String(id))) ? [who] : [])));
  return rows.flat();
};
const leaves = async (who: string): Promise<void> => {
  directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: id === who }])) };
  await moveByDirectory(hub.ingest.services);
};

describe.each(Object.entries(KINDS))('%s', (kind, { begin, moves, corrected }) => {
  let first: Open[];
  beforeEach(async () => {
    await begin();
    first = await open(kind);
    expect(first).not.toEqual([]);
    after(moves);
  });
  const happens = async (what: () => Promise<void>): Promise<void> => {
    await what();
    await looks();
  };
  /** It has waited as long as before, and what was told before is kept. */
  const wentOn = async (): Promise<void> => {
    expect(new Set((await open(kind)).map(({ raised }) => raised))).toEqual(new Set(first.map(({ raised }) => raised)));
    const kept = await hub.ingest.rows<{ to: string }>(`select array_to_string("to", ' ') as to from briefing_notice where kind = $1 and child = $2`, [kind, child]);
    expect(kept.map(({ to }) => to)).toEqual(expect.arrayContaining(first.map(({ to }) => to)));
  };

  test('is before the authority that is found to be the right one, and no longer before the wrong one', async () => {
    await happens(() => says({ 'Care/PlacingAuthority': 'E99000003' }));
    const waits = await open(kind);
    expect(waits.filter(({ to }) => to.endsWith('northmere'))).toEqual([]);
    expect(waits.some(({ to }) => to === WYN)).toBe(true);
    expect(waits.filter(({ step }) => step === 1).map(({ to, from, until }) => [to, from, until])).toEqual(corrected);
    expect(await told(kind, 'sal', 'mo', 'nia')).toEqual([]);
    await wentOn();
  });

  test('is before those let in once the child is restricted, and before nobody else', async () => {
    await happens(() => set(true));
    expect((await before(kind)).flatMap((to) => to.split(' ')).filter((to) => !['mae@northmere', 'mo@northmere'].includes(to))).toEqual([]);
    expect([await told(kind, 'sal', 'nia', 'hew', 'hal', 'ren', 'pim'), (await told(kind, 'mae', 'mo')).length > 0]).toEqual([[], true]);
    await wentOn();
  });

  test('is before the posts again once the restriction is lifted', async () => {
    const posts = await before(kind);
    await happens(() => set(true));
    await happens(() => set(false));
    expect(await before(kind)).toEqual(posts);
    await wentOn();
  });

  test('is before whoever else is let in once one of them has left', async () => {
    await happens(() => set(true));
    await happens(() => leaves('mae'));
    expect((await before(kind)).filter((to) => !to.split(' ').includes('mo@northmere'))).toEqual([]);
    expect(await told(kind, 'mo')).toEqual(['mo']);
    await wentOn();
  });

  test('moves with a child who is joined with one who is restricted, and back once they are two again', async () => {
    const posts = await before(kind);
    await set(true, hub.child);
    await happens(() => says(NUMBER));
    expect((await before(kind)).flatMap((to) => to.split(' ')).filter((to) => !['mae@northmere', 'mo@northmere'].includes(to))).toEqual([]);
    expect(await told(kind, 'sal', 'nia', 'hew', 'hal', 'ren', 'pim')).toEqual([]);
    after(moves + 2);
    await happens(() => says({ 'Person/NHSNumber': '9434765870' }));
    expect(await before(kind)).toEqual(posts);
    await wentOn();
  });
});

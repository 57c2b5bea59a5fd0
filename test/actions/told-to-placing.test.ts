import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { transmit } from '../../src/actions/transmit.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { ExchangeEntry } from '../../src/directory/exchange-directory.ts';
import { OFFER_OUTCOMES } from '../../src/domain/interview/interview-words.ts';
import type { InterviewPayload, OfferPayload } from '../../src/domain/observation/observation.ts';
import { recordId } from '../../src/domain/record/record-id.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asWriter } from '../../src/store/database.ts';
import { addHubMessage, type Said } from '../../src/store/write/hub-statement-store.ts';
import { takeOverdue } from '../../src/store/write/transmissions/overdue-store.ts';
import { aHubOfOneClock, anInterview, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { agreeing } from './settled-before.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const DAY = 24 * 60 * MINUTE;
const entry = (matters: ExchangeEntry['matters'], changed: Partial<ExchangeEntry> = {}): ExchangeEntry => ({
  ...{ from: 'southvale', agency: 'northmere', matters, channel: 'northmere-folder', within: null, automatic: true, refusals: true },
  ...changed,
});
let exchange: readonly ExchangeEntry[];
const SYSTEMS = [
  { id: 'southvale-lcs', hub: null },
  { id: 'southvale-hub', hub: 'southvale-homeward' },
];
function withExchange(): Directory {
  const directory = aDirectoryOfPeople();
  const [one] = directory.systems.values();
  const systems = one === undefined ? [] : SYSTEMS.map((system) => [system.id, { ...one, ...system, agency: 'southvale' }] as const);
  return { ...directory, exchange, systems: new Map([...directory.systems, ...systems]) };
}

let hub: DecidingHub;
beforeEach(async () => {
  exchange = [entry(['OFFER', 'INTERVIEW'])];
  hub = await aHubOfOneClock(withExchange);
});
afterEach(() => hub.close());

const as = (who: string): readonly [DecidingHub['services'], Actor] => [hub.services, actor(who)];
const sent = (): Promise<unknown[]> => hub.ingest.rows('select matter, from_agency as from, to_agency as to, state, because from transmission order by made_at, id');
const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>('select id from episode order by id limit 1'))[0]?.id ?? '';
const OFFER = { matter: 'OFFER', from: 'southvale', to: 'northmere', state: 'QUEUED', because: 'PLACED_BY_ANOTHER' };
const INTERVIEW = { ...OFFER, matter: 'INTERVIEW' };

async function offered(outcome: RecordOffer['outcome'], who = 'gus'): Promise<string> {
  await (who === 'gus' ? assignWorker(...as('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now) : undefined);
  const input = { key: randomUUID(), child: hub.child, episodes: [await episode()], at: '2025-11-20T06:30:00Z', offeredTo: 'CHILD', outcome } as const;
  return (await recordOffer(...as(who), input, hub.now)).id;
}

describe('by when it is owed where that was agreed', () => {
  const WITHIN = { length: 5, calendar: 'WORKING_DAYS', source: 'an invented agreement, paragraph 4' } as const;
  const due = async (): Promise<string | null | undefined> => (await hub.ingest.rows<{ due: string | null }>(`select (due_at at time zone 'Europe/London')::text as due from transmission order by made_at desc limit 1`))[0]?.due;

  it('a refusal that goes as an offer is owed from the last try, and is overdue once that is over', async () => {
    exchange = [entry(['OFFER', 'INTERVIEW'], { within: WITHIN })];
    const offer = await offered(null);
    hub.now += 2 * DAY;
    await recordAttempt(...as('gus'), { offer, at: new Date(hub.now - MINUTE).toISOString(), method: 'PHONE', endedIt: true, key: randomUUID() }, hub.now);
    // The last try was on a Saturday: five working days later, at the end of the day.
    expect(await due()).toBe('2025-11-28 23:59:59.999');
    const overdue = (at: string): Promise<readonly unknown[]> => asWriter(hub.services.database, (em) => takeOverdue(em, Date.parse(at)));
    expect(await overdue('2025-11-28T23:00:00Z')).toEqual([]);
    expect(await overdue('2025-11-29T00:00:01Z')).toMatchObject([{ matter: 'OFFER' }]);
  });

  it('an episode is owed from when the hub has it to tell', async () => {
    exchange = [entry(['EPISODE'], { within: { ...WITHIN, length: 4, calendar: 'ELAPSED_HOURS' } })];
    await transmit(...as('hew'), { key: randomUUID(), matter: 'EPISODE', id: await episode(), to: 'northmere' }, hub.now);
    expect(await due()).toBe(new Date(hub.now + 4 * 60 * MINUTE).toISOString().replace('T', ' ').replace('.000Z', ''));
  });

  it('nothing is owed where nobody agreed', async () => {
    await offered('DECLINED_BY_PARENT');
    expect(await due()).toBeNull();
  });
});

describe('how an offer of the host ended', () => {
  it.each(OFFER_OUTCOMES.filter((outcome) => outcome !== 'ACCEPTED' && outcome !== 'ALREADY_ARRANGED'))('%s is told to the authority that placed the child', async (outcome) => {
    await offered(outcome);
    expect(await sent()).toEqual([OFFER]);
  });

  it.each([null, 'ACCEPTED', 'ALREADY_ARRANGED'] as const)('%s is no end', async (outcome) => {
    await offered(outcome);
    expect(await sent()).toEqual([]);
  });

  it.each(['DECLINED_BY_PARENT', 'UNABLE_TO_ESTABLISH_CONTACT'] as const)('%s goes as an interview that was not held where interviews alone are agreed', async (outcome) => {
    exchange = [entry(['INTERVIEW'])];
    await offered(outcome);
    expect(await sent()).toEqual([INTERVIEW]);
  });

  it.each([['DECLINED_BY_PARENT', []], ['UNABLE_TO_ESTABLISH_CONTACT', [OFFER]]] as const)('%s goes or not where no refusal is told', async (outcome, goes) => {
    exchange = [entry(['OFFER', 'INTERVIEW'], { refusals: false })];
    await offered(outcome);
    expect(await sent()).toEqual(goes);
  });

  it('that a try ended it is told, once', async () => {
    const offer = await offered(null);
    const attempt = { offer, at: '2025-11-20T07:00:00Z', method: 'PHONE' } as const;
    await recordAttempt(...as('gus'), { ...attempt, key: randomUUID() }, hub.now);
    expect(await sent()).toEqual([]);
    await recordAttempt(...as('gus'), { ...attempt, key: randomUUID(), endedIt: true }, hub.now);
    await recordAttempt(...as('gus'), { ...attempt, key: randomUUID(), endedIt: true }, hub.now);
    expect(await sent()).toEqual([OFFER]);
  });

  it('goes as agreed where an agreement is recorded', async () => {
    await agreeing(hub);
    await offered('DECLINED_BY_PARENT');
    expect(await sent()).toEqual([{ ...OFFER, because: 'PLACEMENT_AGREEMENT' }]);
  });

  it('goes no second time where an agreement is recorded later', async () => {
    const offer = await offered(null);
    const attempt = { offer, at: '2025-11-20T07:00:00Z', method: 'PHONE', endedIt: true } as const;
    await recordAttempt(...as('gus'), { ...attempt, key: randomUUID() }, hub.now);
    await agreeing(hub);
    await recordAttempt(...as('gus'), { ...attempt, key: randomUUID() }, hub.now);
    expect(await sent()).toEqual([OFFER]);
  });

  it('of the authority’s own child goes nowhere', async () => {
    await offered('DECLINED_BY_YOUNG_PERSON', 'ren');
    expect(await sent()).toEqual([]);
  });
});

/** A system says something of the child, as its file does, and the picture is made of it. */
async function says(kind: 'interview' | 'offer', { at = hub.now - DAY, system = 'southvale-lcs', agency = 'southvale' } = {}): Promise<void> {
  const record = { agency, system, kind, key: `${kind}-1` } as const;
  const episodes = { episodes: [await episode()], episodeKeys: [] };
  const time = { from: at, until: at + MINUTE, text: 'an invented time', precision: 'MINUTE' };
  const interview = { ...episodes, state: 'COMPLETED', at: time, answers: {}, locating: {}, departure: null, offer: null, interviewer: null, service: agency };
  const offer = { ...episodes, at: time, offeredTo: 'CHILD', outcome: 'DECLINED_BY_YOUNG_PERSON', phonedYoungPerson: 'NOT_SAID', spokenToParentCarer: 'NOT_SAID', spokenToSocialWorker: 'NOT_SAID', reason: null, askAgainOn: null, explanation: null, service: agency };
  const said = { kind, payload: kind === 'interview' ? (interview as unknown as InterviewPayload) : (offer as unknown as OfferPayload) } as Said; // Read by the schema of its kind.
  await asWriter(hub.services.database, async (em) => {
    const [subject] = await hub.ingest.rows<{ agency: string; system: string; kind: 'person'; key: string }>(`select agency, system, kind, key from record where id = '${hub.child}'`);
    const person = subject ?? { agency, system, kind: 'person', key: '' };
    await addHubMessage(em, { subject: person, record, part: '', by: `lcs@${agency}`, at: hub.now, order: '000001', corrects: false, said: [said] }, (ref) => recordId(hub.services.idKey, ref));
    await refreshPicture(em, hub.ingest.services, [hub.child]);
  }, { serial: true });
}
const again = (): Promise<unknown> => asWriter(hub.services.database, (em) => refreshPicture(em, hub.ingest.services, [hub.child]), { serial: true });

describe('what the system of the host sends in', () => {
  it.each([['interview', INTERVIEW], ['offer', OFFER]] as const)('goes on to the authority that placed the child, once: %s', async (kind, expected) => {
    await says(kind);
    await again();
    expect(await sent()).toEqual([expected]);
  });

  it('waits to be released where the directory does not say that it goes by itself', async () => {
    exchange = [entry(['INTERVIEW'], { automatic: false })];
    await says('interview');
    expect(await sent()).toEqual([{ ...INTERVIEW, state: 'HELD' }]);
  });

  it.each([
    ['what another hub sent', { system: 'southvale-hub' }],
    ['what is history', { at: Date.parse('2025-10-20T08:00:00Z') }],
    ['what the authority says itself', { agency: 'northmere', system: 'northmere-lcs' }],
  ])('does not: %s', async (_what, changed) => {
    await says('interview', changed);
    expect(await hub.ingest.rows(`select from interview where state = 'COMPLETED'`)).toHaveLength(1);
    expect(await sent()).toEqual([]);
  });

  it('goes nowhere that the directory does not name', async () => {
    exchange = [];
    await says('interview');
    expect(await sent()).toEqual([]);
  });

  it('once its directory names it, goes with what was done lately', async () => {
    exchange = [];
    await assignWorker(...as('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
    await anInterview(hub, {}, 'gus');
    exchange = [entry(['INTERVIEW'])];
    await again();
    expect(await sent()).toEqual([INTERVIEW]);
  });
});

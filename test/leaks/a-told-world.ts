import { createHash } from 'node:crypto';
import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import type { Acted, ActionServices, Actor } from '../../src/actions/action-services.ts';
import { approveRedaction } from '../../src/actions/approve-redaction.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { decideSharing } from '../../src/actions/decide-sharing.ts';
import { gradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { proposeRedaction } from '../../src/actions/propose-redaction.ts';
import { recordAgreement } from '../../src/actions/record-agreement.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { chooseCaller } from '../../src/auth/choose-caller.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { createGate } from '../../src/gate/gate.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { createLog } from '../../src/logging/log.ts';
import { aHub, ask, type AHub } from '../http/a-hub.ts';
import { anIngest, type TestDocument, type TestIngest } from '../ingest/an-ingest.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aFound, aMissing, aTable, type Fields } from '../journeys/documents.ts';
import { lookedThrough } from '../support/looked-through.ts';
import { aTellingAuthority, authorityExchange } from './told-by-an-authority.ts';
import { tellAfterAReturn, type ToldAfterAReturn } from './told-after-a-return.ts';
import { tellOfReporters, type ToldByReporters } from './told-by-reporters.ts';

/** When the invented people act, and when everybody reads. */
const ACTING = Date.parse('2025-11-20T08:00:00Z');
const READING = ACTING + 3_600_000;
const DIRECTORY = buildDirectory(parseDirectory(demonstrationDirectory), 1);
/** So that each matter goes to somebody. */
const OFFERS = { from: 'northmere', agency: 'westhaven', matters: ['OFFER'], channel: 'to-westhaven', within: null, automatic: false, refusals: true } as const;

/** Everything about one child that some viewer may not see; a world differs from another by these alone. */
export interface Told extends ToldByReporters, ToldAfterAReturn {
  readonly familyName: string;
  readonly nhsNumber: string;
  readonly homeAddress: string;
  readonly circumstances: string;
  /** What the child said, where they stayed, and how the offer went. */
  readonly answers: string;
  readonly locating: string;
  readonly attempt: string;
  /** What the child answered for the home and for the police; what was decided for the home. */
  readonly agreement: 'GIVEN' | 'REFUSED';
  readonly decision: 'SHARE' | 'WITHHOLD' | null;
  /** Texts proposed: for the child's home and never approved, and for another home and approved. */
  readonly draft: string;
  readonly textForAnother: string;
  /** A routine item that no senior has let go; one that has gone, graded for sharing; one for named recipients alone. */
  readonly unreleased: string | null;
  readonly released: string;
  readonly forSomebodyElse: string | null;
  readonly source: string;
  readonly noteForAnother: string;
  /** What the responsible authority wrote to the host: how it assessed the risk, and what was agreed on the placement. */
  readonly assessment: string;
  readonly placementAgreement: string;
}

/** A world of two children: Wrenna, who is missing again, and Tamsin, who is back. */
export interface ToldWorld {
  readonly ingest: TestIngest;
  readonly hub: AHub;
  /** Every id there is, in the order of their tables. */
  ids(): Promise<string[]>;
  /** The answer to one query as it came, without the reference that ties it to a line of the log; the id of a notice, another in every world, as what it is of. */
  ask(persona: string, query: string): Promise<string>;
  logged(): string;
  close(): Promise<void>;
}

const PLAIN: Told = {
  familyName: 'Plainfield',
  nhsNumber: '9990001006',
  homeAddress: '1 Plain Row',
  circumstances: 'Left in a plain way.',
  answers: 'plain words of the child',
  locating: 'plain yard',
  attempt: 'plain answer at the door',
  agreement: 'GIVEN',
  decision: null,
  draft: 'A plain draft.',
  textForAnother: 'A plain text for another home.',
  unreleased: null,
  released: 'plain content of an item',
  forSomebodyElse: null,
  source: 'plain source',
  noteForAnother: 'plain note',
  assessment: 'plain assessment',
  placementAgreement: 'plain agreement',
  homeReport: 'plain report of the home',
  authorityReport: 'plain report of the authority',
  condition: 'plain condition',
  homeProfile: 'plain profile of the home',
  workerProfile: 'plain profile of the worker',
  placedBefore: 'plain code',
  step: 'plain step',
  plan: 'plain plan',
  visit: null,
  record: 'plain record',
  screen: null,
  concern: 'plain concern',
  answer: 'plain answer to a concern',
  heard: null,
  action: 'plain action',
  homeAction: 'plain action of the home',
  known: 'plain answer of the briefing',
};

/** What a world says of each child where it is not plain. */
export interface Story {
  readonly wrenna?: Partial<Told>;
  readonly tamsin?: Partial<Told>;
}

export async function aToldWorld(story: Story = {}): Promise<ToldWorld> {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } });
  const authority = await aTellingAuthority();
  const directory = { ...DIRECTORY, systems: new Map([...DIRECTORY.systems, [authority.system.id, authority.system]]), exchange: [...DIRECTORY.exchange, OFFERS] };
  const adapters = new Map([policeCompact, ssda903, authorityExchange].map((adapter) => [adapter.manifest.id, adapter]));
  const ingest = await anIngest({ log, adapters, directory: () => directory, clock: () => ACTING });
  const { database, idKey, refreshDirectory } = ingest.services;
  const actions: ActionServices = { database, directory: () => directory, refreshDirectory, idKey, log, refold: (em, records) => refreshPicture(em, ingest.services, records), preview: () => Promise.resolve({ level: null, fields: [] }) };
  const cursor = createHash('sha256').update('a key for tests').digest();
  const gate = createGate({ pool: database.pool, keys: { cursor }, log, viewerStands: () => 'STANDS' });
  const authenticate = ({ authorization = '' }: { authorization: string | undefined }) => Promise.resolve(chooseCaller(person(authorization.replace('Bearer ', '')), { homewardRole: undefined, now: READING }));
  const hub = await aHub({ gate, actions, log, directory: () => directory, authenticate, now: () => READING });
  const children = [
    { ...WRENNA, told: { ...PLAIN, ...story.wrenna } },
    { ...TAMSIN, told: { ...PLAIN, nhsNumber: '9990001014', ...story.tamsin } },
  ];
  for (const { told, files, ...who } of children) {
    const written = await authority.tell({ ...who, ...told, agreement: told.placementAgreement });
    await ingest.ingest(...files(told).map(sentBy), ...written);
  }
  for (const child of children) {
    await tell({ actions, ingest, ...child });
  }
  const notices = await ingest.rows<{ id: string; of: string }>(`select id, kind || ' of ' || about || ' to ' || array_to_string("to", ' ') as of from briefing_notice`);
  return {
    ingest,
    hub,
    async ids() {
      const tables = ['child', 'episode', 'offer', 'interview', 'intelligence', 'redaction', 'sharing_record', 'safety_note', 'risk_assessment', 'placement_agreement', 'episode_report', 'profile', 'return_step', 'case_record', 'concern', 'case_action'];
      const found = await Promise.all(tables.map((table) => ingest.rows<{ id: string }>(`select id from ${table} order by 1`)));
      return [...found.flat().map(({ id }) => id), '00000000-0000-8000-8000-000000000000', 'x'];
    },
    async ask(persona, query) {
      const { status, text } = await ask(hub, query, { as: persona });
      const unnamed = notices.reduce((said, { id, of }) => said.replaceAll(id, of), text);
      return `${String(status)} ${unnamed.replaceAll(/"reference":"[0-9a-f-]{36}"/g, '"reference":""')}`;
    },
    logged: () => lines.join(''),
    async close() {
      await hub.close();
      await ingest.close();
    },
  };
}

function person(id: string): Actor['person'] {
  const found = DIRECTORY.people.get(id);
  if (found === undefined) {
    throw new TypeError('these worlds are asked by people of the demonstration');
  }
  return found;
}

function sentBy({ as, ...sending }: Sending): TestDocument {
  const role = person(as).roles.find(({ system }) => system !== null);
  return { ...sending, agency: role?.agency ?? '', system: role?.system ?? '' };
}

const AT_LARKFIELD: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const said = ({ familyName, nhsNumber, homeAddress, circumstances }: Told): Fields => ({
  'Person/Surname': familyName,
  'Person/NHSNumber': nhsNumber,
  'Person/HomeAddress': homeAddress,
  'Report/Circumstances': circumstances,
  ...AT_LARKFIELD,
});

function wrenna(told: Told): Sending[] {
  const before = { 'Report/MisperId': 'MP-0', 'Header/SentAt': '2025-11-10T22:00:00Z', 'Report/MissingSince': '2025-11-10T21:00:00Z' };
  return [
    aTable('header', '0042,2,06/05/2011,WBRI,'),
    aTable('episodes', '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001'),
    aMissing({ ...said(told), ...before, 'Header/MessageId': 'M-01', 'Care/ResponsibleAuthorityChildId': '0042' }),
    aFound({ ...before, 'Header/MessageId': 'M-02', 'Header/SentAt': '2025-11-11T04:00:00Z', 'Found/WhenTraced': '2025-11-11T03:00:00Z', 'Found/WhenReturned': '2025-11-11T03:45:00Z' }),
    aMissing({ ...said(told), 'Care/ResponsibleAuthorityChildId': '0042' }),
  ];
}

function tamsin(told: Told): Sending[] {
  const her = { 'Report/MisperId': 'MP-7', 'Person/PersonId': 'P-7', 'Person/GivenName': 'Tamsin', 'Person/DateOfBirth': '2012-02-03' };
  return [
    aMissing({ ...said(told), ...her, 'Header/MessageId': 'M-71', 'Header/SentAt': '2025-11-12T22:00:00Z', 'Report/MissingSince': '2025-11-12T21:00:00Z' }),
    aFound({ ...her, 'Header/MessageId': 'M-72', 'Header/SentAt': '2025-11-13T04:00:00Z', 'Found/WhenTraced': '2025-11-13T03:00:00Z', 'Found/WhenReturned': '2025-11-13T03:45:00Z' }),
  ];
}

/** One of the two children, whoever says what of them. */
interface InThisWorld {
  readonly childKey: string;
  readonly givenName: string;
  readonly dateOfBirth: string;
  readonly worker: string;
  /** When they came back, and since when they are missing again. */
  readonly backAt: string;
  readonly missingSince: string | null;
  readonly files: (told: Told) => Sending[];
}
const WRENNA: InThisWorld = { childKey: '0042', givenName: 'Wrenna', dateOfBirth: '2011-05-06', worker: 'northmere-worker', backAt: '2025-11-11T03:45:00Z', missingSince: '2025-11-19T21:00:00Z', files: wrenna };
const TAMSIN: InThisWorld = { childKey: '0077', givenName: 'Tamsin', dateOfBirth: '2012-02-03', worker: 'southvale-worker', backAt: '2025-11-13T03:45:00Z', missingSince: null, files: tamsin };

interface Telling extends InThisWorld {
  readonly actions: ActionServices;
  readonly ingest: TestIngest;
  readonly told: Told;
}

/** The same deed has the same key in every world, and so everything made has the same id. */
const keyOf = (...words: readonly string[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

/** What people do about one child: offer, interview, agree, decide, redact, pass intelligence on, report and keep ready. */
async function tell(telling: Telling): Promise<void> {
  const { actions, ingest, givenName, worker, told, backAt, missingSince } = telling;
  const [{ id: child, episodes, open } = { id: '', episodes: [], open: null }] = await ingest.rows<{ id: string; episodes: string[]; open: string | null }>(
    `select c.id, array(select e.id::text from episode e where e.child_id = c.id and not e.is_open) as episodes,
       (select e.id::text from episode e where e.child_id = c.id and e.is_open) as open from child c
     where c.given_name = $1`,
    [givenName],
  );
  const as = (persona: string): Actor => {
    const caller = chooseCaller(person(persona), { homewardRole: undefined, now: ACTING });
    if (caller.kind !== 'viewer') {
      throw new TypeError('only readers act');
    }
    return { viewer: caller.viewer, person: caller.person };
  };
  const coordinator = as('northmere-coordinator');
  const named = (word: string): string => keyOf(givenName, word);
  await assignWorker(actions, coordinator, { key: named('worker'), child, revision: 0, worker, agency: worker.replace('-worker', '') }, ACTING);
  for (const [relationship, holder] of [['SOCIAL_WORKER', 'northmere-social-worker'], ['IRO', 'northmere-reviewing-officer'], ['CP_COORDINATOR', 'northmere-protection-coordinator']] as const) {
    await recordRelationship(actions, coordinator, { key: named(holder), child, revision: 0, relationship, holder }, ACTING);
  }
  const at = '2025-11-14T10:00:00Z';
  const offer = await recordOffer(actions, as(worker), { key: named('offer'), child, episodes, at, offeredTo: 'CHILD', outcome: 'ACCEPTED', explanation: told.attempt, coveredBy: told.attempt, departure: told.attempt }, ACTING);
  await recordAttempt(actions, as(worker), { key: named('attempt'), offer: offer.id, at, method: 'VISIT', response: told.attempt }, ACTING);
  const interview = await recordInterview(
    actions,
    as(worker),
    { key: named('interview'), child, episodes, offer: offer.id, state: 'COMPLETED', at, answers: { reasons: told.answers, firstTime: 'YES' }, locating: { placesStayed: [told.locating] }, departure: told.answers },
    ACTING,
  );
  await sharing(telling, { as, named, interview });
  await intelligence(telling, { as, named, interview, child });
  const note = { key: named('note'), child, revision: 0, recipient: 'brookside-care', watchFor: told.noteForAnother, doThis: 'Sit with them.', ring: '01632 960000' };
  await lookedThrough((confirmed) => writeSafetyNote(actions, as('northmere-senior'), { ...note, confirmed }, ACTING));
  const [episode = ''] = episodes;
  // Notices of one moment have no order: each child has a moment of its own.
  await tellAfterAReturn({ actions, now: missingSince === null ? ACTING + 1000 : ACTING, as, named, child, episode, open, interview: interview.id, worker, told });
  await tellOfReporters({ actions, now: ACTING, as, named, child, episode, backAt, missingSince, told });
}

interface About {
  readonly as: (persona: string) => Actor;
  readonly named: (word: string) => string;
  readonly interview: Acted;
}

async function sharing({ actions, ingest, worker, told }: Telling, { as, named, interview }: About): Promise<void> {
  const home = { audience: 'PLACEMENT', recipient: 'larkfield-homes' } as const;
  await recordAgreement(actions, as(worker), { key: named('agreement'), interview: interview.id, revision: 0, aspect: 'AUDIENCE', ...home, topic: 'ALL', state: told.agreement, understanding: 'in their own words' }, ACTING);
  if (told.decision !== null) {
    await decideSharing(actions, as('northmere-social-worker'), { key: named('decision'), interview: interview.id, revision: 0, ...home, decision: told.decision, level: 'REDACTED', reason: told.answers, reviewOn: '2026-01-01' }, ACTING);
  }
  const [{ hash } = { hash: '' }] = await ingest.rows<{ hash: string }>('select content_hash as hash from interview_full where id = $1', [interview.id]);
  const text = { interview: interview.id, revision: 0, answers: ['firstTime'], contentHash: hash } as const;
  await proposeRedaction(actions, as(worker), { ...text, key: named('draft'), ...home, text: told.draft }, ACTING);
  const other = await proposeRedaction(actions, as(worker), { ...text, key: named('text'), audience: 'PLACEMENT', recipient: 'brookside-care', text: told.textForAnother }, ACTING);
  await approveRedaction(actions, as('northmere-senior'), { key: named('approval'), redaction: other.id, revision: other.revision }, ACTING);
}

async function intelligence({ actions, worker, told }: Telling, { as, named, interview, child }: About & { readonly child: string }): Promise<void> {
  const item = { child, interview: interview.id, at: '2025-11-14T10:00:00Z', source: told.source, topic: 'ASSOCIATE', urgency: 'ROUTINE' } as const;
  if (told.unreleased !== null) {
    await recordIntelligence(actions, as(worker), { ...item, key: named('unreleased'), content: told.unreleased }, ACTING);
  }
  await recordIntelligence(actions, as('northmere-senior'), { ...item, key: named('released'), content: told.released }, ACTING);
  if (told.forSomebodyElse !== null) {
    const closed = await recordIntelligence(actions, as('mereshire-intelligence'), { ...item, interview: null, key: named('closed'), content: told.forSomebodyElse }, ACTING);
    const grade = { sourceEvaluation: '1', assessment: 'B', handling: 'C', conditions: 'For Westhaven alone.', recipients: ['westhaven-police'] } as const;
    await gradeIntelligence(actions, as('mereshire-intelligence'), { ...grade, key: named('grade'), intelligence: closed.id, revision: 0 }, ACTING);
  }
}

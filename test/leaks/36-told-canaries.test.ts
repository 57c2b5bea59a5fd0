import { randomUUID } from 'node:crypto';
import { buildSchema } from '../../src/api/build-schema.ts';
import { ask } from '../http/a-hub.ts';
import { aFolder } from '../support/a-folder.ts';
import { runHomeward } from '../support/run-homeward.ts';
import { aCanaryWorld, ANY_CANARY, canary, type CanaryWorld } from './a-canary-world.ts';
import { everySelection } from './every-selection.ts';
import { listenToSql, type SqlThatRan } from './sql-that-ran.ts';

/** What is reported of an episode, for whoever reads its circumstances. */
const REPORTED = ['Report', 'Condition'];
const BETWEEN_AUTHORITIES = ['Assessment', 'Agreement'];
/** What is done after the return, for whoever reads circumstances; what is written beside the interview; what is raised. */
/** Police never learn that there is a concern, and so not what was answered. */
const FOLLOWED_BY_POLICE = ['Step', 'Plan', 'Visit', 'Action', 'HomeAction', 'Known'];
const FOLLOWED = [...FOLLOWED_BY_POLICE, 'Reply'];
const BESIDE = ['Record', 'Screen'];
const RAISED = ['Concern', 'Heard'];
/** Whose child it is and who works with the child: everything told, but no item that waits for others and no source. */
const SERVICE = [...FOLLOWED, ...BESIDE, ...RAISED, ...REPORTED, ...BETWEEN_AUTHORITIES, 'Profile', 'PlacedBefore', 'Offer', 'Answer', 'Locating', 'Draft', 'TextForAnother', 'TextForThePolice', 'Decision', 'Note', 'Held', 'Released', 'ResultReleased'];
/** Which words reach whom; whoever is not here is reached by none. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  'northmere-worker': SERVICE,
  'northmere-senior': SERVICE,
  'northmere-manager': SERVICE,
  'northmere-coordinator': SERVICE,
  'northmere-social-worker': SERVICE,
  'northmere-reviewing-officer': [...FOLLOWED, ...BESIDE, 'Offer', 'Answer', 'Locating', ...REPORTED, ...BETWEEN_AUTHORITIES, 'PlacedBefore'],
  'northmere-duty-team': [...FOLLOWED, 'Offer', 'Note', ...REPORTED, 'Agreement', 'PlacedBefore'],
  'northmere-business-support': [...FOLLOWED, 'Offer', ...REPORTED, 'Agreement', 'PlacedBefore'],
  // What is kept ready is for a host and a force while she is missing, as she is; a placement elsewhere is not the host's.
  'southvale-coordinator': [...FOLLOWED, 'Offer', 'Note', ...REPORTED, ...BETWEEN_AUTHORITIES, 'Profile'],
  'southvale-senior': [...FOLLOWED, 'Offer', 'Note', ...REPORTED, ...BETWEEN_AUTHORITIES, 'Profile'],
  'larkfield-manager': ['Plan', 'HomeAction', 'ReportByHome', 'Condition', 'ProfileByHome'],
  'northmere-other-social-worker': ['PlacedBefore'],
  'northmere-protection-coordinator': ['PlacedBefore'],
  // Where she was last seen, of everything that was reported, while she is missing; and what the nurse answered on the briefing.
  'northmere-health-nurse': ['ReportByHome_lastSeenPlace', 'Known'],
  'mereshire-missing-team': [...FOLLOWED_BY_POLICE, ...REPORTED, 'Profile', 'PlacedBefore', 'Offer', 'Locating', 'TextForThePolice', 'Released', 'Closed', 'ResultClosed'],
  'mereshire-intelligence': ['Released', 'Closed', 'ResultReleased', 'ResultClosed', 'PlacedBefore'],
};
/** Kept, and shown to nobody in GraphQL: what a source is, to any but the force it came from; reasons that are for the log alone. */
const TO_THE_FORCE_ALONE = ['ClosedSource'];
const TO_NOBODY = ['HeldSource', 'ReleasedSource', 'DecisionChannel', 'DecisionChildTold', 'DecisionRestriction', 'EmergencyReview', 'LoggedRelationship', 'LoggedQuestion'];
/** The reason somebody gave for emergency access, which those who review it are told. */
const TO_WHO_REVIEWS = ['LoggedEmergency'];
const REVIEWERS = ['northmere-coordinator', 'northmere-social-worker'];

const PERSONAS = [
  ...Object.keys(REACHED),
  ...'westhaven-coordinator westhaven-missing-team brookside-manager northmere-auditor southvale-auditor westhaven-auditor mereshire-auditor southvale-worker'.split(' '),
  ...'northmere-exploitation-member northmere-parent northmere-protection-officer'.split(' '),
  ...'northmere-access-officer northmere-records-manager northmere-front-door'.split(' '),
];

let sql: SqlThatRan;
let told: CanaryWorld;
let queries: string[];
beforeAll(async () => {
  sql = listenToSql();
  told = await aCanaryWorld((world) => {
    sql.watch(world);
  });
  const { child, episode, open, interview, held, graded, closed } = told.ids;
  const id = (one: string): string => `(id: "${one}")`;
  queries = everySelection(buildSchema(), {
    child: [id(child)],
    episode: [id(episode), id(open)],
    interview: [id(interview)],
    intelligence: [held, graded, closed].map(id),
    episodes: [''],
    briefing: ['northmere', 'southvale'].map((authority) => `(authority: "${authority}")`),
    notices: [''],
    concerns: [''],
    ownActions: [''],
    workTray: ['', '(of: SERVICE)'],
    matchReview: [''],
    sources: [''],
    disclosures: ['(first: 100)'],
    explainAccess: Object.entries({ child, episode, interview, intelligence: closed }).map(([what, one]) => `(${what}: "${one}")`),
  });
}, 120_000);
afterAll(async () => {
  sql.stop();
  await told.world.close();
});

async function everythingSaidTo(as: string): Promise<string> {
  const answers: string[] = [];
  for (let at = 0; at < queries.length; at += 8) {
    const some = await Promise.all(queries.slice(at, at + 8).map((query) => ask(told.world.hub, query, { as })));
    answers.push(...some.map(({ text }) => text));
  }
  return answers.join('\n');
}
const canariesIn = (text: string): string[] => [...new Set(text.match(new RegExp(ANY_CANARY, 'g')))].map((word) => word.replace(canary(''), '')).sort();

describe('what people tell of a child', () => {
  it.each(PERSONAS)('row 36: reaches %s as far as who they are, and no further', async (as) => {
    const said = await everythingSaidTo(as);
    expect(said).toContain('"__typename"');
    const found = canariesIn(said).filter((word) => !(REVIEWERS.includes(as) && TO_WHO_REVIEWS.includes(word)));
    const areas = REACHED[as] ?? [];
    const never = [...TO_NOBODY, ...TO_WHO_REVIEWS, ...(as === 'mereshire-intelligence' ? [] : TO_THE_FORCE_ALONE)];
    expect(found.filter((word) => never.includes(word) || !areas.some((area) => word.startsWith(area)))).toEqual([]);
    expect(areas.filter((area) => !found.some((word) => word.startsWith(area)))).toEqual([]);
  }, 60_000);

  it('row 36: reaches no answer to whoever may not do a thing, whatever they send', async () => {
    const { child, episode, assessed, profile, interview, redaction, held, closed } = told.ids;
    const [{ concern, action } = { concern: '', action: '' }] = await told.world.ingest.rows<Record<'concern' | 'action', string>>(`select c.id as concern, a.id as action from concern c join case_action a on a.child_id = c.child_id and a.comes_from is not null limit 1`);
    const attempts: readonly Readonly<Record<string, object>>[] = [
      { recordInterview: { child, episodes: [episode], id: interview, revision: 1, state: 'COMPLETED', at: '2025-11-14', answers: { plan: canary('Tried') } } },
      { recordIntelligence: { child, id: held, revision: 1, topic: 'VEHICLE', urgency: 'ROUTINE', at: '2025-11-14', content: canary('Tried'), source: canary('Tried') } },
      { gradeIntelligence: { intelligence: closed, revision: 1, sourceEvaluation: 'UNTESTED', assessment: 'B', handling: 'P', sanitisedText: canary('Tried') } },
      { proposeRedaction: { interview, revision: 0, audience: 'PARTNER', text: canary('Tried'), answers: [], contentHash: canary('Tried') } },
      { approveRedaction: { redaction, revision: 1 } },
      { decideSharing: { interview, revision: 1, audience: 'PLACEMENT', recipient: canary('Tried'), decision: 'SHARE', reason: canary('Tried') } },
      { writeSafetyNote: { child, revision: 0, recipient: canary('Tried'), watchFor: canary('Tried'), doThis: 'd', ring: 'r' } },
      { openEmergencyAccess: { child, reason: canary('LoggedTried') } },
      { restrict: { interview, revision: 1, restricted: true, reason: canary('Tried') } },
      { updateRisk: { id: assessed, revision: 1, risk: 'LOW', word: canary('Tried'), why: canary('Tried') } },
      { recordReturnStep: { episode, step: 'VISITED', at: '2025-11-14', words: canary('Tried'), outcome: canary('Tried') } },
      { recordCaseRecord: { episode, record: 'STRATEGY_DISCUSSION', at: '2025-11-14', words: canary('Tried'), present: [canary('Tried')] } },
      { raiseConcern: { child, concern: 'HARM_DISCLOSED', words: canary('Tried') } },
      { acknowledgeConcern: { concern, revision: 1, action: canary('Tried'), owner: 'larkfield-homes', due: '2025-11-21' } },
      { setAction: { child, what: canary('Tried'), owner: 'larkfield-homes', due: '2025-11-21' } },
      { setAction: { id: action, revision: 0, child, what: canary('Tried'), owner: 'larkfield-homes', due: '2025-11-21' } },
      { closeAction: { action, revision: 0, state: 'DONE', outcome: canary('Tried') } },
      { recordProfile: { child, id: profile, revision: 1, friends: canary('Tried'), phone: canary('Tried') } },
    ];
    for (const as of ['larkfield-manager', 'westhaven-coordinator', 'northmere-business-support', 'northmere-parent']) {
      for (const what of attempts) {
        const { text, errors } = await told.tries(as, what);
        expect([as, Object.keys(what), ['NOT_FOUND', 'FORBIDDEN'].includes(errors[0]?.extensions.code ?? '')]).toEqual([as, Object.keys(what), true]);
        expect(text).not.toMatch(ANY_CANARY);
      }
    }
  });

  it.each([
    {
      what: 'a proposed text',
      as: 'northmere-worker',
      cell: 'AnswerNamedPerson',
      attempt: (text: string, contentHash: string) => ({ proposeRedaction: { interview: told.ids.interview, revision: 0, audience: 'PARTNER', text, answers: [], contentHash } }),
    },
    {
      what: 'a safety note',
      as: 'northmere-senior',
      cell: 'LocatingPeopleWith',
      attempt: (watchFor: string) => ({ writeSafetyNote: { child: told.ids.child, revision: 0, recipient: 'larkfield-homes', watchFor, doThis: 'd', ring: 'r' } }),
    },
    {
      what: 'a sanitised text',
      as: 'mereshire-intelligence',
      cell: 'ReleasedPerson',
      attempt: (sanitisedText: string) => ({ gradeIntelligence: { intelligence: told.ids.graded, revision: 1, sourceEvaluation: 'UNTESTED', assessment: 'B', handling: 'P', sanitisedText } }),
    },
  ])('row 36: is not repeated where $what holds a name of it and is refused', async ({ as, cell, attempt }) => {
    const { data } = await ask(told.world.hub, `{ interview(id: "${told.ids.interview}") { ... on FullInterview { contentHash } } }`, { as: 'northmere-senior' });
    const { text, errors } = await told.tries(as, attempt(`It was ${canary(cell)}.`, (data?.['interview'] as { contentHash: string }).contentHash));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect(text).not.toMatch(ANY_CANARY);
  });

  it('row 31: is not repeated where the database refuses it, whose own message holds the row', async () => {
    const { child, episode } = told.ids;
    await told.world.ingest.rows(`alter table interview_full add constraint planted check (plan is distinct from '${canary('Broken')}') not valid`);
    const answers = { plan: canary('Broken') };
    const { text, errors } = await told.tries('northmere-worker', { recordInterview: { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-14', answers } });
    await told.world.ingest.rows('alter table interview_full drop constraint planted');
    expect(errors[0]).toMatchObject({ message: 'The hub failed.', extensions: { code: 'INTERNAL' } });
    expect(text).not.toMatch(ANY_CANARY);
    expect(told.world.logged()).toContain('23514');
  });

  it('row 36: stands nowhere in the log, at the level that says most', () => {
    expect(told.world.logged()).toMatch(/"event":"request-failed"/);
    expect(told.world.logged()).not.toMatch(ANY_CANARY);
  });

  it('row 36: stands in no text of any statement that ran, nor among what a reading one was sent with', () => {
    expect(sql.texts.some((text) => text.includes('interview_full'))).toBe(true);
    expect(sql.readingParameters.length).toBeGreaterThan(1000);
    expect(sql.texts.filter((text) => ANY_CANARY.test(text) && !text.includes('planted'))).toEqual([]);
    expect(sql.readingParameters.filter((parameters) => ANY_CANARY.test(parameters))).toEqual([]);
  });

  it('row 36: stands in no disclosure, in no notice but what a reviewer has to know, and of the audit events only in the reasons typed for them', async () => {
    const text = async (table: string): Promise<string> => (await told.world.ingest.rows<{ row: string }>(`select t::text as row from ${table} t`)).map(({ row }) => row).join();
    expect(await text('disclosure')).toContain('FullInterview');
    expect(canariesIn(await text('disclosure'))).toEqual([]);
    expect(canariesIn(await text('briefing_notice'))).toEqual(TO_WHO_REVIEWS);
    expect(canariesIn(await text('audit_event'))).toEqual(['LoggedEmergency', 'LoggedQuestion', 'LoggedRelationship', 'LoggedTried']);
  });

  it('row 36: is printed by no command for somebody whom it is not for', async () => {
    const folder = aFolder();
    const variables = { NODE_ENV: 'test', HOMEWARD_DATA: folder.path, DATABASE_URL: told.world.ingest.hubUrl, LOG_LEVEL: 'debug' };
    const { child } = told.ids;
    const commands = [
      ['audit', 'about', child, '--as', 'larkfield-manager'],
      ['audit', 'told', child, '--as', 'northmere-coordinator'],
      ['audit', 'told', child, '--as', 'northmere-access-officer'],
      ['quarantine', 'list', '--as', 'larkfield-manager'],
      ['audit', 'about', randomUUID(), '--as', 'northmere-protection-officer'],
    ];
    for (const words of commands) {
      const { out, err } = await runHomeward(words, variables);
      expect([words, canariesIn(out + err)]).toEqual([words, []]);
    }
    folder.remove();
  }, 120_000);

  it('row 52: stands in no notice but the reason that those who review emergency access are given: its text is of the hub, and what it is about is an id', async () => {
    const notices = await told.world.ingest.rows<{ kind: string; text: string; about: string }>('select kind, text, about from briefing_notice');
    expect(new Set(notices.map(({ kind }) => kind)).size).toBeGreaterThan(5);
    const saying = notices.filter(({ text }) => canariesIn(text).length > 0);
    expect([...new Set(saying.flatMap(({ kind, text }) => [kind, ...canariesIn(text)]))]).toEqual(['EMERGENCY_ACCESS', ...TO_WHO_REVIEWS]);
    expect(notices.filter(({ text }) => text.includes('Wrenna'))).toEqual([]);
    expect(notices.filter(({ about }) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(about))).toEqual([]);
  });

  it('row 49: stands in no index of words, as there is none: nobody searches by what was told', async () => {
    const indexes = await told.world.ingest.rows<{ indexdef: string }>(`select indexdef from pg_indexes where schemaname = 'public'`);
    expect(indexes.length).toBeGreaterThan(20);
    expect(indexes.filter(({ indexdef }) => /tsvector|trgm|soundex|metaphone/i.test(indexdef))).toEqual([]);
    expect(await told.world.ingest.rows(`select table_name, column_name from information_schema.columns where table_schema = 'public' and udt_name = 'tsvector'`)).toEqual([]);
  });
});

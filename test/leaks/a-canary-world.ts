import { randomUUID } from 'node:crypto';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { INTERVIEW_FORM, LOCATING_FORM } from '../../src/domain/interview/interview-form.ts';
import { ask, type Answer } from '../http/a-hub.ts';
import { lookedThroughBy } from '../support/looked-through.ts';
import { aToldWorld, type ToldWorld } from './a-told-world.ts';

/** A word that stands in one cell and nowhere else: its mark is too long to come up by chance in a cursor or a hash. */
export const canary = (cell: string): string => `Zzqzzq${cell}`;
export const ANY_CANARY = /Zzqzzq\w+/;

const WORKER = 'northmere-worker';
const SOCIAL_WORKER = 'northmere-social-worker';
const SENIOR = 'northmere-senior';
const MANAGER = 'northmere-manager';
const COORDINATOR = 'northmere-coordinator';
const BUREAU = 'mereshire-intelligence';
const FIRST_NAME = 'Wrenna';
const AT = '2025-11-14T10:00:00Z';
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Questions answered in the child's own words or another's; the others are answered from a list, by a date or by people. */
const IN_WORDS = Object.entries(INTERVIEW_FORM).filter(([, shape]) => shape.safeParse('words').success).map(([question]) => question);
const ANSWERS = {
  ...Object.fromEntries(IN_WORDS.map((question) => [question, canary(`Answer${capital(question)}`)])),
  namedPeople: [{ name: canary('AnswerNamedPerson'), category: 'WITNESS', grade: canary('AnswerNamedGrade'), reviewOn: '2026-05-01' }],
  firstTime: 'YES',
};
const LOCATING = Object.fromEntries(Object.keys(LOCATING_FORM).map((question) => [question, [canary(`Locating${capital(question)}`)]]));

/** What the told world reports, keeps ready and writes between authorities: each text ends in the name of its cell. */
const REPORTED = {
  homeReport: canary('ReportByHome'),
  authorityReport: canary('ReportByAuthority'),
  condition: canary('Condition'),
  homeProfile: canary('ProfileByHome'),
  workerProfile: canary('ProfileByWorker'),
  placedBefore: canary('PlacedBefore'),
  assessment: canary('Assessment'),
  placementAgreement: canary('Agreement'),
};
/** What it tells of the days after the return. */
const AFTER = {
  step: canary('Step'),
  plan: canary('Plan'),
  visit: canary('Visit'),
  record: canary('Record'),
  screen: canary('Screen'),
  concern: canary('Concern'),
  answer: canary('Reply'),
  heard: canary('Heard'),
  action: canary('Action'),
  homeAction: canary('HomeAction'),
  known: canary('Known'),
};

/** Wrenna of the told world, with a word of its own in everything that people told of her. */
export interface CanaryWorld {
  readonly world: ToldWorld;
  readonly ids: Readonly<Record<'child' | 'episode' | 'open' | 'assessed' | 'profile' | 'interview' | 'redaction' | 'held' | 'graded' | 'closed', string>>;
  /** Sends one mutation as a persona; the answer as it came. */
  tries(as: string, what: Readonly<Record<string, object>>): Promise<Answer>;
}

interface Made {
  readonly id: string;
  readonly revision: number;
}
type Does = (as: string, what: Readonly<Record<string, object>>) => Promise<Made>;

export async function aCanaryWorld(watch: (world: ToldWorld) => void = () => undefined): Promise<CanaryWorld> {
  const world = await aToldWorld({ wrenna: { ...REPORTED, ...AFTER } });
  await loadDirectory(world.ingest.services.database, demonstrationDirectory, { by: 'a test', now: Date.parse(AT) });
  watch(world);
  const tries: CanaryWorld['tries'] = (as, what) => {
    const [[mutation, input] = ['', {}]] = Object.entries(what);
    const { answer, key } = ANSWERED[mutation] ?? { answer: 'id revision', key: true };
    const query = `mutation M($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { ${answer} } }`;
    return ask(world.hub, query, { as, variables: { input: { ...(key && { key: randomUUID() }), ...input } } });
  };
  const does: Does = async (as, what) => {
    const { data, errors } = await lookedThroughBy((one) => tries(as, one), what);
    expect([Object.keys(what), errors]).toEqual([Object.keys(what), []]);
    return Object.values(data ?? {})[0] as Made;
  };
  const [{ child, episode, ...others } = { child: '', episode: '', open: '', assessed: '', profile: '' }] = await world.ingest.rows<Record<'child' | 'episode' | 'open' | 'assessed' | 'profile', string>>(
    `select c.id as child, e.id as episode, o.id as open, r.id as assessed, p.id as profile from child c
     join episode e on e.child_id = c.id and not e.is_open join episode o on o.child_id = c.id and o.is_open
     join episode_report r on r.episode = e.id and r.originator = 'northmere' and r.matter = 'RISK'
     join profile p on p.child_id = c.id and p.originator = 'northmere' where c.given_name = $1`,
    [FIRST_NAME],
  );
  const interview = await happened(does, { child, episode });
  const redaction = await decided(world, does, interview);
  const items = await learnt(does, { child, interview });
  await roundHer(does, { child, interview });
  return { world, ids: { child, episode, ...others, interview, redaction, ...items }, tries };
}

/** Mutations that answer, or are asked, otherwise than the rest. */
const ANSWERED: Readonly<Record<string, { readonly answer: string; readonly key: boolean }>> = {
  reviewEmergencyAccess: { answer: 'revision', key: true },
  whoseChild: { answer: 'name', key: false },
};

async function happened(does: Does, { child, episode }: { child: string; episode: string }): Promise<string> {
  const about = { child, episodes: [episode], at: AT };
  const { id: offer } = await does(WORKER, { recordOffer: { ...about, offeredTo: 'CHILD', outcome: 'ACCEPTED', explanation: canary('OfferExplanation'), reason: canary('OfferReason') } });
  await does(WORKER, { recordAttempt: { offer, at: AT, method: 'VISIT', response: canary('OfferResponse'), outcome: canary('OfferOutcome') } });
  return (await does(WORKER, { recordInterview: { ...about, offer, state: 'COMPLETED', answers: ANSWERS, locating: LOCATING } })).id;
}

async function decided(world: ToldWorld, does: Does, interview: string): Promise<string> {
  const on = { interview, revision: 0 };
  const home = { ...on, audience: 'PLACEMENT', recipient: 'larkfield-homes' };
  const other = { ...on, audience: 'PLACEMENT', recipient: 'brookside-care' };
  await does(WORKER, { recordAgreement: { ...home, aspect: 'AUDIENCE', state: 'GIVEN', understanding: canary('DecisionUnderstanding') } });
  await does(WORKER, { recordAgreement: { ...on, aspect: 'CHANNEL', state: 'GIVEN', channel: canary('DecisionChannel'), understanding: canary('DecisionChannelUnderstanding') } });
  await does(SOCIAL_WORKER, { decideSharing: { ...home, decision: 'WITHHOLD', reason: canary('DecisionWithheld') } });
  await does(SENIOR, { authoriseSharing: { ...on, audience: 'PARTNER', recipient: 'northmere-health', authorised: false, reason: canary('DecisionUnauthorised') } });
  await does(SENIOR, { overrideForSafeguarding: { ...other, reason: canary('DecisionOverride'), until: '2025-11-21T08:00:00Z', childTold: canary('DecisionChildTold') } });
  const { data } = await ask(world.hub, `{ interview(id: "${interview}") { ... on FullInterview { contentHash } } }`, { as: SENIOR });
  const made = { answers: ['firstTime'], contentHash: (data?.['interview'] as { contentHash: string }).contentHash };
  const draft = await does(WORKER, { proposeRedaction: { ...home, ...made, text: canary('DraftForTheHome') } });
  for (const [text, audience] of [['TextForAnother', other], ['TextForThePolice', { ...on, audience: 'POLICE' }]] as const) {
    const { id, revision } = await does(WORKER, { proposeRedaction: { ...audience, ...made, text: canary(text) } });
    await does(SENIOR, { approveRedaction: { redaction: id, revision } });
  }
  return draft.id;
}

/** An item that waits for a senior, one that was released and graded, and one for named recipients alone. */
async function learnt(does: Does, { child, interview }: { child: string; interview: string }): Promise<Record<'held' | 'graded' | 'closed', string>> {
  const item = (name: string, from: string | null) => ({
    child,
    interview: from,
    at: AT,
    topic: 'ASSOCIATE',
    urgency: 'ROUTINE',
    content: canary(`${name}Content`),
    source: canary(`${name}Source`),
    namedPeople: [{ name: canary(`${name}Person`), category: 'SUSPECT', grade: canary(`${name}PersonGrade`), reviewOn: '2026-05-01' }],
  });
  const graded = (name: string) => ({ revision: 0, sourceEvaluation: 'UNTESTED', assessment: 'B', sanitisedText: canary(`${name}Sanitised`), result: 'ACTIONED', resultWords: canary(`Result${name}`) });
  const held = await does(WORKER, { recordIntelligence: item('Held', interview) });
  const released = await does(SENIOR, { recordIntelligence: item('Released', interview) });
  await does(BUREAU, { gradeIntelligence: { intelligence: released.id, ...graded('Released'), handling: 'P' } });
  const closed = await does(BUREAU, { recordIntelligence: item('Closed', null) });
  const conditions = { handling: 'C', conditions: canary('ClosedConditions'), recipients: ['westhaven-police'] };
  await does(BUREAU, { gradeIntelligence: { intelligence: closed.id, ...graded('Closed'), ...conditions } });
  return { held: held.id, graded: released.id, closed: closed.id };
}

async function roundHer(does: Does, { child, interview }: { child: string; interview: string }): Promise<void> {
  const note = { recipient: 'brookside-care', watchFor: canary('NoteWatchFor'), doThis: canary('NoteDoThis'), ring: canary('NoteRing') };
  await does(SENIOR, { writeSafetyNote: { child, revision: 0, ...note } });
  await does(COORDINATOR, { recordRelationship: { child, revision: 1, relationship: 'IRO', holder: 'northmere-reviewing-officer', reason: canary('LoggedRelationship') } });
  await does(MANAGER, { restrict: { interview, revision: 0, restricted: false, reason: canary('DecisionRestriction') } });
  const { id: emergency } = await does(MANAGER, { openEmergencyAccess: { child, reason: canary('LoggedEmergency') } });
  await does(COORDINATOR, { reviewEmergencyAccess: { emergency, revision: 0, outcome: 'JUSTIFIED', note: canary('EmergencyReview') } });
  await does('mereshire-missing-team', { whoseChild: { nhsNumber: '9990001006', reason: canary('LoggedQuestion') } });
}

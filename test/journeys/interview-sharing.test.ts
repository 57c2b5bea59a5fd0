import { randomUUID } from 'node:crypto';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const WORKER = { as: 'northmere-worker' };
const SOCIAL_WORKER = { as: 'northmere-social-worker' };
const SENIOR = { as: 'northmere-senior' };
const HOME = { as: 'larkfield-manager' };
const POLICE = { as: 'mereshire-missing-team' };
const COORDINATOR = { as: 'northmere-coordinator' };

const SENTENCE = 'Details of the interview are not shared here. Please ask the child’s social worker.';
const TEXT = 'Wrenna would like to be asked before her room is changed.';
const FOR_HER_HOME = { audience: 'PLACEMENT', recipient: 'larkfield-homes' };
const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const AGAIN: Fields = { ...PLACED, 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T15:00:00Z' };

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

/** What an answer holds in these journeys. */
interface Payload {
  readonly id: string;
  readonly revision: number;
}

/** Does one thing by its mutation, under a key of its own. */
async function does(asker: { as: string }, mutation: string, input: object): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { id revision } }`;
  const data = await hub.ask<Record<string, Payload>>(query, asker, { input: { key: randomUUID(), ...input } });
  return data[mutation] ?? { id: '', revision: 0 };
}

/** What somebody reads of the interview, whole. */
async function reads(asker: { as: string }, id: string): Promise<unknown> {
  const query = `query Read($id: ID!) { interview(id: $id) { __typename sentence at { text }
    ... on RedactedInterview { redactedText redactedAnswers { question words } }
    ... on FullInterview { reasons contentHash } } }`;
  return (await hub.ask<{ interview: unknown }>(query, asker, { id })).interview;
}

async function whereSheStayed(asker: { as: string }, id: string): Promise<unknown> {
  const query = 'query Locate($id: ID!) { child(id: $id) { locating(first: 5) { placesStayed peopleWith } } }';
  return (await hub.ask<{ child: { locating: unknown } }>(query, asker, { id })).child.locating;
}

const onlyThatItWas = { __typename: 'InterviewNotice', sentence: SENTENCE, at: { text: '2025-11-20T07:30:00Z' } };

test('the home reads of an interview its date, then the text approved for it, then its date; the police where she stayed while she is missing', async () => {
  await hub.deliver(aMissing(PLACED), aFound(PLACED));
  const found = await hub.ask<{ episodes: { nodes: { id: string; child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { id child { id } } } }', COORDINATOR);
  const [{ id: episode, child: { id: child } } = { id: '', child: { id: '' } }] = found.episodes.nodes;
  await does(COORDINATOR, 'assignWorker', { child, revision: 0, worker: 'northmere-worker' });
  await does(COORDINATOR, 'recordRelationship', { child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' });

  const answers = { reasons: 'Invented words of the child.', firstTime: 'NO' };
  const locating = { placesStayed: ['5 Invented Yard'], peopleWith: ['Corvin Madeup'] };
  const said = { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-20T07:30:00Z', locating };
  const { id: interview } = await does(WORKER, 'recordInterview', { ...said, answers });
  const agreed = { interview, aspect: 'AUDIENCE', ...FOR_HER_HOME, understanding: 'Said it back in her own words.' };
  const refused = await does(WORKER, 'recordAgreement', { ...agreed, revision: 0, state: 'REFUSED' });
  expect(await reads(HOME, interview)).toEqual(onlyThatItWas);

  await does(WORKER, 'recordAgreement', { ...agreed, revision: refused.revision, state: 'GIVEN' });
  await does(SOCIAL_WORKER, 'decideSharing', { interview, revision: 0, ...FOR_HER_HOME, decision: 'SHARE' });
  const { contentHash } = (await reads(SOCIAL_WORKER, interview)) as { contentHash: string };
  const { id: redaction } = await does(WORKER, 'proposeRedaction', { interview, revision: 0, ...FOR_HER_HOME, text: TEXT, answers: ['firstTime'], contentHash });
  expect(await reads(HOME, interview)).toEqual(onlyThatItWas);
  await does(SENIOR, 'approveRedaction', { redaction, revision: 1 });
  expect(await reads(HOME, interview)).toEqual({
    ...onlyThatItWas,
    __typename: 'RedactedInterview',
    sentence: 'The text approved for you is what is shared with you. For anything else please ask the child’s social worker.',
    redactedText: TEXT,
    redactedAnswers: [{ question: 'firstTime', words: ['NO'] }],
  });
  expect(await reads(POLICE, interview)).toEqual(onlyThatItWas);

  const associate = { name: 'Orrin Madeup', category: 'ASSOCIATE', reviewOn: '2026-05-01' };
  await does(WORKER, 'recordInterview', { ...said, id: interview, revision: 1, answers: { ...answers, namedPeople: [associate] } });
  expect(await reads(HOME, interview)).toEqual(onlyThatItWas);

  expect(await whereSheStayed(POLICE, child)).toBeNull();
  hub.now += 8 * 3_600_000;
  await hub.deliver(aMissing({ ...AGAIN, 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-20T15:30:00Z' }));
  expect(await whereSheStayed(POLICE, child)).toEqual([locating]);
  const traced = { ...AGAIN, 'Found/WhenTraced': '2025-11-20T15:40:00Z' };
  await hub.deliver(aFound({ ...traced, 'Header/MessageId': 'M-11', 'Header/SentAt': '2025-11-20T15:45:00Z', 'Found/WhenReturned': null, 'Found/ReturnedTo': null }));
  expect(await whereSheStayed(POLICE, child)).toEqual([locating]);
  await hub.deliver(aFound({ ...traced, 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-20T15:55:00Z', 'Found/WhenReturned': '2025-11-20T15:50:00Z' }));
  expect(await whereSheStayed(POLICE, child)).toBeNull();
});

import { randomUUID } from 'node:crypto';
import type { AHub, Answer } from '../http/a-hub.ts';

const KEY = randomUUID();
const ID = randomUUID();
const MADE = randomUUID();
const CHILD = randomUUID();
const EPISODE = randomUUID();

/** Each mutation with an input of its own, the action file that does it, and where what it came to is read. */
const MUTATIONS: readonly (readonly [name: string, file: string, input: object, readBack: string, root: object | null])[] = [
  ['recordOffer', 'record-offer', { child: CHILD, episodes: [ID], at: '2026-11-20', offeredTo: 'CHILD' }, 'offer { id }', { name: 'offer', id: MADE }],
  ['recordAttempt', 'record-attempt', { offer: ID, at: '2026-11-20', method: 'PHONE' }, 'offer { id }', { name: 'offer', id: ID }],
  ['recordInterview', 'record-interview', { child: CHILD, episodes: [], state: 'COMPLETED', at: '2026-11-20', answers: { plan: 'Invented.' } }, 'interview { id }', { name: 'interview', id: MADE }],
  ['recordIntelligence', 'record-intelligence', { child: CHILD, topic: 'VEHICLE', urgency: 'ACT_NOW', at: '2026-11-20', content: 'c', source: 's' }, 'intelligence { id }', { name: 'intelligence', id: MADE }],
  ['reportMissing', 'report-missing', { child: CHILD, missingSince: '2026-11-20' }, 'child { id }', { name: 'child', id: CHILD }],
  ['reportLocated', 'report-located', { episode: ID, place: 'p' }, 'episode { id }', { name: 'episode', id: EPISODE }],
  ['reportReturned', 'report-returned', { episode: ID, condition: 'c' }, 'episode { id }', { name: 'episode', id: EPISODE }],
  ['updateRisk', 'update-risk', { episode: ID, risk: 'HIGH', why: 'w' }, 'episode { id }', { name: 'episode', id: EPISODE }],
  ['recordPlacement', 'record-placement', { child: ID, from: '2026-11-01', urn: 'SC900001' }, 'child { id }', { name: 'child', id: CHILD }],
  ['recordPlacementAgreement', 'record-placement-agreement', { child: ID, from: '2026-11-01', hostAuthority: 'southvale' }, 'child { id }', { name: 'child', id: CHILD }],
  ['recordProfile', 'record-profile', { child: ID, friends: 'f' }, 'child { id }', { name: 'child', id: CHILD }],
  ['recordAgreement', 'record-agreement', { interview: ID, revision: 0, aspect: 'TAKE_PART', state: 'GIVEN', understanding: 'u' }, 'interview { id }', { name: 'interview', id: ID }],
  ['decideSharing', 'decide-sharing', { interview: ID, revision: 0, audience: 'PLACEMENT', recipient: 'larkfield', decision: 'SHARE' }, 'interview { id }', { name: 'interview', id: ID }],
  ['authoriseSharing', 'authorise-sharing', { intelligence: ID, revision: 0, authorised: true, reason: 'r' }, 'intelligence { id } interview { id }', { name: 'intelligence', id: ID }],
  ['overrideForSafeguarding', 'override-for-safeguarding', { interview: ID, revision: 0, audience: 'PLACEMENT', recipient: 'larkfield', reason: 'r', until: '2026-11-21', childTold: 't' }, 'interview { id }', { name: 'interview', id: ID }],
  ['proposeRedaction', 'propose-redaction', { interview: ID, revision: 0, audience: 'POLICE', text: 't', answers: ['firstTime'], contentHash: 'h' }, 'redaction { id }', { name: 'redaction', id: MADE }],
  ['approveRedaction', 'approve-redaction', { redaction: ID, revision: 1 }, 'redaction { id }', { name: 'redaction', id: ID }],
  ['gradeIntelligence', 'grade-intelligence', { intelligence: ID, revision: 0, sourceEvaluation: 'UNTESTED', assessment: 'B', handling: 'P' }, 'intelligence { id }', { name: 'intelligence', id: ID }],
  ['writeSafetyNote', 'write-safety-note', { child: CHILD, revision: 0, recipient: 'larkfield', watchFor: 'w', doThis: 'd', ring: 'r' }, 'safetyNote { id }', { name: 'safetyNote', id: MADE }],
  ['approveSafetyNote', 'approve-safety-note', { note: ID, revision: 1 }, 'safetyNote { id }', { name: 'safetyNote', id: ID }],
  ['acknowledgeSafetyNote', 'acknowledge-safety-note', { note: ID, revision: 1 }, 'safetyNote { id }', { name: 'safetyNote', id: ID }],
  ['restrict', 'restrict', { interview: ID, revision: 0, restricted: true, reason: 'r' }, 'interview { id }', { name: 'interview', id: ID }],
  ['assignWorker', 'assign-worker', { child: ID, revision: 0, worker: 'w' }, 'child { id }', { name: 'child', id: CHILD }],
  ['triageReturn', 'triage-return', { episode: ID, revision: 0, outcome: 'ROUTINE' }, 'step { id }', { name: 'returnStep', id: MADE }],
  ['answerBriefing', 'answer-briefing', { episode: ID, known: 'KNOWN_TO_US', words: 'w' }, 'step { id }', { name: 'returnStep', id: MADE }],
  ['recordReturnStep', 'record-return-step', { episode: ID, step: 'CHILD_SEEN', at: '2026-11-20' }, 'step { id }', { name: 'returnStep', id: MADE }],
  ['decideMatch', 'decide-match', { first: ID, second: MADE, revision: 0, decision: 'JOIN', reason: 'r' }, 'child { id }', { name: 'child', id: CHILD }],
  ['recordRelationship', 'record-relationship', { child: ID, revision: 0, relationship: 'IRO', holder: 'i' }, 'child { id }', { name: 'child', id: CHILD }],
  ['confirmRelationship', 'confirm-relationship', { relationship: ID, revision: 1 }, 'child { id }', { name: 'child', id: CHILD }],
  ['letParentIn', 'let-parent-in', { child: ID, revision: 0, parent: 'p', standing: 'CARE_HELD', safeToInform: 'YES', childAsked: false, livesIndependently: false }, 'child { id }', { name: 'child', id: CHILD }],
  ['finaliseEpisode', 'finalise-episode', { episode: ID, revision: 0, finalised: true }, 'episode { id }', { name: 'episode', id: ID }],
  ['raiseConcern', 'raise-concern', { child: CHILD, concern: 'HARM_DISCLOSED', words: 'w' }, 'concern { id }', { name: 'concern', id: MADE }],
  ['acknowledgeConcern', 'acknowledge-concern', { concern: ID, revision: 1, action: 'a', owner: 'o', due: '2026-11-21' }, 'concern { id }', { name: 'concern', id: ID }],
  ['setAction', 'set-action', { child: CHILD, what: 'w', owner: 'o', due: '2026-11-21' }, 'caseAction { id }', { name: 'caseAction', id: MADE }],
  ['closeAction', 'close-action', { action: ID, revision: 0, state: 'DONE' }, 'caseAction { id }', { name: 'caseAction', id: ID }],
  ['recordCaseRecord', 'record-case-record', { episode: ID, record: 'CE_SCREEN', at: '2026-11-20' }, 'caseRecord { id }', { name: 'caseRecord', id: MADE }],
  ['openEmergencyAccess', 'open-emergency-access', { nhsNumber: '9434765919', reason: 'r' }, 'until child { id }', { name: 'child', id: CHILD }],
  ['reviewEmergencyAccess', 'review-emergency-access', { emergency: ID, revision: 0, outcome: 'JUSTIFIED', note: 'n' }, 'revision', null],
];

/** Those that answer of which episode they are. */
const ON_EPISODE = ['reportMissing', 'reportLocated', 'reportReturned', 'updateRisk'];

interface Done {
  readonly name: string;
  readonly actor: unknown;
  readonly input: object;
}
const done: Done[] = [];
const read: object[] = [];
/** Stands for every action: writes down what it was asked, and answers as one does. */
function standIn(name: string): (...asked: [unknown, unknown, object]) => Promise<object> {
  return (_services, actor, input) => {
    done.push({ name, actor, input });
    return Promise.resolve({ id: MADE, child: CHILD, ...(ON_EPISODE.includes(name) && { episode: EPISODE }), revision: 3, warnings: ['Look at this.'], until: 0 });
  };
}

// Its types leave out what jest offers for modules.
const modules = import.meta.jest as typeof jest & { unstable_mockModule(file: string, make: () => object): void };

const CASES = MUTATIONS.map(([name, file, input, readBack, root]) => ({ name, file, input, readBack, root }));

describe('a mutation', () => {
  let hub: AHub;
  let ask: (query: string, variables?: object) => Promise<Answer>;
  beforeAll(async () => {
    for (const { name, file } of CASES) {
      modules.unstable_mockModule(`../../src/actions/${file}.ts`, () => ({ [name]: standIn(name) }));
    }
    const http = await import('../http/a-hub.ts');
    const row = (_viewer: unknown, { root }: { root: { name: string } }): Promise<never> => {
      read.push(root);
      return Promise.resolve({ id: ID, __typename: TYPES[root.name] } as never);
    };
    hub = await http.aHub({ gate: { ...http.unused, row }, actions: {} as never });
    ask = (query, variables = {}) => http.ask(hub, query, { as: 'senior@northmere', variables });
  });
  beforeEach(() => {
    done.length = 0;
    read.length = 0;
  });
  afterAll(() => hub.close());

  const asking = (name: string, selection: string): string =>
    `mutation M($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;

  it.each(CASES)('row 25: $name is done as the person of the token, and read back through the gate', async ({ name, input, readBack, root }) => {
    const { errors, data } = await ask(asking(name, `id revision warnings ${readBack}`), { input: { key: KEY, ...input } });
    expect(errors).toEqual([]);
    expect(done).toHaveLength(1);
    expect(done[0]).toMatchObject({ name, actor: { viewer: { person: 'senior-northmere', role: 'SENIOR_WORKER' }, person: { id: 'senior-northmere' } } });
    expect(done[0]?.input).toMatchObject({ key: KEY });
    expect(data?.[name]).toMatchObject({ id: MADE, revision: 3, warnings: ['Look at this.'] });
    expect(read).toEqual(root === null ? [] : [root]);
  });

  it.each(CASES)('$name whose result nobody asks for reads nothing', async ({ name, input }) => {
    await ask(asking(name, 'warnings'), { input: { key: KEY, ...input } });
    expect([done.length, read.length]).toEqual([1, 0]);
  });

  it.each(CASES)('row 27: $name takes nothing that is not in its input', async ({ name, input }) => {
    const { errors, text } = await ask(asking(name, 'warnings'), { input: { key: KEY, ...input, approvedByCanary: 'Canary-5517' } });
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(text).not.toMatch(/anary/);
    expect(done).toEqual([]);
  });

  it('hands on what was left out as null, and codes as they are kept', async () => {
    await ask(asking('gradeIntelligence', 'warnings'), { input: { key: KEY, intelligence: ID, revision: 0, sourceEvaluation: 'UNTESTED', assessment: 'B', handling: 'P' } });
    expect(done[0]?.input).toEqual({
      key: KEY, intelligence: ID, revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P', conditions: null, recipients: [], sanitisedText: null, area: null, result: null, resultWords: null,
    });
  });

  it('that asks for a result in a way that is refused is not done', async () => {
    const { errors } = await ask(asking('assignWorker', 'child { episodes(first: 99) { id } }'), { input: { key: KEY, child: ID, revision: 0, worker: 'w' } });
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(done).toEqual([]);
  });

  it('that asks for more rows of its result than the hub answers is not done', async () => {
    const links = (depth: number): string => (depth === 0 ? 'id' : `episodes(first: $n) { child { ${links(depth - 1)} } }`);
    const query = `mutation M($input: AssignWorkerInput!, $n: Int! = 50) { assignWorker(input: $input) { child { ${links(3)} } } }`;
    const { errors } = await ask(query, { input: { key: KEY, child: ID, revision: 0, worker: 'w' } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_REFUSED']);
    expect(done).toEqual([]);
  });

  it('that fails takes nothing from the ones before it', async () => {
    const one = (alias: string, first: number): string =>
      `${alias}: assignWorker(input: { key: "${KEY}", child: "${ID}", revision: 0, worker: "w" }) { id child { episodes(first: ${String(first)}) { id } } }`;
    const { data, errors } = await ask(`mutation { ${one('a', 5)} ${one('b', 99)} ${one('c', 5)} }`);
    expect(data).toMatchObject({ a: { id: MADE }, b: null, c: { id: MADE } });
    expect(errors.map(({ path }) => path)).toEqual([['b']]);
  });

  const note = (alias: string): string => `${alias}: approveSafetyNote(input: { key: "${KEY}", note: "${ID}", revision: 1 }) { id }`;
  it.each([
    ['plainly', `mutation { ${['a', 'b', 'c', 'd', 'e', 'f'].map(note).join(' ')} }`],
    ['by fragments within fragments', `mutation { ...A ...B } fragment A on Mutation { ${note('a')} ${note('b')} ...C } fragment B on Mutation { ${note('e')} ... { ${note('f')} } } fragment C on Mutation { ${note('c')} ${note('d')} }`],
  ])('with six things in one request, written %s, is refused before any is done', async (_how, query) => {
    const { errors } = await ask(query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_REFUSED']);
    expect(done).toEqual([]);
  });

  it('with five things does each in its turn', async () => {
    const { errors } = await ask(`mutation { ${['a', 'b', 'c', 'd', 'e'].map(note).join(' ')} }`);
    expect(errors).toEqual([]);
    expect(done).toHaveLength(5);
  });

  it('in fragments that double each other is counted at once', async () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `fragment F${String(n)} on Mutation { ...F${String(n + 1)} ...F${String(n + 1)} }`).join(' ');
    const began = performance.now();
    const { errors } = await ask(`mutation { ...F0 } ${doubling}`);
    expect(errors.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

const TYPES: Readonly<Record<string, string>> = { interview: 'InterviewNotice', intelligence: 'SanitisedIntelligence' };

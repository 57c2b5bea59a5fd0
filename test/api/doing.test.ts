import { randomUUID } from 'node:crypto';
import { aDecidingHub, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { actor } from '../actions/some-people.ts';
import { aHub, ask, type AHub, type Answer } from '../http/a-hub.ts';

/** The whole way: over HTTP, through the actions into the database, and back through the gate. */
describe('over HTTP', () => {
  let deciding: DecidingHub;
  let hub: AHub;
  let episode: string;
  beforeAll(async () => {
    deciding = await aDecidingHub();
    const { services, gate } = deciding;
    hub = await aHub({
      gate,
      actions: services,
      directory: services.directory,
      now: () => deciding.now,
      authenticate: ({ authorization = '' }) => Promise.resolve({ kind: 'viewer', ...actor(authorization.replace('Bearer ', '')), roles: [] }),
    });
    const [first] = await deciding.ingest.rows<{ id: string }>('select id from episode');
    episode = first?.id ?? '';
  });
  beforeEach(() => {
    deciding.now += 1000;
  });
  afterAll(async () => {
    await hub.close();
    await deciding.close();
  });

  /** Does one thing, `{ <mutation>: <its input> }`. */
  const does = async (as: string, what: Readonly<Record<string, object>>, selection: string): Promise<Record<string, unknown>> => {
    const [[mutation, input] = ['', {}]] = Object.entries(what);
    const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await tries(as, `mutation M($input: ${name}!) { ${mutation}(input: $input) { ${selection} } }`, { key: randomUUID(), ...input });
    expect(errors).toEqual([]);
    return data?.[mutation] as Record<string, unknown>;
  };
  const tries = (as: string, query: string, input: object): Promise<Answer> => ask(hub, query, { as, variables: { input } });
  const reads = async (as: string, query: string): Promise<unknown> => {
    const { data, errors } = await ask(hub, query, { as });
    expect(errors).toEqual([]);
    return data;
  };

  const ANSWERS = {
    plan: 'An invented plan.',
    independentOfPlacement: 'YES',
    pushFactors: ['BULLYING'],
    namedPeople: [{ name: 'Quillon Farthing', category: 'ASSOCIATE', reviewOn: '2026-05-01' }],
    reasons: null,
  };
  const recorded = (changed: object = {}): object => ({ child: deciding.child, episodes: [episode], state: 'COMPLETED', at: '2025-11-20T07:30', answers: ANSWERS, locating: { placesStayed: ['4 Invented Row'] }, ...changed });
  const anInterview = async (): Promise<{ id: string; interview: { contentHash: string; revision: number } }> =>
    // The selection below.
    (await does('ren', { recordInterview: recorded() }, 'id warnings interview { ... on FullInterview { contentHash revision } }')) as never;

  it('an offer and a try are recorded, and read back with every word', async () => {
    const input = { child: deciding.child, episodes: [episode], at: '2025-11-20', offeredTo: 'CHILD' };
    const { offer } = await does('ren', { recordOffer: input }, 'offer { id revision offeredTo outcome phonedYoungPerson service episodes { id } attempts { method } }');
    expect(offer).toMatchObject({ revision: 1, offeredTo: 'CHILD', outcome: null, phonedYoungPerson: 'NOT_SAID', service: 'northmere', episodes: [{ id: episode }], attempts: [] });
    const tried = { offer: (offer as { id: string }).id, at: '2025-11-20T07:00', method: 'PHONE' };
    const after = await does('ren', { recordAttempt: tried }, 'offer { attempts { at { text precision } method coreHours response endedIt } }');
    expect(after['offer']).toEqual({ attempts: [{ at: { text: '2025-11-20T07:00', precision: 'MINUTE' }, method: 'PHONE', coreHours: 'NOT_SAID', response: null, endedIt: false }] });
  });

  it('an interview is recorded, and shown to each at their level', async () => {
    const { id } = await anInterview();
    const query = `{ interview(id: "${id}") { __typename state sentence ... on FullInterview { plan pushFactors independentOfPlacement reasons interviewer heldBy placesStayed namedPeople { name category grade reviewOn } } } }`;
    expect(await reads('sal', query)).toMatchObject({
      interview: {
        __typename: 'FullInterview', plan: 'An invented plan.', pushFactors: ['BULLYING'], independentOfPlacement: 'YES', reasons: null, interviewer: 'ren@northmere', heldBy: 'northmere',
        placesStayed: ['4 Invented Row'], namedPeople: [{ name: 'Quillon Farthing', category: 'ASSOCIATE', grade: null, reviewOn: '2026-05-01' }],
      },
    });
    expect(await reads('hal', query)).toEqual({ interview: { __typename: 'InterviewNotice', state: 'COMPLETED', sentence: expect.any(String) as string } });
  });

  it('a text is proposed, approved, decided on and read by the one home alone, with the answers approved with it', async () => {
    const { id, interview } = await anInterview();
    const about = { interview: id, revision: 0, audience: 'PLACEMENT', recipient: 'larkfield' };
    const text = 'Wrenna told us what would help.';
    const { redaction } = await does('ren', { proposeRedaction: { ...about, text, answers: ['pushFactors'], contentHash: interview.contentHash } }, 'redaction { id revision state audience answers topics author proposedAt }');
    expect(redaction).toMatchObject({ state: 'DRAFT', answers: ['pushFactors'], topics: ['ALL'], author: 'ren@northmere' });
    const { id: proposed, revision } = redaction as { id: string; revision: number };
    const approved = await does('tess', { approveRedaction: { redaction: proposed, revision } }, 'redaction { state approver }');
    expect(approved['redaction']).toEqual({ state: 'APPROVED', approver: 'tess@northmere' });
    await does('ren', { recordAgreement: { ...about, aspect: 'AUDIENCE', state: 'GIVEN', understanding: 'She said it in her own words.' } }, 'warnings');
    const { interview: shared } = await does('sia', { decideSharing: { ...about, decision: 'SHARE' } }, 'interview { ... on FullInterview { sharing { kind state recipient until } } }');
    expect(shared).toMatchObject({ sharing: expect.arrayContaining([{ kind: 'SHARING', state: 'SHARE', recipient: 'larkfield', until: null }]) as object });
    const query = `{ interview(id: "${id}") { ... on RedactedInterview { redactedText redactedAnswers { question words } } ... on FullInterview { plan } } }`;
    expect(await reads('hal', query)).toEqual({ interview: { redactedText: text, redactedAnswers: [{ question: 'pushFactors', words: ['BULLYING'] }] } });
  });

  it('row 25: what came of a mutation is shown at the level of who did it, no higher', async () => {
    const item = { child: deciding.child, topic: 'VEHICLE', urgency: 'ROUTINE', at: '2025-11-20', content: 'A green van.', source: 'A shopkeeper' };
    const selection = 'intelligence { __typename handling origin disclosure { level } ... on FullIntelligence { content source released namedPeople { name } } }';
    const { intelligence } = await does('ren', { recordIntelligence: item }, selection);
    expect(intelligence).toMatchObject({ __typename: 'FullIntelligence', handling: 'P', origin: 'INTERVIEW', content: 'A green van.', source: null, released: false, namedPeople: [] });
  });

  it('a key sent again gets the first answer, and with another content none', async () => {
    const key = randomUUID();
    const first = await does('ren', { recordInterview: recorded({ key }) }, 'id revision');
    expect(await does('ren', { recordInterview: recorded({ key }) }, 'id revision')).toEqual(first);
    const { errors } = await tries('ren', 'mutation M($input: RecordInterviewInput!) { recordInterview(input: $input) { id } }', { ...recorded({ state: 'REFUSED' }), key });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['KEY_REUSED']);
  });

  it('row 26: the id of a notice, and of the text shown at it, opens nothing that could be written over', async () => {
    const { id } = await anInterview();
    const overwrite = recorded({ key: randomUUID(), id, revision: 1, answers: { plan: 'Canary-8812' } });
    const { errors, text } = await tries('hal', 'mutation M($input: RecordInterviewInput!) { recordInterview(input: $input) { id } }', overwrite);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(text).not.toContain('Canary');
    expect(await reads('sal', `{ interview(id: "${id}") { ... on FullInterview { plan revision } } }`)).toEqual({ interview: { plan: 'An invented plan.', revision: 1 } });
  });

  it.each([
    ['a key that is none', { key: 'Canary-1' }],
    ['a time that is none', { at: 'Canary-2' }],
    ['an episode that is none', { episodes: ['Canary-3'] }],
    ['an answer from no list', { answers: { pushFactors: ['Canary_4'] } }],
    ['a question that is none', { answers: { Canary5: 'Canary-5' } }],
    ['a date that is none', { answers: { followUpOn: 'Canary-6' } }],
    ['a person reviewed on no date', { answers: { namedPeople: [{ name: 'Canary-7', category: 'WITNESS', reviewOn: 'Canary-7' }] } }],
  ])('rows 32, 33, 65: a refusal of %s repeats nothing of it, nor does the log', async (_what, changed) => {
    const { errors, text } = await tries('ren', 'mutation M($input: RecordInterviewInput!) { recordInterview(input: $input) { id } }', { key: randomUUID(), ...recorded(changed) });
    expect(['BAD_INPUT', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
    expect(text).not.toMatch(/Canary/);
    expect(JSON.stringify(hub.logged)).not.toMatch(/Canary/);
  });

  it('row 15: to write of a child that is not theirs is answered like one that is not there', async () => {
    const query = 'mutation M($input: RecordInterviewInput!) { recordInterview(input: $input) { id } }';
    const [hidden, absent] = [
      await tries('gil', query, { key: randomUUID(), ...recorded() }),
      await tries('gil', query, { key: randomUUID(), ...recorded({ child: randomUUID() }) }),
    ];
    expect([hidden, absent].map(({ errors }) => [errors[0]?.message, errors[0]?.extensions.code])).toEqual([hidden, hidden].map(({ errors }) => [errors[0]?.message, 'NOT_FOUND']));
  });

  it('row 66: emergency access opens one child, and is the first thing on the briefing of those to be told, until they know', async () => {
    const opened = await does('ede', { openEmergencyAccess: { child: deciding.child, reason: 'She rang us.' } }, 'id until child { givenName interviews { __typename } }');
    expect(opened).toMatchObject({ until: new Date(deciding.now + 4 * 3_600_000).toISOString(), child: { interviews: expect.arrayContaining([{ __typename: 'FullInterview' }]) as object } });
    const told = `{ briefing(authority: "northmere") { notices { id kind text about raisedAt } } }`;
    const { briefing } = (await reads('nia', told)) as { briefing: { notices: { id: string; about: string }[] } };
    expect(briefing.notices).toEqual([expect.objectContaining({ kind: 'EMERGENCY_ACCESS', about: opened['id'] })]);
    const notice = briefing.notices[0]?.id ?? '';
    expect(await reads('nia', `mutation { acknowledgeNotice(id: "${notice}") { id } }`)).toEqual({ acknowledgeNotice: { id: notice } });
    expect(await reads('nia', '{ notices { id } }')).toEqual({ notices: [] });
    const review = { emergency: opened['id'], revision: 0, outcome: 'JUSTIFIED', note: 'It was needed.' };
    expect(await does('nia', { reviewEmergencyAccess: review }, 'revision')).toEqual({ revision: 1 });
  });

  it('row 67: whose child this is answers the authority to ring, to those who may ask and to nobody else', async () => {
    const [named] = await deciding.ingest.rows<{ given_name: string; family_name: string; date_of_birth: { text: string } }>('select given_name, family_name, date_of_birth from child');
    const exact = { givenName: named?.given_name, familyName: named?.family_name, dateOfBirth: named?.date_of_birth.text.slice(0, 10), reason: 'Found at the station.' };
    const query = 'mutation M($input: WhoseChildInput!) { whoseChild(input: $input) { authority name dutyContact } }';
    const answer = await tries('gil', query, exact);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({ whoseChild: { authority: 'northmere' } });
    const codes = [await tries('gil', query, { ...exact, givenName: 'Canary' }), await tries('hal', query, exact)].map(({ errors }) => errors[0]?.extensions.code);
    expect(codes).toEqual(['NOT_FOUND', 'FORBIDDEN']);
  });
});

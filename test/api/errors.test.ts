import { ERRORS, HubError } from '../../src/domain/errors.ts';
import { aHub, ask, post, unused, type AHub } from '../http/a-hub.ts';

const CANARY = 'Zephyrine-Quill-0451';
const WORD = 'ZephyrineQuill';

describe('an error', () => {
  let hub: AHub;
  let failure: unknown;
  beforeAll(async () => {
    // Not everything that is thrown is an error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const fail = (): Promise<never> => Promise.reject(failure);
    hub = await aHub({ gate: { ...unused, row: fail, rows: fail, page: fail } });
  });
  afterAll(() => hub.close());

  const QUERY = '{ child(id: "1") { id } }';

  it('of the hub carries code, remedy and a reference that the log has too', async () => {
    failure = new HubError('CURSOR_INVALID', 'The cursor was not given to you for this list.');
    const { errors, data } = await ask(hub, QUERY);
    expect(data).toEqual({ child: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      message: 'The cursor was not given to you for this list.',
      path: ['child'],
      extensions: { code: 'CURSOR_INVALID', remedy: ERRORS.CURSOR_INVALID.remedy },
    });
    expect(hub.logged.at(-1)).toMatchObject({ fields: { reference: errors[0]?.extensions.reference, code: 'CURSOR_INVALID' } });
  });

  it.each([
    ['of the database that carries row text', Object.assign(new Error(`Failing row contains (${CANARY})`), { code: '23514', detail: CANARY })],
    ['of the hub itself, about its inside,', new HubError('INTERNAL', CANARY)],
    ['of any other kind', new TypeError(`Cannot read ${CANARY}`)],
    ['that is no error at all', CANARY],
    ['that claims to be one of GraphQL', Object.assign(new Error(CANARY), { extensions: { code: CANARY }, locations: [] })],
  ])('rows 31, 34: %s is masked, and its cause goes to the log under the reference', async (_kind, thrown) => {
    failure = thrown;
    const { errors, text } = await ask(hub, QUERY);
    expect(errors[0]).toMatchObject({ message: 'The hub failed.', extensions: { code: 'INTERNAL' } });
    expect(text).not.toContain(CANARY);
    expect(hub.logged.at(-1)).toMatchObject({ event: 'request-failed', fields: { reference: errors[0]?.extensions.reference } });
  });

  it('row 34: when an answer does not fit the schema does not say what it held', async () => {
    const wrong = await aHub({ gate: { ...unused, row: () => Promise.resolve({ gender: CANARY } as never) } });
    const { text, errors } = await ask(wrong, '{ child(id: "1") { gender } }');
    expect(text).not.toContain(CANARY);
    expect(errors[0]?.extensions.code).toBe('INTERNAL');
    await wrong.close();
  });

  it.each([
    ['an unknown field', `{ child(id: "1") { ${WORD} } }`],
    ['an unknown argument', `{ child(id: "1", ${WORD}: "${CANARY}") { id } }`],
    ['an unknown type', `{ child(id: "1") { ... on ${WORD} { id } } }`],
    ['an unknown directive', `{ child(id: "1") { id @${WORD} } }`],
    ['an unknown fragment', `{ child(id: "1") { ...${WORD} } }`],
    ['an unused fragment', `{ child(id: "1") { id } } fragment ${WORD} on Child { id }`],
    ['an unknown variable', `{ child(id: $${WORD}) { id } }`],
    ['an unused variable', `query Q($${WORD}: ID) { child(id: "1") { id } }`],
    ['a literal of another type', `{ episodes(first: "${CANARY}") { nodes { id } } }`],
    ['a literal of no value of an enum', `{ episodes(orderBy: ${WORD}) { nodes { id } } }`],
    ['a literal time that is none', `{ episodes(filter: { missingFrom: "${CANARY}" }) { nodes { id } } }`],
    ['an unknown key of a filter', `{ episodes(filter: { ${WORD}: "${CANARY}" }) { nodes { id } } }`],
    ['a filter on a hidden field', `{ episodes(filter: { circumstances: "${CANARY}" }) { nodes { id } } }`],
    ['a dot path', `{ episodes(filter: { "child.nhsNumber": "${CANARY}" }) { nodes { id } } }`],
    ['a syntax error', `{ child(id: "${CANARY}) { id } }`],
    ['a stray name', `${WORD} { child(id: "1") { id } }`],
    ['a doubled name', `query ${WORD} { viewer { name } } query ${WORD} { viewer { name } }`],
    ['two fields under one name', `{ child(id: "${CANARY}") { ${WORD}: upn ${WORD}: email } }`],
    ['a missing selection', `{ ${WORD}: child(id: "${CANARY}") }`],
    ['a selection of a value', `{ child(id: "${CANARY}") { upn { ${WORD} } } }`],
    ['@defer', `{ child(id: "1") { ... @defer(label: "${CANARY}") { id } } }`],
  ])('rows 1, 2, 3, 4, 32, 33, 35: in a query with %s repeats nothing that the client wrote', async (_kind, query) => {
    const { text, errors, status } = await ask(hub, query);
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(text).not.toContain(WORD);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain('Did you mean');
  });

  it.each([
    ['mutation', 'There is no such field (Mutation).'],
    ['subscription', 'There is no such field (Subscription).'],
  ])('says that there is no such %s here, and repeats nothing of it', async (kind, message) => {
    const { text, errors } = await ask(hub, `${kind} { ${WORD} }`);
    expect(errors[0]).toMatchObject({ message, extensions: { code: 'BAD_INPUT' } });
    expect(text).not.toContain(WORD);
  });

  it.each([
    ['an enum', 'query Q($v: EpisodeFilter) { episodes(filter: $v) { nodes { id } } }', { v: { risk: [CANARY] } }],
    ['a time', 'query Q($v: DateTime) { briefing(authority: "a", at: $v) { at } }', { v: CANARY }],
    ['a number', 'query Q($v: Int!) { episodes(first: $v) { nodes { id } } }', { v: CANARY }],
    ['an id', 'query Q($v: ID!) { child(id: $v) { id } }', { v: { [CANARY]: CANARY } }],
    ['a key of a filter', 'query Q($v: EpisodeFilter) { episodes(filter: $v) { nodes { id } } }', { v: { [CANARY]: 1 } }],
    ['a proto key of a filter', 'query Q($v: EpisodeFilter) { episodes(filter: $v) { nodes { id } } }', { v: JSON.parse(`{"__proto__": "${CANARY}"}`) as object }],
    ['one that is missing', 'query Q($v: ID!) { child(id: $v) { id } }', { [CANARY]: CANARY }],
    ['null where a number belongs', 'query Q($v: Int = 5) { episodes(first: $v) { nodes { id } } }', { v: null, [CANARY]: 1 }],
  ])('rows 32, 33: in a variable that is %s repeats nothing of it', async (_kind, query, variables) => {
    const { text, errors } = await ask(hub, query, { variables });
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
    expect(text).not.toContain(CANARY);
    expect(JSON.stringify(hub.logged.at(-1)?.fields)).not.toContain(CANARY);
  });

  it.each([
    ['broken JSON', `{"query": "${CANARY}`],
    ['an array', `[{"query": "{ viewer { name } }"}]`],
    ['no query', `{"${CANARY}": 1}`],
    ['a query that is no text', `{"query": {"${CANARY}": 1}}`],
    ['variables that are no object', `{"query": "{ viewer { name } }", "variables": "${CANARY}"}`],
    ['an operation that is not there', `{"query": "query A { viewer { name } }", "operationName": "${WORD}"}`],
    ['a persisted query of no shape', `{"extensions": {"persistedQuery": {"version": 1, "${CANARY}": 1}}}`],
    ['a persisted query', `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "${CANARY}"}}}`],
  ])('in a request with %s repeats nothing of it', async (_kind, body) => {
    const { status, errors, text } = await post(hub, body, { authorization: 'Bearer coordinator@northmere' });
    expect([200, 400]).toContain(status);
    expect(errors[0]?.extensions.code).toBe(body.includes('sha256Hash') ? 'OPERATION_NOT_REGISTERED' : 'BAD_INPUT');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(WORD);
  });

  it('names each field that an input lacks, and nothing of what it has', async () => {
    const { text, errors } = await ask(hub, 'mutation M($v: TriageReturnInput!) { triageReturn(input: $v) { id } }', { variables: { v: { route: CANARY, key: `${CANARY}; Field "${WORD}" of required type "ID!" was not provided.` } } });
    const said = errors.map(({ message }) => message);
    expect(said).toContain('The variable $v lacks episode, which is required (ID!).');
    expect(new Set(said).size).toBe(said.length);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(WORD);
  });

  it('says which fields a type has, where one is asked for that it has not', async () => {
    const { text, errors } = await ask(hub, `mutation M($v: TriageReturnInput!) { triageReturn(input: $v) { ${WORD} } }`);
    expect(errors[0]?.message).toMatch(/^There is no such field \(TriageReturnPayload\)\. TriageReturnPayload has .*warnings/);
    expect(text).not.toContain(WORD);
  });

  it.each([['warning', 'warnings'], ['Warnings', 'warnings'], ['re_vision', 'revision']])('names what was asked for where it is a slip of the pen: %s', async (sent, meant) => {
    const { errors } = await ask(hub, `mutation M($v: TriageReturnInput!) { triageReturn(input: $v) { ${sent} } }`);
    expect(errors[0]?.message).toBe(`There is no such field (TriageReturnPayload). TriageReturnPayload has no field ${sent}; it has ${meant}.`);
  });

  it.each([
    ['a word of the schema', { nhsNumber: CANARY }, 'EpisodeFilter has no field nhsNumber; it has '],
    ['no word of the schema', { [WORD]: CANARY }, 'EpisodeFilter has no field of a name that was sent; it has '],
  ])('says of an input which fields it has, where what was sent is %s', async (_kind, v, said) => {
    const { text, errors } = await ask(hub, 'query Q($v: EpisodeFilter) { episodes(filter: $v) { nodes { id } } }', { variables: { v } });
    expect(errors[0]?.message).toContain(`The variable $v is missing or does not fit its type. ${said}`);
    expect(errors[0]?.message).toContain('missingUntil');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(WORD);
  });

  it('still says which names of the schema it is about', async () => {
    const { errors } = await ask(hub, `{ child(id: "1") { ${WORD} } }`);
    expect(errors[0]?.message).toBe('There is no such field (Child).');
  });

  it('row 35: in production says nothing of the schema that the client has not said', async () => {
    const production = await aHub({ production: true });
    const introspected = await ask(production, '{ __schema { types { name } } }');
    const typed = await ask(production, '{ __type(name: "Child") { fields { name } } }');
    const misspelt = await ask(production, '{ chid(id: "1") { id } }');
    expect([introspected, typed].map(({ errors }) => errors[0]?.message)).toEqual([
      'This hub does not describe its schema on request.',
      'This hub does not describe its schema on request.',
    ]);
    expect(misspelt.text).not.toContain('child');
    expect((await ask(production, '{ viewer { __typename } }')).data).toEqual({ viewer: { __typename: 'Viewer' } });
    await production.close();
  });
});

describe('a caller', () => {
  let hub: AHub;
  beforeAll(async () => {
    hub = await aHub();
  });
  afterAll(() => hub.close());

  it('without a token is asked for one', async () => {
    const { status, errors, data } = await post(hub, '{"query": "{ viewer { name } }"}');
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions.code).toBe('TOKEN_REQUIRED');
  });

  it('without a token learns nothing of whether a query is right', async () => {
    const right = await post(hub, '{"query": "{ viewer { name } }"}');
    const wrong = await post(hub, '{"query": "{ nothing }"}');
    expect(wrong.errors[0]?.message).toBe(right.errors[0]?.message);
    expect(wrong.status).toBe(right.status);
  });

  it('that is an ingest client may not read', async () => {
    const { status, errors } = await ask(hub, '{ viewer { name } }', { as: 'sender@northmere-903' });
    expect(status).toBe(403);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is told who they are, where, in which role and on what ground', async () => {
    const { data } = await ask(hub, '{ viewer { person name agency agencyName role purpose lawfulBasis } }');
    expect(data).toEqual({
      viewer: {
        person: 'coordinator-northmere',
        name: 'Invented Person',
        agency: 'northmere',
        agencyName: 'Northmere Council',
        role: 'HUB_COORDINATOR',
        purpose: 'SAFEGUARDING',
        lawfulBasis: 'PUBLIC_TASK',
      },
    });
  });
});

import path from 'node:path';
import { getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { buildSchema } from '../../src/api/build-schema.ts';
import { validationLimits } from '../../src/api/limits.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import type { Gate } from '../../src/gate/gate.ts';
import { readPartnerOperations } from '../../src/web/partner-operations.ts';
import { aHub, ask, post, unused, type AHub } from '../http/a-hub.ts';

const OPERATIONS = readPartnerOperations(path.join(PROJECT_ROOT, 'schema', 'operations'));
const times = (count: number, make: (place: number) => string): string => Array.from({ length: count }, (_, place) => make(place)).join(' ');

describe('a query', () => {
  let hub: AHub;
  let reads = 0;
  beforeAll(async () => {
    const count = <T>(answer: T) => (): Promise<T> => {
      reads += 1;
      return Promise.resolve(answer);
    };
    const empty = { nodes: [], cursors: [], hasNextPage: false };
    const gate: Gate = { ...unused, row: count(null), rows: count([]), page: count(empty), ranked: count({ ids: [], cursors: [], hasNextPage: false }) };
    hub = await aHub({ gate });
  });
  beforeEach(() => {
    reads = 0;
  });
  afterAll(() => hub.close());

  const links = (depth: number): string => (depth === 0 ? 'id' : `child { episodes(first: 1) { ${links(depth - 1)} } }`);

  it.each([
    ['too deep', `{ episode(id: "1") { ${links(6)} } }`],
    ['too deep through fragments', `{ episode(id: "1") { ...F } } fragment F on Episode { ${links(6)} }`],
    ['with a thousand aliases', `{ ${times(1000, (place) => `a${String(place)}: viewer { name }`)} }`],
    ['with too many aliases', `{ ${times(31, (place) => `a${String(place)}: viewer { name }`)} }`],
    ['with an alias too long to keep an answer under', `{ child(id: "1") { ${'x'.repeat(41)}: episodes { id } } }`],
    ['with too many directives', `{ viewer { ${times(21, () => 'name @include(if: true)')} } }`],
    ['of too many words', `{ viewer { ${times(1500, () => 'name')} } }`],
    ['that asks for too much in literals', '{ episodes(first: 100) { nodes { child { episodes(first: 50) { id kind status risk } } } } }'],
    ['that asks for too much in variables', 'query Q($p: Int! = 100, $l: Int! = 50) { episodes(first: $p) { nodes { child { episodes(first: $l) { child { episodes(first: $l) { id } } } } } } }'],
    [
      'that asks for too much in many fields together',
      `query Q($p: Int! = 100, $l: Int! = 50) { ${times(5, (place) => `a${String(place)}: episodes(first: $p) { nodes { child { episodes(first: $l) { id } } } }`)} }`,
    ],
  ])('row 30: %s is refused before anything is read for it', async (_kind, query) => {
    const { errors, data } = await ask(hub, query);
    expect(errors.map(({ extensions }) => extensions.code)).toContain('QUERY_REFUSED');
    expect(data ?? null).toBeNull();
    expect(reads).toBeLessThan(5);
  });

  it.each([
    ['no authority can be called', '{ briefing(authority: "a\\u0000b") { at missing { inWords } } }'],
    ['no authority is named', '{ briefing(authority: "") { at missing { inWords } } }'],
    ['the whole history would be a briefing', '{ briefing(authority: "northmere", at: "2024-01-01T00:00:00Z") { at returned { inWords } } }'],
    ['a year is none', '{ briefing(authority: "northmere", at: "0001-01-01T00:00:00Z") { at returned { inWords } } }'],
    ['a year is none in a filter', '{ episodes(filter: { missingFrom: "0000-01-01T00:00:00Z" }) { nodes { id } } }'],
    ['an offset is none', '{ episodes(filter: { missingFrom: "2026-01-01T00:00:00+99:99" }) { nodes { id } } }'],
  ])('D2: in which %s is refused before anything is read for it', async (_what, query) => {
    const { errors } = await ask(hub, query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect(reads).toBe(0);
  });

  it('longer than the hub reads is refused', async () => {
    const { errors, status } = await post(hub, JSON.stringify({ query: `# ${'x'.repeat(200_000)}\n{ viewer { name } }` }));
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('QUERY_REFUSED');
  });

  it('that a fragment makes endless is refused', async () => {
    const { errors } = await ask(hub, '{ child(id: "1") { ...A } } fragment A on Child { episodes { child { ...A } } }');
    expect(errors.length).toBeGreaterThan(0);
    expect(reads).toBe(0);
  });

  it('row 29: one of several in one request is refused', async () => {
    const { errors } = await post(hub, JSON.stringify([{ query: '{ viewer { name } }' }]), { authorization: 'Bearer coordinator@northmere' });
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it.each([0, 101])('for a page of %i is refused', async (first) => {
    const { errors } = await ask(hub, 'query Q($n: Int!) { episodes(first: $n) { nodes { id } } }', { variables: { n: first } });
    expect(errors[0]?.message).toBe('"first" of a page is from 1 to 100.');
  });

  it('sent as a form, as a page elsewhere could, is refused', async () => {
    const { status, errors } = await post(hub, 'query=%7Bviewer%7Bname%7D%7D', {
      authorization: 'Bearer coordinator@northmere',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('sent as an address is not answered', async () => {
    const response = await fetch(`${hub.url}/graphql?query={viewer{name}}`, { headers: { authorization: 'Bearer coordinator@northmere' } });
    expect(response.status).toBe(404);
  });

  // Made once: making it holds everything up, and a server left waiting for five seconds hangs up on who asks next.
  const schema = buildSchema();
  const promised = OPERATIONS.map(({ partner, name, query }) => [`${partner}/${name}`, query] as const);
  const WITHOUT_RECORDS = ['explain-access', 'practice', 'replay-preview', 'shown-while-joined', 'who-am-i'].map((name) => `coordinator/${name}`);
  const isNoQuestion = ([name, query]: readonly [string, string]): boolean => WITHOUT_RECORDS.includes(name) || /^(mutation|subscription)/.test(query);

  it.each(promised.filter(isNoQuestion))('that is promised to a partner and does or follows something, or asks of access or of the rules, fits: %s', (_name, query) => {
    expect(validate(schema, parse(query), [...specifiedRules, ...validationLimits()])).toEqual([]);
  });

  it.each(promised.filter((one) => !isNoQuestion(one)))('that is promised to a partner fits: %s', async (_name, query) => {
    const { errors, status } = await ask(hub, query, { variables: { id: '1', authority: 'northmere', interview: '1', audience: 'POLICE', of: 'SERVICE', first: 10, from: '2026-05', until: '2026-06' } });
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(reads).toBeGreaterThan(0);
  });

  it('by which an editor reads the schema fits', async () => {
    const { errors } = await ask(hub, getIntrospectionQuery());
    expect(errors).toEqual([]);
  });

  it('row 40: is answered for its reader alone, whatever became of it', async () => {
    const persisted = '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}';
    const answers = [
      await ask(hub, '{ viewer { name } }'),
      await ask(hub, '{ nothing }'),
      await post(hub, '{'),
      await post(hub, '{"query": "{ viewer { name } }"}'),
      await post(hub, persisted, { authorization: 'Bearer coordinator@northmere' }),
    ];
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'));
  });
});

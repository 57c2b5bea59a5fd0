import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print, stripIgnoredCharacters, TypeInfo, visit, visitWithTypeInfo, type GraphQLObjectType } from 'graphql';
import { askedOperation } from '../../src/api/asked-operation.ts';
import { buildSchema } from '../../src/api/build-schema.ts';
import { idOf, manifestOf, registerOperations } from '../../src/api/registered-operations.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import type { Gate } from '../../src/gate/gate.ts';
import { readPartnerOperations } from '../../src/web/partner-operations.ts';
import { aHub, ask, post, unused, type AHub } from '../http/a-hub.ts';

const OPERATIONS = path.join(PROJECT_ROOT, 'schema', 'operations');
const registered = registerOperations(readPartnerOperations(OPERATIONS));
const list = [...registered.values()].find(({ name }) => name === 'EpisodeList');
const id = list?.id ?? '';
const FREE = 'query Mine { viewer { name } }';

describe('the operations promised to partners', () => {
  it('are listed in schema/operations/manifest.json as the documents say', () => {
    expect(manifestOf(registered)).toBe(readFileSync(path.join(OPERATIONS, 'manifest.json'), 'utf8'));
    expect(registered.size).toBe(readPartnerOperations(OPERATIONS).length);
  });

  it('have ids that a client can work out of the document, whatever its spaces and comments', () => {
    const [written] = readPartnerOperations(OPERATIONS).filter(({ name }) => name === 'episode-list');
    const spaced = `# a comment\n${stripIgnoredCharacters(written?.query ?? '')}`;
    expect(registerOperations([{ partner: 'x', query: spaced }]).has(id)).toBe(true);
    expect(idOf(print(parse(spaced)))).toBe(id);
  });

  it.each([
    ['two operations', 'query A { viewer { name } } query B { viewer { name } }'],
    ['an operation without a name', '{ viewer { name } }'],
    ['no operation', 'fragment F on Viewer { name }'],
  ])('are none where a document has %s', (_fault, query) => {
    expect(() => registerOperations([{ partner: 'police', query }])).toThrow('Each document of schema/operations/police has one operation, with a name.');
  });
});

describe('a hub that runs registered operations alone answers everything that is done or asked', () => {
  /** What a router asks, and nobody else. */
  const OF_THE_ROUTER = ['Query._entities', 'Query._service'];
  const schema = buildSchema();
  const asked = new Set<string>();
  const types = new TypeInfo(schema);
  for (const { body } of registered.values()) {
    visit(parse(body), visitWithTypeInfo(types, { Field: ({ name }) => void asked.add(`${types.getParentType()?.name ?? ''}.${name.value}`) }));
  }

  it.each(['Query', 'Mutation', 'Subscription', 'Briefing', 'Transmission'])('%s', (type) => {
    // Each is a type of fields.
    const fields = Object.keys((schema.getType(type) as GraphQLObjectType).getFields()).map((field) => `${type}.${field}`);
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter((field) => !asked.has(field) && !OF_THE_ROUTER.includes(field))).toEqual([]);
  });
});

describe('a request', () => {
  const any = { registered, any: true };
  const only = { registered, any: false };
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables: { first: 1 } };

  it.each([
    ['as persisted queries do', byHash],
    ['as a document id', { documentId: id, variables: { first: 1 } }],
    ['as a document id that says its kind', { documentId: `sha256:${id.toUpperCase()}`, variables: { first: 1 } }],
    ['whatever document it brings besides', { ...byHash, query: FREE }],
    ['by the document itself, to the letter', { query: list?.body, variables: { first: 1 } }],
  ])('is given the document it names %s', (_way, request) => {
    expect([askedOperation<object>(request, only), askedOperation<object>(request, any)]).toEqual(Array(2).fill({ query: list?.body, variables: { first: 1 } }));
  });

  it.each([
    ['brings a document of its own', { query: FREE }],
    ['names a registered operation and brings another', { query: FREE, operationName: 'EpisodeList' }],
    ['brings a registered document with something in front', { query: `${FREE} ${list?.body ?? ''}` }],
    ['names an id nobody registered', { documentId: 'a'.repeat(64) }],
    ['brings a document under its own id, as if the hub kept it', { query: FREE, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(FREE) } } }],
    ['brings nothing', {}],
    ['is a list', [{ query: FREE }]],
    ['is of another shape', { query: FREE, documentId: 7 }],
  ])('is refused where only registered ones are run and it %s', (_way, request) => {
    expect(() => askedOperation<unknown>(request, only)).toThrow('none of the operations that are registered');
  });

  it('is left as it is where any may be run, unless it names one that is not there', () => {
    expect(askedOperation<unknown>({ query: FREE }, any)).toEqual({ query: FREE });
    expect(() => askedOperation<unknown>({ query: FREE, documentId: 'a'.repeat(64) }, any)).toThrow('none of the operations that are registered');
  });
});

describe('a hub that runs registered operations alone', () => {
  let hub: AHub;
  const reads: { readonly name: string; readonly hash: string }[] = [];
  beforeAll(async () => {
    const gate: Gate = {
      ...unused,
      page: (_viewer, { operation }) => {
        reads.push(operation);
        return Promise.resolve({ nodes: [], cursors: [], hasNextPage: false });
      },
    };
    hub = await aHub({ gate, production: true, operations: 'registered' });
  });
  beforeEach(() => {
    reads.length = 0;
  });
  afterAll(() => hub.close());
  const coordinator = { authorization: 'Bearer coordinator@northmere' };
  const byId = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

  it('answers one that is named by its id, and writes that id into the disclosure', async () => {
    const { errors, data } = await post(hub, byId, coordinator);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ episodes: { nodes: [] } });
    expect(reads).toEqual([{ name: 'EpisodeList', hash: id }]);
  });

  it('row 29: refuses any other with a code of its own, before anything is read', async () => {
    const { status, errors, text } = await ask(hub, '{ episodes(first: 1) { nodes { id } } }');
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['OPERATION_NOT_REGISTERED']]);
    expect(text).not.toContain('episodes');
    expect(reads).toEqual([]);
  });

  it('row 29: looks at who asks first: a registered operation opens nothing to nobody', async () => {
    const answers = [await post(hub, byId), await post(hub, JSON.stringify({ query: FREE }))];
    expect(answers.map(({ status, errors }) => [status, errors[0]?.extensions.code])).toEqual([[401, 'TOKEN_REQUIRED'], [401, 'TOKEN_REQUIRED']]);
    expect(reads).toEqual([]);
  });
});

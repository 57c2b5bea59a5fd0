import { execute, parse, type GraphQLResolveInfo } from 'graphql';
import { buildSchema } from '../../src/api/build-schema.ts';
import { selects, wantedTree } from '../../src/api/wanted-tree.ts';
import type { WantedTree } from '../../src/gate/read-request.ts';

/** Runs a query with its first field's resolver replaced by one that only reads the selection. */
function reading<T>(query: string, read: (info: GraphQLResolveInfo) => T, variables: Record<string, unknown> = {}): T {
  const schema = buildSchema();
  const results: T[] = [];
  const faults: unknown[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = (...called): null => {
      try {
        results.push(read(called[3]));
      } catch (error) {
        faults.push(error);
      }
      return null;
    };
  }
  const document = parse(query);
  void execute({ schema, document, variableValues: variables });
  const [result] = results;
  if (result === undefined) {
    throw faults[0] as Error;
  }
  return result;
}

const wanted = (query: string, variables?: Record<string, unknown>): WantedTree => reading(query, (info) => wantedTree(info), variables);
const named = (...names: string[]) => names.map((name) => ({ name, key: name }));

describe('the wanted tree', () => {
  it('holds the selected fields of the type by name', () => {
    expect(wanted('{ child(id: "x") { id givenName __typename } }')).toEqual({ Child: named('id', 'givenName') });
  });

  it('asks for a value once, under its own name, whatever the client calls it', () => {
    expect(wanted('{ child(id: "x") { id: givenName a: familyName b: familyName __proto__: upn } }')).toEqual({
      Child: named('givenName', 'familyName', 'upn'),
    });
  });

  it('takes in named and inline fragments, also within each other', () => {
    const query = `{ child(id: "x") { ...A ... on Child { email } } }
      fragment A on Child { id ...B } fragment B on Child { upn }`;
    expect(wanted(query)).toEqual({ Child: named('id', 'upn', 'email') });
  });

  it('leaves out what @skip and @include leave out, by variables too', () => {
    const query = `query Q($yes: Boolean!, $no: Boolean! = false) { child(id: "x") {
      id upn @skip(if: $yes) email @include(if: $no) build @include(if: $yes) ... @skip(if: true) { telephone } } }`;
    expect(wanted(query, { yes: true })).toEqual({ Child: named('id', 'build') });
  });

  it('keeps two aliases of one list apart, each with its own number', () => {
    const query = 'query Q($n: Int!) { child(id: "x") { last: episodes(first: 1) { id } more: episodes(first: $n) { risk } episodes { kind } } }';
    expect(wanted(query, { n: 7 })).toEqual({
      Child: [
        { name: 'episodes', key: 'episodes_last', first: 1, sub: { Episode: named('id') } },
        { name: 'episodes', key: 'episodes_more', first: 7, sub: { Episode: named('risk') } },
        { name: 'episodes', key: 'episodes', first: 5, sub: { Episode: named('kind') } },
      ],
    });
  });

  it('puts together what edges and nodes want', () => {
    const query = '{ episodes { x: edges { cursor n: node { id } } edges { node { risk } } nodes { id kind } pageInfo { endCursor } } }';
    expect(reading(query, (info) => wantedTree(info, ['nodes'], ['edges', 'node']))).toEqual({ Episode: named('id', 'kind', 'risk') });
  });

  it('wants nothing of the rows where only the page is asked for', () => {
    expect(reading('{ episodes { pageInfo { hasNextPage } } }', (info) => wantedTree(info, ['nodes'], ['edges', 'node']))).toEqual({ Episode: [] });
  });

  it.each(['0', '51', '-1', '1000000000'])('refuses a list of %s', (first) => {
    expect(() => wanted(`{ child(id: "x") { episodes(first: ${first}) { id } } }`)).toThrow('"first" of "episodes" is from 1 to 50.');
  });

  it('refuses a list whose number is null, which a database would take for no limit', () => {
    const query = 'query Q($n: Int) { child(id: "x") { placements(first: $n) { id } } }';
    expect(() => wanted(query, { n: null })).toThrow('"first" of "placements" is from 1 to 50.');
  });

  it('refuses one alias that means different numbers in two lists of the briefing', () => {
    const query = `{ briefing(authority: "a") {
      missing { child { e: episodes(first: 1) { id } } } returned { child { e: episodes(first: 2) { id } } } } }`;
    expect(() => reading(query, (info) => wantedTree(info, ['missing', 'child'], ['returned', 'child']))).toThrow('give each its own alias');
  });

  it('keeps one alias apart that means different links in two lists of the briefing', () => {
    const query = `{ briefing(authority: "a") {
      missing { child { x: episodes(first: 1) { id } } } returned { child { x: placements(first: 2) { urn } } } } }`;
    expect(reading(query, (info) => wantedTree(info, ['missing', 'child'], ['returned', 'child']))).toEqual({
      Child: [
        { name: 'episodes', key: 'episodes_x', first: 1, sub: { Episode: named('id') } },
        { name: 'placements', key: 'placements_x', first: 2, sub: { Placement: named('urn') } },
      ],
    });
  });

  it('knows whether a part is asked for at all', () => {
    const query = 'query Q($no: Boolean!) { briefing(authority: "a") { q: quarantine { id } sources @include(if: $no) { system } } }';
    const paths = [['quarantine'], ['quarantine', 'id'], ['quarantine', 'code'], ['sources'], ['missing', 'sources']];
    expect(reading(query, (info) => paths.map((path) => selects(info, ...path)), { no: false })).toEqual([true, true, false, false, false]);
  });

  it('wants what is selected on an interface of each of its concrete types', () => {
    expect(wanted('{ interview(id: "x") { id state } }')).toEqual({
      InterviewNotice: named('id', 'state'),
      RedactedInterview: named('id', 'state'),
      FullInterview: named('id', 'state'),
    });
  });

  it('wants what is selected on a concrete type of that one alone, by fragment or inline', () => {
    const query = `{ interview(id: "x") { at ... on FullInterview { plan } ...R ... on ReturnInterview { id } } }
      fragment R on RedactedInterview { words: redactedText }`;
    expect(wanted(query)).toEqual({
      InterviewNotice: named('at', 'id'),
      RedactedInterview: named('at', 'redactedText', 'id'),
      FullInterview: named('at', 'plan', 'id'),
    });
  });

  it('keeps one alias apart that two concrete types give to different links', () => {
    const query = `{ interview(id: "x") { ... on FullInterview { e: episodes(first: 1) { id } } ... on InterviewNotice { e: episodes(first: 2) { risk } } } }`;
    expect(wanted(query)).toEqual({
      InterviewNotice: [{ name: 'episodes', key: 'episodes_e', first: 2, sub: { Episode: named('risk') } }],
      RedactedInterview: [],
      FullInterview: [{ name: 'episodes', key: 'episodes_e', first: 1, sub: { Episode: named('id') } }],
    });
  });

  it('goes on from an interface through links that lead to another', () => {
    const query = '{ interview(id: "x") { ... on FullInterview { intelligence(first: 2) { id ... on FullIntelligence { interview { id } } } } } }';
    const levels = { InterviewNotice: named('id'), RedactedInterview: named('id'), FullInterview: named('id') };
    const item = { SanitisedIntelligence: named('id'), FullIntelligence: [...named('id'), { name: 'interview', key: 'interview', sub: levels }] };
    expect(wanted(query)).toEqual({
      InterviewNotice: [],
      RedactedInterview: [],
      FullInterview: [{ name: 'intelligence', key: 'intelligence', first: 2, sub: item }],
    });
  });

  it('takes a people list, an answer and a moment for values, not for rows', () => {
    expect(wanted('{ interview(id: "x") { at { text } ... on FullInterview { namedPeople { name } } } }')['FullInterview']).toEqual(named('at', 'namedPeople'));
  });
});

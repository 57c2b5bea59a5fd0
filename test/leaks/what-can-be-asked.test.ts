import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getNamedType, isInputObjectType, isObjectType, type GraphQLNamedType } from 'graphql';
import { buildSchema } from '../../src/api/build-schema.ts';

const schema = buildSchema();
const CREATE_APP = path.resolve(import.meta.dirname, '../../src/http/create-app.ts');

/**
 * Every argument there is to reading, by hand: ids, authorities, cursors, how many, and the plain words of an episode; the text
 * of a suggestion is looked through, and looks for nothing.
 */
const QUERY_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  briefing: ['at', 'authority'],
  child: ['id'],
  concerns: [],
  disclosures: ['after', 'child', 'first'],
  episode: ['id'],
  episodes: ['after', 'filter', 'first', 'orderBy'],
  explainAccess: ['child', 'episode', 'intelligence', 'interview'],
  intelligence: ['id'],
  interview: ['id'],
  matchReview: ['after', 'first', 'states'],
  notices: [],
  ownActions: [],
  practice: ['authority'],
  quarantine: ['ids', 'state'],
  replayPreview: ['id'],
  shownWhileJoined: ['first', 'second'],
  sources: [],
  suggestRedaction: ['audience', 'interview', 'recipient', 'text'],
  transmission: ['id'],
  transmissions: ['after', 'filter', 'first'],
  timeliness: ['authority', 'from', 'until'],
  viewer: [],
  workTray: ['after', 'first', 'of'],
};
/** A filter holds by what its reader may read: of transmissions what the sender alone reads is asked of the sender's alone. */
const FILTERS = {
  EpisodeFilter: ['kind', 'missingFrom', 'missingUntil', 'open', 'risk', 'status'],
  TransmissionFilter: ['overdue', 'states', 'withdrawnTooLate'],
};
/** No aggregates in spite of their names: what a force said, and how a message is to be taken. */
const SAID = ['Episode.previousMissingCount', 'QuarantineEntry.countsAsHigh'];

const argumentsOf = (type: GraphQLNamedType | null | undefined): [string, string[]][] =>
  isObjectType(type) ? Object.values(type.getFields()).map(({ name, args }) => [name, args.map((argument) => argument.name).sort()]) : [];

describe('what can be asked', () => {
  it('rows 1, 3, 4, 12, 13: is by these arguments alone; none reaches a text, an interview, an item or what hangs from a row', () => {
    expect(Object.fromEntries(argumentsOf(schema.getQueryType()))).toEqual(QUERY_ARGUMENTS);
    for (const [name, fields] of Object.entries(FILTERS)) {
      const filter = schema.getType(name);
      expect(isInputObjectType(filter) ? Object.keys(filter.getFields()).sort() : []).toEqual(fields);
    }
  });

  it('rows 2, 13: is combined by nothing: a filter holds values and lists of them, and no other filter', () => {
    const filters = Object.keys(FILTERS).map((name) => schema.getType(name));
    const fields = filters.flatMap((filter) => (isInputObjectType(filter) ? Object.values(filter.getFields()) : []));
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ type }) => isInputObjectType(getNamedType(type))).map(({ name }) => name)).toEqual([]);
  });

  it('rows 1, 13: of what hangs from a row is how many, and nothing that chooses among it', () => {
    const others = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && type !== schema.getQueryType() && type !== schema.getMutationType() && type !== schema.getSubscriptionType());
    expect([...new Set(others.flatMap(argumentsOf).flatMap(([, names]) => names))]).toEqual(['first']);
  });

  it('row 43: chooses among what is followed by nothing but which episode, or whose briefing', () => {
    expect(Object.fromEntries(argumentsOf(schema.getSubscriptionType()))).toEqual({ episodeChanged: ['episode'], briefingChanged: ['authority'], interviewReceived: [], alertRaised: [] });
  });

  it('row 9: is never a count, a least, a most, a sum or a group over rows', () => {
    const names = Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) && !type.name.startsWith('__') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
    expect(names.filter((name) => /\.(.*count|total|min|max|sum|average|groups?)/i.test(name)).filter((name) => !SAID.includes(name))).toEqual([]);
  });

  it('row 57: is of a redacted interview its text and the answers approved with it, and nowhere marks or places in a text', () => {
    const redacted = schema.getType('RedactedInterview');
    const fields = isObjectType(redacted) ? Object.keys(redacted.getFields()) : [];
    expect(fields.sort()).toEqual(['at', 'child', 'disclosure', 'episodes', 'id', 'redactedAnswers', 'redactedText', 'restricted', 'sentence', 'state']);
    const all = Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []));
    expect(all.filter((name) => /offset|span|range|mask|style|html/i.test(name))).toEqual([]);
  });

  it('row 53: is asked at these addresses alone', () => {
    const mounted = [...readFileSync(CREATE_APP, 'utf8').matchAll(/app\.(?:use|get|post|put|all)\('([^']+)'/g)].map(([, address]) => address);
    expect(mounted).toEqual(['/health', '/graphql/stream', '/graphql', '/federation', '/ingest/:adapter', '/documents/:id', '/exchange', '/.well-known/homeward-hub', '/demonstration', '/graphiql', '/schemas']);
  });
});

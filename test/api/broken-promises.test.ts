import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { brokenPromises } from '../../src/api/broken-promises.ts';
import { publishSchema } from '../../src/api/publish-schema.ts';
import { manifestOf, registerOperations } from '../../src/api/registered-operations.ts';
import { createProgram } from '../../src/cli/program.ts';
import type { CliProcess, Publication } from '../../src/cli/hub.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { readPartnerOperations } from '../../src/web/partner-operations.ts';
import { aFolder } from '../support/a-folder.ts';

const SCHEMA = `
  type Query { child(id: ID!, full: Boolean): Child  old: String }
  type Mutation { record(input: RecordInput!): Child! }
  input RecordInput { key: ID!  note: NoteInput }
  input NoteInput { text: String }
  enum Risk { HIGH LOW }
  type Child { id: ID!  name: String!  risk: Risk  number: String!  friends(first: Int, after: String): [Child!]! }
`;
const READS = 'query Reads($id: ID!) { child(id: $id) { id name risk friends(first: 2) { id } } }';
const WRITES = 'mutation Writes($input: RecordInput!) { record(input: $input) { id } }';
const promised = registerOperations([
  { partner: 'police', query: READS },
  { partner: 'provider', query: WRITES },
]);
const last = { schema: SCHEMA, manifest: manifestOf(promised) };
const after = (from: string, to: string): string[] => {
  expect(SCHEMA).toContain(from);
  return brokenPromises(buildSchema(SCHEMA.replace(from, to)), promised, last);
};

describe('a schema that partners rely on', () => {
  it.each([
    ['a field is gone', 'name: String!', '', ['police/Reads: Cannot query field "name" on type "Child".', 'police/Reads: Child.name was removed.']],
    ['a field may be null now', 'name: String!', 'name: String', ['police/Reads: Child.name changed type from String! to String.']],
    ['a field is of another type', 'risk: Risk', 'risk: String', ['police/Reads: Child.risk changed type from Risk to String.']],
    ['a value of an enumeration is gone', 'HIGH LOW', 'HIGH', ['police/Reads: LOW was removed from enum type Risk.']],
    ['a list holds nulls now', '[Child!]!', '[Child]!', ['police/Reads: Child.friends changed type from [Child!]! to [Child]!.']],
    ['an argument that is used is gone', 'friends(first: Int, after: String)', 'friends(after: String)', ['police/Reads: Unknown argument "first" on field "Child.friends".', 'police/Reads: Child.friends arg first was removed.']],
    ['an argument is required now', 'full: Boolean', 'full: Boolean!', ['police/Reads: Field "child" argument "full" of type "Boolean!" is required, but it was not provided.']],
    ['something more has to be sent', 'note: NoteInput', 'note: NoteInput  by: ID!', ['provider/Writes: A required field by on input type RecordInput was added.']],
    ['something that may be sent is gone, however deep', 'text: String', 'other: String', ['provider/Writes: NoteInput.text was removed.']],
  ])('breaks its promise where %s', (...[, from, to, broken]) => {
    expect(after(from, to)).toEqual(broken);
  });

  it.each([
    ['a field nobody promised is gone', 'number: String!', ''],
    ['a field nobody promised may be null', 'number: String!', 'number: String'],
    ['a root field nobody promised is gone', 'old: String', ''],
    ['an argument nobody uses is gone', ', after: String', ''],
    ['a field cannot be null any more', 'risk: Risk', 'risk: Risk!'],
    ['there is more', 'name: String!', 'name: String!  nickname: String'],
  ])('keeps it where %s', (_change, from, to) => {
    expect(after(from, to)).toEqual([]);
  });

  it('owes an operation that is new only what it says now', () => {
    const narrowed = buildSchema(SCHEMA.replace('name: String!', 'name: String'));
    const renamed = registerOperations([{ partner: 'police', query: READS.replace('Reads', 'ReadsAgain') }]);
    expect(brokenPromises(narrowed, renamed, last)).toEqual([]);
    expect(brokenPromises(narrowed, renamed, { ...last, manifest: '' })).toEqual(['police/ReadsAgain: Child.name changed type from String! to String.']);
  });
});

describe('homeward schema emit', () => {
  const published = publishSchema(readPartnerOperations(path.join(PROJECT_ROOT, 'schema', 'operations')));
  const folder = aFolder();
  const printed: string[] = [];
  const unused = (): never => {
    throw new TypeError('nothing else is asked for');
  };
  const at = (file: string): string => path.join(folder.path, file);
  const emit = async (says: Publication, ...words: string[]): Promise<void> => {
    const hands: CliProcess = { open: unused, serve: unused, adapters: { root: '', doorOf: unused, find: unused }, senderKeys: unused, published: () => says, now: unused, print: (line) => printed.push(line), fail: unused };
    await createProgram(hands, folder.path).parseAsync(['node', 'homeward', 'schema', 'emit', ...words]);
  };
  beforeEach(() => {
    mkdirSync(at('operations'), { recursive: true });
    writeFileSync(at('schema.graphql'), published.schema);
    writeFileSync(at('operations/manifest.json'), published.manifest);
  });
  afterAll(() => {
    folder.remove();
  });

  it('is content with what is published', async () => {
    await emit(published, '--check');
    expect(printed.at(-1)).toBe('The schema is current, and keeps what was promised.');
  });

  it('fails the build where the published schema had what an operation promised before rests on', async () => {
    // What was published had a field more: today's code has taken it away from the episode list.
    writeFileSync(at('schema.graphql'), published.schema.replaceAll('  status: EpisodeStatus\n', '  status: EpisodeStatus!\n'));
    const refused = emit(published, '--check');
    await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(refused).rejects.toThrow(/coordinator\/EpisodeList: Episode\.status changed type from EpisodeStatus! to EpisodeStatus/);
  });

  it('overwrites nothing that partners rely on', async () => {
    const before = published.schema.replaceAll('  status: EpisodeStatus\n', '  status: EpisodeStatus!\n');
    writeFileSync(at('schema.graphql'), before);
    await expect(emit(published)).rejects.toThrow('Operations that partners rely on would break');
    expect(readFileSync(at('schema.graphql'), 'utf8')).toBe(before);
    await expect(emit(published, '--check', '--break-promises')).rejects.toThrow('Operations that partners rely on would break');
    await emit(published, '--break-promises');
    expect(readFileSync(at('schema.graphql'), 'utf8')).toBe(published.schema);
  });

  it('says which file is not what the code says', async () => {
    writeFileSync(at('operations/manifest.json'), '');
    await expect(emit(published, '--check')).rejects.toThrow('manifest.json is not what the code says');
    await emit(published);
    expect(readFileSync(at('operations/manifest.json'), 'utf8')).toBe(published.manifest);
  });
});

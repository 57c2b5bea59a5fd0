import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { print, type DocumentNode } from 'graphql';
import { idOf, registerOperations } from '../../src/api/registered-operations.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { readPartnerOperations } from '../../src/web/partner-operations.ts';
import { aChild, anEpisode, aPlacement, put } from '../gate/a-world.ts';
import { aHub, aHubWithChildren, ask } from '../http/a-hub.ts';
import { aFolder } from '../support/a-folder.ts';

const CLIENT = path.join(PROJECT_ROOT, 'dist', 'client', 'homeward-client.ts');
const tool = (...file: string[]): string => path.join(PROJECT_ROOT, 'node_modules', ...file);
const run = (...command: string[]): string => execFileSync(process.execPath, command, { cwd: PROJECT_ROOT, encoding: 'utf8', stdio: 'pipe' });

const SETTINGS = '--ignoreConfig --noEmit --strict --skipLibCheck --target es2023 --module preserve --allowImportingTsExtensions --types node';

/** What the compiler says of a file; nothing when it is content. */
function compiled(file: string): string {
  const { stdout } = spawnSync(process.execPath, [tool('typescript', 'bin', 'tsc'), ...SETTINGS.split(' '), '--typeRoots', tool('@types'), file], { encoding: 'utf8' });
  return stdout;
}

/** A partner's own code, as the compiler should see it. */
const PARTNER = `
import { EpisodeListDocument, MorningBriefingDocument, type InterviewNoticesQuery, type MorningBriefingQuery, type MorningBriefingQueryVariables, type RecordOfferMutationVariables } from ${JSON.stringify(CLIENT)};
export const right: MorningBriefingQueryVariables = { authority: 'northmere', at: null };
// @ts-expect-error an authority must be named
export const wrong: MorningBriefingQueryVariables = {};
export const names = (answer: MorningBriefingQuery): readonly (string | null | undefined)[] =>
  answer.briefing.missing.map(entry => entry.child.givenName);
// @ts-expect-error this operation does not ask for the NHS number
export const number = (answer: MorningBriefingQuery): unknown => answer.briefing.missing[0]?.child.nhsNumber;
// @ts-expect-error a home is promised no level beyond the text approved for it
export const plan = (answer: InterviewNoticesQuery): unknown => answer.child?.interviews?.[0]?.plan;
export const text = (answer: InterviewNoticesQuery): unknown => answer.child?.interviews?.map(one => (one.__typename === 'RedactedInterview' ? one.redactedText : one.sentence));
// @ts-expect-error an offer has no approver: nothing else than its own fields is taken
export const offer: RecordOfferMutationVariables = { input: { key: 'k', child: 'c', episodes: [], at: '2026-11-20', offeredTo: 'CHILD', approver: 'a' } };
export const documents = [EpisodeListDocument, MorningBriefingDocument];
`;

/** A partner's own program, which asks by the ids of what it was promised. */
const PROGRAM = `
import { createHash } from 'node:crypto';
import { print } from ${JSON.stringify(path.join(PROJECT_ROOT, 'node_modules/graphql/index.js'))};
import type { TypedDocumentNode } from ${JSON.stringify(path.join(PROJECT_ROOT, 'node_modules/@graphql-typed-document-node/core/typings/index.d.ts'))};
import { EpisodeListDocument, MorningBriefingDocument } from ${JSON.stringify(CLIENT)};

async function ask<Answer, Asked>(document: TypedDocumentNode<Answer, Asked>, variables: Asked): Promise<Answer> {
  const sha256Hash = createHash('sha256').update(print(document)).digest('hex');
  const body = JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer coordinator@northmere' };
  const { data, errors } = (await (await fetch(process.argv[2] + '/graphql', { method: 'POST', headers, body })).json()) as { data: Answer; errors?: unknown };
  if (errors !== undefined) {
    throw new Error(JSON.stringify(errors));
  }
  return data;
}

const { briefing } = await ask(MorningBriefingDocument, { authority: 'northmere' });
const { episodes } = await ask(EpisodeListDocument, { first: 5 });
const names: readonly (string | null | undefined)[] = briefing.missing.map(({ child }) => child.givenName);
process.stdout.write(JSON.stringify({ names, episodes: episodes.nodes.map(({ id }) => id) }));
`;

const STANDING = { responsible: ['northmere'], forces: ['mereshire-police'], providers: ['larkfield'], missingNow: 'YES' } as const;

describe('the typed client of the partner operations', () => {
  let hub: Awaited<ReturnType<typeof aHubWithChildren>>;
  let documents: Readonly<Record<string, DocumentNode>>;
  const folder = aFolder();
  const child = randomUUID();
  const episode = randomUUID();
  beforeAll(async () => {
    run(tool('@graphql-codegen', 'cli', 'esm', 'bin.js'), '--config', 'codegen.yml');
    documents = (await import(CLIENT)) as typeof documents;
    hub = await aHubWithChildren();
    await put(hub.world, [
      aChild({ id: child, standing: STANDING }),
      anEpisode({ id: episode, child, standing: STANDING, columns: timesAsTheFoldWritesThem }),
      aPlacement({ id: randomUUID(), child, standing: STANDING }),
    ]);
  }, 60_000);
  afterAll(async () => {
    folder.remove();
    await hub.close();
  });

  it('tells a partner at compile time what may be sent and what comes back', () => {
    const file = path.join(folder.path, 'partner.ts');
    writeFileSync(file, PARTNER);
    expect(compiled(file)).toBe('');
  }, 60_000);

  it('has the very documents whose ids are in the manifest, a fragment before those that use it', () => {
    const ids = Object.entries(documents).filter(([name]) => name.endsWith('Document')).map(([, document]) => idOf(print(document)));
    expect(ids.sort()).toEqual([...registerOperations(readPartnerOperations(path.join(PROJECT_ROOT, 'schema', 'operations'))).keys()].sort());
  });

  it('asks a hub in production as a partner would: by the id of what was promised, and knowing what comes back', async () => {
    const production = await aHub({ gate: hub.gate, production: true, operations: 'registered' });
    const file = path.join(folder.path, 'program.ts');
    writeFileSync(file, PROGRAM);
    expect(compiled(file)).toBe('');
    const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', file, production.url]);
    await production.close();
    expect(JSON.parse(stdout)).toEqual({ names: [expect.any(String)], episodes: [episode] });
  }, 60_000);

  it.each([
    ['MorningBriefing', 'coordinator@northmere', 'briefing'],
    ['ChildPicture', 'coordinator@northmere', 'child'],
    ['EpisodeList', 'coordinator@northmere', 'episodes'],
    ['OpenEpisodes', 'police@mereshire-police', 'episodes'],
    ['EpisodeDetail', 'police@mereshire-police', 'episode'],
    ['OurChildren', 'provider@larkfield', 'episodes'],
    ['InterviewNotices', 'provider@larkfield', 'child'],
    ['LocatingFacts', 'police@mereshire-police', 'child'],
    ['DisclosureLog', 'auditor@northmere', 'disclosures'],
  ])('asks %s of the running hub as %s and is answered', async (name, as, field) => {
    const document = documents[`${name}Document`];
    const id = name === 'EpisodeDetail' ? episode : child;
    const { data, errors } = await ask(hub, document === undefined ? '' : print(document), { as, variables: { authority: 'northmere', id } });
    expect(errors).toEqual([]);
    expect(JSON.stringify(data?.[field])).toContain(child);
  });
});

const moment = { from: '2026-11-01T10:00:00.000Z', until: '2026-11-01T10:01:00.000Z', text: '2026-11-01T10:00', precision: 'MINUTE' };
const timesAsTheFoldWritesThem = { missing_since: moment, returned_at: null, located_at: null };

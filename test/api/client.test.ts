import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { print, type DocumentNode } from 'graphql';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { aChild, anEpisode, aPlacement, put } from '../gate/a-world.ts';
import { aHubWithChildren, ask } from '../http/a-hub.ts';
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

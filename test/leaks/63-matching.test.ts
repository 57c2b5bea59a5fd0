import { createHash } from 'node:crypto';
import { inOrder, matchMatter } from '../../src/domain/decision/decided-pairs.ts';
import type { MatchDecision } from '../../src/domain/decision/decision.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asWriter } from '../../src/store/database.ts';
import { addDecision } from '../../src/store/write/decision-store.ts';
import { ask } from '../http/a-hub.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aMissing, aTable, type Fields } from '../journeys/documents.ts';
import { aHubOfFiles, type HubOfFiles } from './a-hub-of-files.ts';

const NOW = Date.parse('2025-11-20T09:00:00Z');
const HERS: readonly Sending[] = [
  aTable('header', '0042,2,06/05/2011,WBRI,'),
  aTable('episodes', '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001'),
  aMissing({ 'Care/ResponsibleAuthorityChildId': '0042', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' }),
];
/** A report of another force, of a child who may be she; nobody says whose child it is, so Westhaven's authority may be asked. */
const OF_ANOTHER: Fields = { 'Header/ForceCode': '98', 'Report/MisperId': 'W-1', 'Person/PersonId': 'W-P1', 'Person/HomeAddress': null, 'Care/PlacingAuthority': null };
const ALIKE: Sending = { ...aMissing(OF_ANOTHER), as: 'westhaven-compact-client' };

interface Word {
  readonly agency: string;
  readonly decision: MatchDecision;
}
const both = (decision: MatchDecision): Word[] => ['northmere', 'westhaven'].map((agency) => ({ agency, decision }));

/** The pair of Northmere's own record and Westhaven's, decided in this order by their coordinators. */
async function decide({ ingest }: HubOfFiles, words: readonly Word[]): Promise<void> {
  const of = async (agency: string): Promise<string> => (await ingest.rows<{ id: string }>(`select id from record where kind = 'person' and agency = $1`, [agency]))[0]?.id ?? '';
  const pair = inOrder(await of('northmere'), await of('westhaven-police'));
  const said = new Map<string, number>();
  for (const [place, { agency, decision }] of words.entries()) {
    const revision = (said.get(agency) ?? 0) + 1;
    said.set(agency, revision);
    const matter = matchMatter(pair, agency);
    const id = createHash('sha256').update(`${matter} ${String(revision)}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
    const made = { id, kind: 'MATCH', child: pair.first, about: pair.second, matter, revision, payload: { decision, reason: 'kanari' }, person: 'nia', agency, role: 'HUB_COORDINATOR', at: NOW + place } as const;
    await asWriter(ingest.services.database, async (em) => {
      await addDecision(em, made, 'a hash');
      await refreshPicture(em, ingest.services, [pair.first, pair.second]);
    }, { serial: true });
  }
}

const SAID = 'statements { field rule values { value agency order fate endedBy } } flags { code reason } conflicts { field } provenance { field agency system order recordKey }';
const EPISODE = `id status missingSince { text } missingWith { id } ${SAID} disclosure { level withheld { field reason } }`;
const CHILD = `id givenName familyName age missingNow responsibleAuthorities possiblySame { id } ${SAID} disclosure { level withheld { field reason } }`;
/** Everything that could tell of another record: lists, pages, reviews, who was shown what, notices, sources, and every id there is. */
const queriesOn = (ids: readonly string[]): string[] => [
  `{ episodes(first: 5) { nodes { ${EPISODE} } pageInfo { hasNextPage } } }`,
  `{ episodes(first: 5) { nodes { child { ${CHILD} } } } }`,
  '{ episodes(first: 1, orderBy: MISSING_SINCE_EARLIEST) { nodes { id } pageInfo { hasNextPage endCursor } } }',
  '{ matchReview(states: [OPEN, AWAITS_OTHER_AUTHORITY, JOINED, SEPARATED]) { nodes { id state } pageInfo { hasNextPage } } }',
  '{ notices { id text } }',
  '{ sources { system } }',
  '{ quarantine { id code } }',
  ...['northmere', 'southvale', 'westhaven'].map((authority) => `{ briefing(authority: "${authority}") { missing { inWords child { id givenName } } authorityUnknown { child { id } } notices { text } } }`),
  ...ids.flatMap((id) => [
    `{ child(id: "${id}") { ${CHILD} } }`,
    `{ child(id: "${id}") { episodes(first: 5) { id } placements(first: 5) { id statements { field } } interviews(first: 5) { id } } }`,
    `{ episode(id: "${id}") { ${EPISODE} } }`,
  ]),
  ...ids.slice(0, 2).map((id) => `{ shownWhileJoined(first: "${id}", second: "${ids.at(-1) ?? ''}") { __typename } }`),
];

async function answers({ hub }: HubOfFiles, as: string, queries: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const query of queries) {
    said.push((await ask(hub, query, { as })).text.replaceAll(/"reference":"[0-9a-f-]{36}"/g, '"reference":""'));
  }
  return said;
}

/** What came of the pair in the other world. */
const STORIES: readonly { readonly story: string; readonly words: readonly Word[] }[] = [
  { story: 'lies in review', words: [] },
  { story: 'waits for the other authority', words: [{ agency: 'northmere', decision: 'JOIN' }] },
  { story: 'was kept apart', words: [{ agency: 'westhaven', decision: 'SEPARATE' }] },
  { story: 'was joined by both, and undone', words: [...both('JOIN'), { agency: 'westhaven', decision: 'NONE' }] },
  { story: 'was joined by both, and kept apart since', words: [...both('JOIN'), { agency: 'northmere', decision: 'SEPARATE' }] },
];
const OF_HER = ['police@mereshire-police', 'coordinator@southvale', 'senior@northmere', 'provider@larkfield-homes'];
const OF_THE_OTHER = ['police@westhaven-police'];
const OF_NEITHER = ['provider@brookside-care', 'senior@westhaven'];

describe('a record that may be the child a viewer sees, and that they may not know of', () => {
  let hers: HubOfFiles;
  let anothers: HubOfFiles;
  let queries: string[];
  beforeAll(async () => {
    [hers, anothers] = [await aHubOfFiles(), await aHubOfFiles()];
    await hers.take(...HERS);
    await anothers.take(ALIKE);
    const ids = await Promise.all([hers, anothers].map((world) => world.ingest.rows<{ id: string }>('select id from record order by id')));
    queries = queriesOn(ids.flat().map(({ id }) => id));
  });
  afterAll(() => Promise.all([hers, anothers].map((world) => world.close())));

  it.each(STORIES)('row 63: and that $story, changes nothing for them, whichever of the two they see', async ({ words }) => {
    const world = await aHubOfFiles();
    try {
      await world.take(...HERS, ALIKE);
      await decide(world, words);
      expect(await world.ingest.rows('select id from child')).toHaveLength(2);
      for (const [alone, viewers] of [[hers, [...OF_HER, ...OF_NEITHER]], [anothers, OF_THE_OTHER]] as const) {
        for (const as of viewers) {
          const told = await answers(world, as, queries);
          expect([as, told]).toEqual([as, await answers(alone, as, queries)]);
          expect(told.join()).not.toMatch(/kanari|QUERY_REFUSED|BAD_INPUT/);
          expect([as, told.join().includes('"Wrenna"')]).toEqual([as, !OF_NEITHER.includes(as)]);
        }
      }
      expect((await answers(world, 'coordinator@northmere', ['{ matchReview(states: [OPEN, AWAITS_OTHER_AUTHORITY, JOINED, SEPARATED]) { nodes { state } } }'])).join()).toContain('"state"');
    } finally {
      await world.close();
    }
  }, 120_000);
});

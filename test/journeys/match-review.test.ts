import { randomUUID } from 'node:crypto';
import { aRunningHub, MORNING, type RunningHub, type Sending } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

/** Southvale's own record of Wrenna, under her name as the social worker writes it. */
const COUNCIL: Sending = {
  adapter: 'lcs',
  as: 'southvale-lcs-client',
  bytes: `<?xml version="1.0" encoding="UTF-8"?>
<LcsExport schemaVersion="1">
 <ExportedAt>2025-11-20T06:00:00</ExportedAt>
 <MissingPersonEpisode>
  <FACT_MISSING_PERSON_ID>9001</FACT_MISSING_PERSON_ID>
  <DIM_PERSON_ID>77</DIM_PERSON_ID>
  <START_DTTM>2025-11-19T21:00:00</START_DTTM>
  <MISSING_STATUS>Missing</MISSING_STATUS>
  <Person><DIM_PERSON_ID>77</DIM_PERSON_ID><FORENAME>Wrena</FORENAME><SURNAME>Testfield</SURNAME><BIRTH_DTTM>2011-05-06T00:00:00</BIRTH_DTTM><GENDER_MAIN_CODE>F</GENDER_MAIN_CODE></Person>
 </MissingPersonEpisode>
</LcsExport>`,
};
const POLICE = aMissing({ 'Care/PlacingAuthority': null });

interface Side {
  readonly id: string;
  readonly givenName: string;
}
interface Review {
  readonly id: string;
  readonly state: string;
  readonly verdict: string;
  readonly revision: number;
  readonly evidence: readonly { readonly of: string; readonly how: string; readonly speaks: string }[];
  readonly firstRecord: string;
  readonly secondRecord: string;
  readonly firstAgency: string | null;
  readonly secondAgency: string | null;
  readonly firstChild: Side | null;
  readonly secondChild: Side | null;
}
const QUEUE = `{ matchReview { nodes { id state verdict revision evidence { of how speaks } firstRecord secondRecord firstAgency secondAgency
  firstChild { id givenName } secondChild { id givenName } } } }`;
/** All that anybody is shown of the children, by everybody who is shown something. */
const PICTURE = `{ episodes(first: 20) { nodes { id status missingSince { text } policeReferences child { id givenName familyName responsibleAuthorities
  episodes { id } possiblySame { id state } } } } }`;
const VIEWERS = ['southvale-coordinator', 'northmere-coordinator', 'mereshire-missing-team', 'larkfield-manager', 'westhaven-coordinator'];

describe('a police report without a number, and the council’s own record', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    await hub.deliver(POLICE, COUNCIL);
  });
  afterAll(() => hub.close());

  const queue = async (as: string): Promise<readonly Review[]> => (await hub.ask<{ matchReview: { nodes: readonly Review[] } }>(QUEUE, { as })).matchReview.nodes;
  const pictures = async (): Promise<string[]> => Promise.all(VIEWERS.map(async (as) => (await hub.post(PICTURE, { as })).text));
  const children = async (as: string): Promise<number> => {
    const { episodes } = await hub.ask<{ episodes: { nodes: readonly { child: { id: string } }[] } }>(PICTURE, { as });
    return new Set(episodes.nodes.map(({ child }) => child.id)).size;
  };
  let pair: Pick<Review, 'firstRecord' | 'secondRecord'>;
  const decides = async (decision: string, revision: number): Promise<{ readonly revision: number; readonly warnings: readonly string[] }> => {
    const input = { key: randomUUID(), first: pair.firstRecord, second: pair.secondRecord, revision, decision, reason: 'An invented reason.' };
    const mutation = 'mutation D($input: DecideMatchInput!) { decideMatch(input: $input) { revision warnings review { state } child { id } } }';
    const { decideMatch } = await hub.ask<{ decideMatch: { revision: number; warnings: string[] } }>(mutation, { as: 'southvale-coordinator' }, { input });
    return decideMatch;
  };
  const shown = async (as: string): Promise<readonly { actor: string; agency: string; role: string }[]> => {
    const query = `{ shownWhileJoined(first: "${pair.firstRecord}", second: "${pair.secondRecord}") { at actor agency role operation shown } }`;
    return (await hub.ask<{ shownWhileJoined: { actor: string; agency: string; role: string }[] }>(query, { as })).shownWhileJoined;
  };

  it('are put before the council’s coordinator, in words that hold nothing of either', async () => {
    const [review, ...others] = await queue('southvale-coordinator');
    expect(others).toEqual([]);
    expect(review).toMatchObject({ state: 'OPEN', revision: 0 });
    expect(review?.evidence).toEqual(expect.arrayContaining([{ of: 'BIRTH', how: 'EQUAL', speaks: 'FOR' }, { of: 'FAMILY_NAME', how: 'EQUAL', speaks: 'FOR' }]));
    expect([review?.firstAgency, review?.secondAgency].sort()).toEqual(['mereshire-police', 'southvale']);
    pair = review ?? { firstRecord: '', secondRecord: '' };
    expect(await children('southvale-coordinator')).toBe(2);
  });
  it('the coordinator whose child it may be sees the pair, and of the other record neither whose it is nor the child', async () => {
    const [review] = await queue('northmere-coordinator');
    expect([review?.firstAgency, review?.secondAgency].sort()).toEqual(['mereshire-police', null]);
    expect([review?.firstChild, review?.secondChild].filter((side) => side === null)).toHaveLength(1);
    expect(JSON.stringify(review)).not.toContain('Wrena"');
  });
  it.each(['mereshire-missing-team', 'larkfield-manager', 'westhaven-coordinator', 'northmere-auditor'])('%s sees no pair', async (as) => {
    expect(await queue(as)).toEqual([]);
  });

  it('are one child once that coordinator joins them, two again once the word is taken back, and every answer is as it was', async () => {
    const before = await pictures();
    hub.now = MORNING + 60_000;
    expect(await decides('JOIN', 0)).toMatchObject({ revision: 1, warnings: [], review: { state: 'JOINED' } });
    expect(await children('southvale-coordinator')).toBe(1);
    hub.now = MORNING + 120_000;
    expect(await children('mereshire-missing-team')).toBe(1);
    hub.now = MORNING + 180_000;
    expect(await decides('NONE', 1)).toMatchObject({ revision: 2, warnings: [expect.stringContaining('shownWhileJoined')] });
    expect(await pictures()).toEqual(before);
  });
  it('whoever was shown them as one is listed to the coordinator, and to no home', async () => {
    const listed = await shown('southvale-coordinator');
    expect(listed.map(({ agency, role }) => `${role} ${agency}`)).toEqual(expect.arrayContaining(['POLICE_MISSING_TEAM mereshire-police', 'HUB_COORDINATOR southvale']));
    expect(JSON.stringify(listed)).not.toMatch(/Wren|Testfield/);
    const refused = await hub.post(`{ shownWhileJoined(first: "${pair.firstRecord}", second: "${pair.secondRecord}") { at } }`, { as: 'larkfield-manager' });
    expect(refused.text).toContain('NOT_FOUND');
  });
});

describe('children of two authorities who went missing together', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    const together = { IncidentRef: 'INVENTED-INC-5' };
    const other = { 'Header/MessageId': 'M-5', 'Report/MisperId': 'MP-5', 'Person/PersonId': 'P-5', 'Person/GivenName': 'Otto', 'Person/Surname': 'Invented', 'Person/DateOfBirth': '2010-02-03', 'Person/Gender': 'Male', 'Care/PlacingAuthority': 'E99000002' };
    const later = { ...other, 'Header/MessageId': 'M-6', 'Report/MisperId': 'MP-6', 'Person/PersonId': 'P-6', 'Person/GivenName': 'Pia', 'Person/Gender': 'Female' };
    await hub.deliver(aMissing(together), aMissing({ ...other, ...together }), aMissing({ ...later, IncidentRef: 'INVENTED-INC-6' }));
  });
  afterAll(() => hub.close());

  const QUERY = '{ episodes(first: 20) { nodes { child { givenName } missingWith { child { givenName } } } } }';
  interface Answer {
    readonly episodes: { readonly nodes: readonly { readonly child: { readonly givenName: string }; readonly missingWith: readonly { readonly child: { readonly givenName: string } }[] | null }[] };
  }
  const together = async (as: string): Promise<Record<string, string[] | null>> => {
    const { episodes } = await hub.ask<Answer>(QUERY, { as });
    return Object.fromEntries(episodes.nodes.map(({ child, missingWith }) => [child.givenName, missingWith?.map((other) => other.child.givenName) ?? null]));
  };

  it('are linked for the force that looks for both', async () => {
    expect(await together('mereshire-missing-team')).toEqual({ Wrenna: ['Otto'], Otto: ['Wrenna'], Pia: [] });
  });
  it('are each alone to an authority that sees one of them: no count, no hint', async () => {
    expect(await together('northmere-coordinator')).toEqual({ Wrenna: [] });
    expect(await together('southvale-coordinator')).toEqual({ Otto: [], Pia: [] });
  });
});

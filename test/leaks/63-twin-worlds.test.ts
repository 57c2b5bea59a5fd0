import { buildSchema } from '../../src/api/build-schema.ts';
import { ask } from '../http/a-hub.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aMissing, aTable, type Fields } from '../journeys/documents.ts';
import { aHubOfFiles, type HubOfFiles } from './a-hub-of-files.ts';
import { everyQuery, rootsLeftOut } from './every-query.ts';

const schema = buildSchema();

const WRENNA: Fields = {
  'Care/HostAuthority': 'E99000002',
  'Care/PlacementURN': 'SC900001',
  'Care/ResponsibleAuthorityChildId': '0042',
  'Person/NHSNumber': '9990001006',
};
/** Nobody has said whose child this is, so the authorities of the force's area are shown who is missing. */
const ODDNY: Fields = {
  'Report/MisperId': 'MP-2',
  'Person/PersonId': 'P-2',
  'Person/GivenName': 'Oddny',
  'Person/DateOfBirth': '2012-02-03',
  'Care/PlacingAuthority': null,
};
const HER_PLACEMENT = '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001';

/** What everybody who stands to the two children may see, and around it what differs between the worlds. */
interface Around {
  readonly wrenna?: Fields;
  readonly oddny?: Fields;
  readonly upn?: string;
  readonly more?: readonly Sending[];
  /** What was corrected of Wrenna, and the UPN before it was. */
  readonly corrected?: Fields;
  readonly formerUpn?: string;
}
function files({ wrenna = {}, oddny = {}, upn = '', more = [], corrected = {}, formerUpn = '' }: Around): Sending[] {
  return [
    { ...aTable('header', `0042,2,06/05/2011,WBRI,${formerUpn}`), extracted: '2025-11-18T06:00:00Z' },
    aTable('header', `0042,2,06/05/2011,WBRI,${upn}`),
    aTable('episodes', HER_PLACEMENT),
    aMissing({ ...WRENNA, ...wrenna }),
    aMissing({ ...WRENNA, ...UPDATED, ...wrenna, ...corrected }),
    aMissing({ ...ODDNY, ...oddny }),
    ...more,
  ];
}
const UPDATED: Fields = { 'Header/MessageType': 'UPDATE', 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-19T23:30:00Z', 'Person/HairColour': 'Brown' };

const OTHER_NUMBERS = { wrenna: { 'Person/NHSNumber': '9990001014' }, oddny: { 'Person/NHSNumber': '9990001022' }, upn: 'R999126000001' };
const NOT_FOR_CARERS: Fields = {
  'Person/HomeAddress': '9 Elsewhere Row',
  'Person/Telephone': '01632 960009',
  'Report/Circumstances': 'Something else altogether.',
  'Report/MissingFrom': 'Another place',
  'LastSeen/With': 'Another friend',
  FamilyAddress: '8 Elsewhere Row',
  OtherAddress: '7 Elsewhere Row',
  RiskFactors: 'Another risk factor',
};
/** Numbers that were replaced, taken back or fail their check: who sees none is told of no correction, conflict or flag of one. */
const NUMBERS_CORRECTED: Around = { formerUpn: 'J999126000004', upn: 'R999126000001', corrected: { 'Person/NHSNumber': '9990001014' } };
const NUMBERS_FAIL: Around = { formerUpn: 'R999126000001', corrected: { 'Person/NHSNumber': '9990001007' } };
const ADDRESSES_CORRECTED: Around = { wrenna: { FamilyAddress: '8 Elsewhere Row', OtherAddress: '7 Elsewhere Row' }, corrected: { FamilyAddress: '6 Elsewhere Row', OtherAddress: '5 Elsewhere Row' } };
/** Same name, date of birth and gender as Wrenna: "possibly the same child". */
const ALIKE = aMissing({ 'Report/MisperId': 'MP-3', 'Person/PersonId': 'P-3' });

/** Viewers, and what of the second world differs in what they may not see. */
const VIEWERS: readonly { readonly as: string; readonly sees: boolean; readonly hidden: Around }[] = [
  { as: 'police@mereshire-police', sees: true, hidden: OTHER_NUMBERS },
  { as: 'coordinator@southvale', sees: true, hidden: { ...OTHER_NUMBERS, oddny: NOT_FOR_CARERS } },
  { as: 'provider@larkfield-homes', sees: true, hidden: { ...OTHER_NUMBERS, wrenna: NOT_FOR_CARERS, oddny: NOT_FOR_CARERS, more: [ALIKE] } },
  { as: 'coordinator@westhaven', sees: false, hidden: { ...OTHER_NUMBERS, wrenna: NOT_FOR_CARERS, more: [ALIKE] } },
  { as: 'police@westhaven-police', sees: false, hidden: { ...OTHER_NUMBERS, wrenna: NOT_FOR_CARERS, more: [ALIKE] } },
  { as: 'provider@brookside-care', sees: false, hidden: { ...OTHER_NUMBERS, wrenna: NOT_FOR_CARERS, more: [ALIKE] } },
  { as: 'auditor@westhaven', sees: false, hidden: { ...OTHER_NUMBERS, wrenna: NOT_FOR_CARERS, more: [ALIKE] } },
  { as: 'police@mereshire-police', sees: true, hidden: NUMBERS_CORRECTED },
  { as: 'police@mereshire-police', sees: true, hidden: NUMBERS_FAIL },
  { as: 'coordinator@southvale', sees: true, hidden: NUMBERS_FAIL },
  { as: 'support@northmere', sees: true, hidden: { ...NUMBERS_CORRECTED, ...ADDRESSES_CORRECTED, corrected: { ...NUMBERS_CORRECTED.corrected, ...ADDRESSES_CORRECTED.corrected } } },
  { as: 'provider@larkfield-homes', sees: true, hidden: { ...NUMBERS_FAIL, wrenna: NOT_FOR_CARERS, corrected: { ...NUMBERS_FAIL.corrected, 'Report/Circumstances': 'Corrected since.' } } },
];

const FILTERS = [
  '',
  '(first: 1)',
  '(orderBy: MISSING_SINCE_EARLIEST)',
  '(filter: { open: true })',
  '(filter: { open: false })',
  '(filter: { risk: [HIGH] })',
  '(filter: { status: [MISSING, LOCATED] })',
  '(filter: { kind: [AWAY] })',
  '(filter: { missingFrom: "2025-11-19T00:00:00Z", missingUntil: "2025-11-20T00:00:00Z" })',
];

/** An answer without the reference that ties it to a line of the log: it is made anew for every error. */
async function answer({ hub }: HubOfFiles, as: string, query: string): Promise<string> {
  const { status, text } = await ask(hub, query, { as });
  return `${String(status)} ${text.replaceAll(/"reference":"[0-9a-f-]{36}"/g, '"reference":""')}`;
}

/** An auditor's log grows with every question, so it is held apart: by who is its controller, not by comparing worlds. */
const ofNoLog = (queries: readonly string[]): string[] => queries.filter((query) => !query.startsWith('{ disclosures'));

describe('two worlds that differ only in what a viewer may not see', () => {
  let plain: HubOfFiles;
  let queries: string[];
  beforeAll(async () => {
    plain = await aHubOfFiles();
    await plain.take(...files({}));
    const ids = (table: string): Promise<{ id: string }[]> => plain.ingest.rows(`select id from ${table} order by 1`);
    const byId = (rows: readonly { id: string }[]): string[] => [...rows.map(({ id }) => `(id: "${id}")`), '(id: "00000000-0000-8000-8000-000000000000")', '(id: "x")'];
    const asked = {
      viewer: [''],
      child: byId(await ids('child')),
      episode: byId(await ids('episode')),
      episodes: FILTERS,
      briefing: ['northmere', 'southvale', 'westhaven'].map((authority) => `(authority: "${authority}")`),
      sources: [''],
      timeliness: ['(authority: "northmere", from: "2025-10", until: "2025-12")'],
      practice: ['northmere', 'southvale', 'x'].map((authority) => `(authority: "${authority}")`),
      workTray: ['', '(of: SERVICE, first: 2)'],
      disclosures: ['(first: 5)'],
      notices: [''],
      quarantine: ['', '(state: SETTLED)', '(ids: ["x"])'],
      shownWhileJoined: [`(first: "${(await ids('child'))[0]?.id ?? ''}", second: "${(await ids('child'))[1]?.id ?? ''}")`, '(first: "x", second: "x")'],
      concerns: [''],
      ownActions: [''],
      matchReview: ['', '(states: [OPEN, AWAITS_OTHER_AUTHORITY, JOINED, SEPARATED], first: 1)'],
      // Nobody has told anything yet: told worlds hold what is.
      interview: byId([]),
      transmission: byId([]),
      transmissions: ['', '(first: 1)'],
      replayPreview: byId([]),
      intelligence: byId([]),
      suggestRedaction: ['(interview: "00000000-0000-8000-8000-000000000000", audience: POLICE)', '(interview: "x", audience: PLACEMENT, recipient: "larkfield-homes", text: "Wrenna")'],
      explainAccess: [...byId(await ids('child')).map((arg) => arg.replace('id', 'child')), ...byId(await ids('episode')).map((arg) => arg.replace('id', 'episode'))],
    };
    expect(rootsLeftOut(schema, asked)).toEqual([]);
    queries = everyQuery(schema, asked);
  });
  afterAll(() => plain.close());

  it.each(VIEWERS)('rows 1, 16, 17, 63: are the same to $as, whatever it asks', async ({ as, sees, hidden }) => {
    const other = await aHubOfFiles();
    try {
      await other.take(...files(hidden));
      const told = { here: [] as string[], there: [] as string[] };
      for (const query of as.startsWith('auditor') ? ofNoLog(queries) : queries) {
        const [here, there] = await Promise.all([answer(plain, as, query), answer(other, as, query)]);
        told.here.push(here);
        told.there.push(there);
      }
      expect(queries.length).toBeGreaterThan(200);
      expect(told.there).toEqual(told.here);
      expect(told.here.some((text) => /Wrenna|Oddny/.test(text))).toBe(sees);
    } finally {
      await other.close();
    }
  }, 60_000);

  it.each(VIEWERS.filter(({ sees }) => sees))('rows 6, 8, 11, 63: have the same pages and cursors for $as, and count the same', async ({ as, hidden }) => {
    const other = await aHubOfFiles();
    try {
      await other.take(...files(hidden));
      const pages: string[] = [];
      for (let after = ''; after !== 'none'; ) {
        const query = `{ episodes(first: 1${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
        const page = await answer(plain, as, query);
        expect(await answer(other, as, query)).toBe(page);
        pages.push(page);
        const cursor = /"hasNextPage":true,"endCursor":"([\w-]+)"/.exec(page)?.[1];
        after = cursor === undefined ? 'none' : `, after: "${cursor}"`;
      }
      expect(pages.length).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });

  it('are not the same to the responsible authority, whose child it is', async () => {
    const other = await aHubOfFiles();
    await other.take(...files(OTHER_NUMBERS));
    const as = 'coordinator@northmere';
    const differing = [];
    for (const query of queries) {
      differing.push(...((await answer(plain, as, query)) === (await answer(other, as, query)) ? [] : [query]));
    }
    await other.close();
    expect(differing.join()).toMatch(/nhsNumber.*upn/);
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isObjectType } from 'graphql';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';
import {
  BACK,
  CHILD,
  ELSEWHERE,
  EPISODE,
  EPISODES,
  NOBODYS,
  OF_THE_HOME_ALONE,
  PLACEMENTS,
  RECORD_KEYS,
  RECORD_KEYS_SEEN_BY,
  STATED_OF_CHILD,
  STATED_OF_EPISODE,
  UNSPOKEN_OF,
  type Cells,
  type Viewer,
} from './expected-cells.ts';
import { back, missingAndTraced, nobodysChild } from './whole-story.ts';

const MOMENT = '{ text precision }';
const SUBFIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'dateOfBirth missingSince reportedAt locatedAt returnedAt safeAndWellAt lastSeenAt from until'.split(' ').map((name) => [name, MOMENT]),
  ),
  episodes: `{ missingSince ${MOMENT} }`,
  placement: '{ homeName }',
  provenance: '{ field system recordKey }',
  conflicts: '{ field values { value agency } }',
  statements: '{ field rule values { value agency fate } }',
  flags: '{ code reason }',
  possiblySame: '{ id }',
  personRecords: '{ agency system }',
  missingWith: '{ id }',
  riskChanges: `{ risk word at ${MOMENT} }`,
  statusChanges: `{ status at ${MOMENT} }`,
  child: '{ givenName }',
  assessedRisks: '{ risk }',
  workers: '{ person }',
  clocks: '{ id }',
  nextStep: '{ code }',
  ...Object.fromEntries('offers caseActions concerns returnSteps caseRecords riskAssessments safeContact placementAgreements interviews safetyNotes locating intelligence profiles homeProfiles homeReports reports'.split(' ').map((name) => [name, '{ id }'])),
};
const selection = (names: readonly string[]): string => names.map((name) => `${name} ${SUBFIELDS[name] ?? ''}`).join(' ');
const DISCLOSURE = 'disclosure { withheld { field reason } }';
const placementNames = ['id', ...Object.keys(PLACEMENTS[0].placement)];

/** The one query everybody asks: every attribute of child, placement and episode. */
const EVERYTHING = `query Everything($child: ID!, $episode: ID!) {
  child(id: $child) { ${selection(Object.keys(CHILD).filter((name) => name !== 'placements'))} ${DISCLOSURE} placements { ${selection(placementNames)} } }
  episode(id: $episode) { ${selection(Object.keys(EPISODE))} ${DISCLOSURE} }
}`;

type Row = Readonly<Record<string, unknown>>;
interface Source {
  readonly field: string;
  readonly system: string;
  readonly recordKey: string | null;
}
interface Everything {
  readonly child: (Row & { readonly placements: readonly Row[] | null; readonly provenance: readonly Source[] | null }) | null;
  readonly episode: (Row & { readonly provenance: readonly Source[] | null }) | null;
}
interface Ids {
  readonly child: string;
  readonly episode: string;
}

async function idsOf(hub: RunningHub, asker: Asker): Promise<Ids> {
  const query = '{ episodes(first: 1) { nodes { id child { id } } } }';
  const { episodes } = await hub.ask<{ episodes: { nodes: readonly { id: string; child: { id: string } }[] } }>(query, asker);
  const [episode] = episodes.nodes;
  return { child: episode?.child.id ?? '', episode: episode?.id ?? '' };
}

interface Seeing {
  readonly viewer: Viewer;
  readonly missing: boolean;
}
const onlyWhileMissing = (viewer: Viewer, seenBy: string): boolean => seenBy.includes(viewer.toLowerCase());
const sees = ({ viewer, missing }: Seeing, seenBy: string): boolean => seenBy.includes(viewer) || (missing && onlyWhileMissing(viewer, seenBy));

/** The cells of one row of the table, those of ELSEWHERE left out: a value where it is seen, else null. */
function expectedRow(cells: Cells, seeing: Seeing, otherwise: Row): Row {
  const compared = Object.entries(cells).filter(([, [value]]) => value !== ELSEWHERE);
  const shown = (value: unknown): unknown => (typeof value === 'function' ? (value as (viewer: Viewer) => unknown)(seeing.viewer) : value);
  return Object.fromEntries(
    compared.map(([name, [value, seenBy]]) => [name, sees(seeing, seenBy) ? shown(name in otherwise ? otherwise[name] : value) : null]),
  );
}

/** What a viewer is told is withheld, and why. */
function expectedWithheld(cells: Cells, seeing: Seeing): unknown[] {
  const all = [...Object.entries(cells).map(([name, [, seenBy]]) => ({ name, seenBy })), { name: RECORD_KEYS, seenBy: RECORD_KEYS_SEEN_BY }];
  // Emergency access could open the rest to the police.
  const neverTheirs = (name: string): boolean => seeing.viewer === 'L' || (seeing.viewer === 'P' && ['possiblySame', 'personRecords'].includes(name));
  return all
    .filter(({ name, seenBy }) => !sees(seeing, seenBy) && !(seeing.viewer === 'L' && UNSPOKEN_OF.includes(name)) && !OF_THE_HOME_ALONE.includes(name))
    .map(({ name: field, seenBy }) => ({ field, reason: onlyWhileMissing(seeing.viewer, seenBy) ? 'ONLY_WHILE_MISSING' : neverTheirs(field) ? 'NOT_FOR_THIS_ROLE' : 'NOT_FOR_THIS_RELATIONSHIP' }));
}

/** The fields whose source a viewer sees: those stated that they see themselves. */
function expectedSources(cells: Cells, seeing: Seeing, stated: string): string[] {
  return stated.split(' ').filter((field) => sees(seeing, cells[field]?.[1] ?? '')).sort();
}

const withoutElsewhere = (cells: Cells, row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name in cells && cells[name]?.[0] !== ELSEWHERE));
const unordered = (withheld: unknown): unknown => expect.arrayContaining(withheld as unknown[]) as unknown;

interface Otherwise {
  readonly child: Row;
  readonly episode: Row;
}
const AS_THE_TABLE_SAYS: Otherwise = { child: {}, episode: {} };

/** Holds one answer to one row of the table, cell by cell. */
function expectCells({ child, episode }: Everything, seeing: Seeing, otherwise: Otherwise = AS_THE_TABLE_SAYS): void {
  for (const [cells, row, other] of [[CHILD, child, otherwise.child], [EPISODE, episode, otherwise.episode]] as const) {
    expect(withoutElsewhere(cells, row ?? {})).toEqual(expectedRow(cells, seeing, other));
    const withheld = expectedWithheld(cells, seeing);
    expect(row?.['disclosure']).toEqual({ withheld: unordered(withheld) });
    expect((row?.['disclosure'] as { withheld: unknown[] }).withheld).toHaveLength(withheld.length);
  }
}

describe('the same query, asked by everybody', () => {
  let hub: RunningHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await aRunningHub();
    await hub.deliver(...missingAndTraced);
    ids = await idsOf(hub, { as: 'northmere-coordinator' });
  });
  afterAll(() => hub.close());

  const VIEWERS: readonly (readonly [string, Viewer, Asker])[] = [
    ['the coordinator of the responsible authority', 'R', { as: 'northmere-coordinator' }],
    ['a coordinator of two authorities, as the responsible one', 'R', { as: 'both-coordinator', role: 'HUB_COORDINATOR@northmere' }],
    ['the coordinator of the host authority', 'H', { as: 'southvale-coordinator' }],
    ['a coordinator of two authorities, as the host', 'H', { as: 'both-coordinator', role: 'HUB_COORDINATOR@southvale' }],
    ["the involved force's missing team", 'P', { as: 'mereshire-missing-team' }],
    ['the provider of the placement', 'L', { as: 'larkfield-manager' }],
  ];
  const OUTSIDERS = [
    'brookside-manager',
    'westhaven-missing-team',
    'westhaven-coordinator',
    'northmere-auditor',
    'southvale-auditor',
    'mereshire-auditor',
  ];

  it('asks for every attribute there is', () => {
    const schema = buildSchema(readFileSync(path.resolve(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
    const names = (type: string): string[] => {
      const found = schema.getType(type);
      return isObjectType(found) ? Object.keys(found.getFields()).filter((name) => name !== 'disclosure').sort() : [];
    };
    expect(Object.keys(CHILD).sort()).toEqual(names('Child'));
    expect(Object.keys(EPISODE).sort()).toEqual(names('Episode'));
    // What sources say of a placement is read in side-by-side.test.ts.
    expect([...placementNames, 'statements'].sort()).toEqual(names('Placement'));
  });

  describe.each(VIEWERS)('%s', (_who, viewer, asker) => {
    const seeing = { viewer, missing: true };
    let answer: Everything;
    beforeAll(async () => {
      answer = await hub.ask<Everything>(EVERYTHING, asker, ids);
    });

    it('rows 23, 24: sees exactly their cells, each with its value, and is told what is withheld', () => {
      expectCells(answer, seeing);
      expect([answer.child?.['id'], answer.episode?.['id']]).toEqual([ids.child, ids.episode]);
    });

    it('sees the placements and episodes that are theirs to see, whole', () => {
      const placements = PLACEMENTS.filter(({ seenBy }) => sees(seeing, seenBy)).map(({ placement }) => placement);
      expect(answer.child?.placements).toEqual(placements.map((placement) => ({ ...placement, id: expect.any(String) as string })));
      const episodes = EPISODES.filter(({ seenBy }) => sees(seeing, seenBy)).map(({ missingSince }) => ({ missingSince }));
      expect(answer.child?.['episodes']).toEqual(episodes);
    });

    it('sees the source of what they see and of nothing else', () => {
      const { child, episode } = answer;
      const fieldsOf = (row: Everything['episode']) => row?.provenance?.map(({ field }) => field).sort() ?? null;
      const shown = viewer !== 'L';
      expect(fieldsOf(child)).toEqual(shown ? expectedSources(CHILD, seeing, STATED_OF_CHILD) : null);
      expect(fieldsOf(episode)).toEqual(shown ? expectedSources(EPISODE, seeing, STATED_OF_EPISODE) : null);
    });

    it("sees a source's own keys only where the numbers are theirs, or the source is", () => {
      const sources = [...(answer.child?.provenance ?? []), ...(answer.episode?.provenance ?? [])];
      const withKeys = [...new Set(sources.filter(({ recordKey }) => recordKey !== null).map(({ system }) => system))].sort();
      const expected = { R: ['mereshire-compact', 'northmere-903'], H: [], P: ['mereshire-compact'], L: [], C: [] };
      expect(withKeys).toEqual(expected[viewer]);
    });
  });

  it.each(OUTSIDERS)('row 16: %s gets the very bytes that are answered of a child that does not exist', async (as) => {
    const theirs = await hub.post(EVERYTHING, { as }, ids);
    const nobodys = await hub.post(EVERYTHING, { as }, { child: randomUUID(), episode: randomUUID() });
    expect(theirs).toEqual(nobodys);
    expect(JSON.parse(theirs.text)).toEqual({ data: { child: null, episode: null } });
  });

  it.each(OUTSIDERS)('%s finds the child in no list', async (as) => {
    const lists = '{ episodes { nodes { id } } briefing(authority: "northmere") { missing { child { id } } locatedNotBack { child { id } } } }';
    expect(await hub.ask(lists, { as })).toEqual({ episodes: { nodes: [] }, briefing: { missing: [], locatedNotBack: [] } });
  });
});

describe('once the child is back', () => {
  let hub: RunningHub;
  let ids: Ids;
  beforeAll(async () => {
    hub = await aRunningHub();
    await hub.deliver(...missingAndTraced, back);
    ids = await idsOf(hub, { as: 'northmere-coordinator' });
  });
  afterAll(() => hub.close());

  it.each([
    ['the coordinator of the responsible authority', 'R', 'northmere-coordinator'],
    ['the coordinator of the host authority, without the other addresses,', 'H', 'southvale-coordinator'],
    ["the involved force's missing team", 'P', 'mereshire-missing-team'],
    ['the provider of the placement', 'L', 'larkfield-manager'],
  ] as const)('%s sees exactly their cells', async (_who, viewer, as) => {
    const seeing = { viewer, missing: false };
    const answer = await hub.ask<Everything>(EVERYTHING, { as }, ids);
    expectCells(answer, seeing, BACK);
    const sources = answer.child?.provenance?.map(({ field }) => field).sort() ?? null;
    expect(sources).toEqual(viewer === 'L' ? null : expectedSources(CHILD, seeing, STATED_OF_CHILD));
    const stated = `${STATED_OF_EPISODE} ${BACK.stated}`;
    const ofEpisode = answer.episode?.provenance?.map(({ field }) => field).sort() ?? null;
    expect(ofEpisode).toEqual(viewer === 'L' ? null : expectedSources(EPISODE, seeing, stated));
  });
});

describe('of a child of whom nobody knows whose it is', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    await hub.deliver(...nobodysChild);
  });
  afterAll(() => hub.close());

  it.each(['northmere-coordinator', 'southvale-coordinator'])("%s, in the force's area, sees who it is and how it looks", async (as) => {
    const ids = await idsOf(hub, { as });
    const answer = await hub.ask<Everything>(EVERYTHING, { as }, ids);
    expectCells(answer, { viewer: 'C', missing: true }, NOBODYS);
    expect(answer.child?.placements).toEqual([]);
  });

  it.each(['westhaven-coordinator', 'westhaven-missing-team', 'larkfield-manager', 'northmere-auditor'])('%s sees nothing', async (as) => {
    const ids = await idsOf(hub, { as: 'mereshire-missing-team' });
    expect(await hub.ask(EVERYTHING, { as }, ids)).toEqual({ child: null, episode: null });
  });
});

describe('of two children who may be one', () => {
  const ALIKE = '{ episodes { nodes { child { id possiblySame { id firstChild { id } secondChild { id } } disclosure { withheld { field } } } } } }';
  interface Alike {
    readonly episodes: { readonly nodes: readonly { readonly child: { readonly id: string; readonly possiblySame: readonly { readonly id: string; readonly firstChild: { readonly id: string }; readonly secondChild: { readonly id: string } }[] | null } }[] };
  }
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    const placed = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
    await hub.deliver(aMissing(placed), aMissing({ ...placed, 'Report/MisperId': 'MP-2', 'Person/PersonId': 'P-2' }));
  });
  afterAll(() => hub.close());

  it('the coordinator of the responsible authority is told of each that it may be the other', async () => {
    const { episodes } = await hub.ask<Alike>(ALIKE, { as: 'northmere-coordinator' });
    const [first, second] = episodes.nodes.map(({ child }) => child);
    expect(episodes.nodes).toHaveLength(2);
    const both = [{ id: first?.id }, { id: second?.id }].sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
    expect(first?.possiblySame).toMatchObject([{ firstChild: both[0], secondChild: both[1] }]);
    expect(second?.possiblySame).toEqual(first?.possiblySame);
  });

  it.each(['southvale-coordinator', 'mereshire-missing-team', 'larkfield-manager'])('%s is not', async (as) => {
    const { episodes } = await hub.ask<Alike>(ALIKE, { as });
    expect(episodes.nodes.map(({ child }) => child)).toMatchObject([{ possiblySame: null }, { possiblySame: null }]);
  });
});

import { aRunningHub, type RunningHub, type Sending } from './a-running-hub.ts';
import { aCancel, aFound, aMissing, aTable } from './documents.ts';

const EPISODES = `{ episodes { nodes {
  status missingSince { text } locatedAt { text } returnedAt { text } risk circumstances locatedPlace returnedTo policeReferences
  child { givenName familyName homeAddress episodes { status } }
  provenance { field agency system recordKey order }
} } }`;

interface Found {
  readonly episodes: { readonly nodes: readonly Record<string, unknown>[] };
}
const COORDINATOR = { as: 'northmere-coordinator' };

const from = (order: string, ...fields: readonly string[]) =>
  fields.map((field) => ({ field, agency: 'mereshire-police', system: 'mereshire-compact', recordKey: 'MP-1', order }));

/** What the two messages say together, written by hand. */
const ONE_EPISODE = {
  status: 'RETURNED',
  missingSince: { text: '2025-11-19T21:00:00Z' },
  locatedAt: { text: '2025-11-20T03:00:00Z' },
  returnedAt: { text: '2025-11-20T03:45:00Z' },
  risk: 'MEDIUM',
  circumstances: 'Left through the garden.',
  locatedPlace: 'Invented bus station',
  returnedTo: 'Imaginary Row',
  policeReferences: ['MP-1'],
  child: { givenName: 'Wrenna', familyName: 'Testfield', homeAddress: '1 Imaginary Row', episodes: [{ status: 'RETURNED' }] },
};
const ITS_SOURCES = [
  ...from('2025-11-19T22:30:00.000Z', 'missingSince', 'circumstances', 'status', 'risk'),
  ...from('2025-11-20T04:00:00.000Z', 'locatedAt', 'locatedPlace', 'returnedAt', 'returnedTo'),
];

/** The same message in other bytes, as a system that prints it again sends it. */
const printedAgain = (sending: Sending): Sending => ({ ...sending, bytes: `${String(sending.bytes)}\n` });

const missing = aMissing();
const found = aFound();
const ORDERS: readonly (readonly [string, readonly Sending[]])[] = [
  ['MISSING, FOUND, and both again', [missing, found, missing, found]],
  ['FOUND, MISSING, and both again', [found, missing, found, missing]],
  ['MISSING twice, FOUND twice, printed again', [missing, printedAgain(missing), found, printedAgain(found)]],
  ['FOUND twice, MISSING twice, printed again', [found, printedAgain(found), missing, printedAgain(missing)]],
];

describe('a child is reported missing and found', () => {
  let hub: RunningHub;
  beforeEach(async () => {
    hub = await aRunningHub();
  });
  afterEach(() => hub.close());

  async function expectOneEpisode(): Promise<void> {
    const { episodes } = await hub.ask<Found>(EPISODES, COORDINATOR);
    const [{ provenance, ...episode } = {}] = episodes.nodes;
    expect(episodes.nodes).toHaveLength(1);
    expect(episode).toEqual(ONE_EPISODE);
    expect(provenance).toHaveLength(ITS_SOURCES.length);
    expect(provenance).toEqual(expect.arrayContaining(ITS_SOURCES));
  }

  it.each(ORDERS)('over HTTP in the order %s: one episode, and the source of each of its fields', async (_order, sendings) => {
    const statuses = await hub.deliver(...sendings);
    expect(statuses.map(({ state, refused }) => ({ state, refused }))).toEqual(sendings.map(() => ({ state: 'TAKEN', refused: 0 })));
    await expectOneEpisode();
  });

  it.each([ORDERS[0], ORDERS[3]].filter((order) => order !== undefined))('by the command line beside the hub in the order %s: the same', async (_order, sendings) => {
    const files = sendings.map(({ bytes }, number) => hub.file(`${String(number)}.xml`, String(bytes)));
    for (const file of files) {
      const { code, out } = await hub.command('ingest', 'police-compact', '--source', 'mereshire-compact', file);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('0 refused') as string });
    }
    await expectOneEpisode();
  });

  it('by both ways at once: the same', async () => {
    const file = hub.file('missing.xml', String(missing.bytes));
    await Promise.all([
      hub.deliver(found, missing, found),
      hub.command('ingest', 'police-compact', '--source', 'mereshire-compact', file),
    ]);
    await expectOneEpisode();
  });
});

describe('a force takes its report back', () => {
  let hub: RunningHub;
  beforeEach(async () => {
    hub = await aRunningHub();
  });
  afterEach(() => hub.close());

  const READERS = ['northmere-coordinator', 'southvale-coordinator', 'mereshire-missing-team', 'larkfield-manager'];
  const IDS = '{ episodes { nodes { id child { id } } } }';
  const VIEWS = `query Views($child: ID!, $episode: ID!) {
    child(id: $child) { id } episode(id: $episode) { id } episodes { nodes { id } }
    briefing(authority: "northmere") { authorityUnknown { child { id } } missing { child { id } } locatedNotBack { child { id } } returned { child { id } } }
  }`;
  const NOTHING = {
    child: null,
    episode: null,
    episodes: { nodes: [] },
    briefing: { authorityUnknown: [], missing: [], locatedNotBack: [], returned: [] },
  };
  const placedAtLarkfield = { 'Care/PlacementURN': 'SC900001' };

  async function ids(): Promise<{ child: string; episode: string }> {
    const { episodes } = await hub.ask<{ episodes: { nodes: readonly { id: string; child: { id: string } }[] } }>(IDS, COORDINATOR);
    const [episode] = episodes.nodes;
    return { child: episode?.child.id ?? '', episode: episode?.id ?? '' };
  }

  it.each(READERS)('that nobody else reports: %s saw the child, and sees nothing of it in any view', async (as) => {
    await hub.deliver(aMissing(placedAtLarkfield));
    const shown = await ids();
    const before = await hub.ask<typeof NOTHING>(VIEWS, { as }, shown);
    expect(before).toMatchObject({ child: { id: shown.child }, episode: { id: shown.episode } });

    await hub.deliver(aCancel());
    expect(await hub.ask(VIEWS, { as }, shown)).toEqual(NOTHING);
  });

  it('before the report itself has come in: the report never shows', async () => {
    await hub.deliver(aCancel(), aFound(), aMissing());
    expect(await hub.ask(IDS, COORDINATOR)).toEqual({ episodes: { nodes: [] } });
  });

  it('that the authority reports too: it stays, on the word of the authority alone', async () => {
    const quoted = { 'Care/ResponsibleAuthorityChildId': '0042' };
    await hub.deliver(
      aTable('header', '0042,2,06/05/2011,WBRI,'),
      aTable('missing', '0042,06/05/2011,M,19/11/2025,'),
      aMissing(quoted),
    );
    const together = await hub.ask<Found>(EPISODES, COORDINATOR);
    expect(together.episodes.nodes).toMatchObject([{ risk: 'MEDIUM', child: { givenName: 'Wrenna' } }]);
    expect(await hub.ask(IDS, { as: 'mereshire-missing-team' })).toMatchObject({ episodes: { nodes: [{}] } });

    await hub.deliver(aCancel());
    const own = { agency: 'northmere', system: 'northmere-903', recordKey: '["0042","M","19/11/2025"]', order: '2025-11-20T06:00:00.000Z' };
    const nothingMore = { risk: null, circumstances: null, locatedAt: null, locatedPlace: null, returnedAt: null, returnedTo: null, policeReferences: [] };
    const alone = await hub.ask<Found>(EPISODES, COORDINATOR);
    expect(alone.episodes.nodes).toEqual([
      {
        ...nothingMore,
        status: 'MISSING',
        missingSince: { text: '19/11/2025' },
        child: { givenName: null, familyName: null, homeAddress: null, episodes: [{ status: 'MISSING' }] },
        provenance: ['missingSince', 'status'].map((field) => ({ field, ...own })),
      },
    ]);
    expect(await hub.ask(IDS, { as: 'mereshire-missing-team' })).toEqual({ episodes: { nodes: [] } });
  });
});

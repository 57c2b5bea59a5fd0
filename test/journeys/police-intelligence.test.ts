import { aRunningHub, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { placedIn } from './a-return.ts';
import { aMissing } from './documents.ts';

const QUERY = `{ episodes(first: 10) { nodes { child { id provenance { system }
  intelligence(first: 10) { __typename handling conditions disclosure { withheld { field } }
    ... on SanitisedIntelligence { sanitisedText }
    ... on FullIntelligence { sanitisedText content grade originator flags entities { kind value } namedPeople { name dateOfBirth } source } } } } } }`;
const NHS = '9990001006';
const COMPACT_PERSON = 'P-58';

interface Item {
  readonly __typename: string;
  readonly handling: string;
  readonly conditions: string | null;
}

/** One report of the bureau, on the child that the force's missing reports call P-58. */
function aReport(reference: string, said: { readonly grade: string; readonly sent?: string; readonly act?: string }): Sending {
  const { grade, sent = '2025-11-18T09:00:00Z', act = 'REPORT' } = said;
  const bytes = `<IntelligenceReport schemaVersion="1"><Header><Act>${act}</Act><Reference>${reference}</Reference><SentAt>${sent}</SentAt></Header>
    <Child><PersonId>${COMPACT_PERSON}</PersonId></Child><Grade><SourceEvaluation>2</SourceEvaluation><IntelligenceAssessment>B</IntelligenceAssessment>${grade}</Grade>
    <Intelligence><Topic>Vehicle</Topic><Content>canary-content ${reference}</Content><SanitisedText>canary-sanitised ${reference}</SanitisedText></Intelligence>
    <Provenance><Source>canary-source ${reference}</Source></Provenance>
    <Subjects><Subject><Name>Corvin Madeup</Name><DateOfBirth>1990-04-05</DateOfBirth></Subject></Subjects>
    <Entities><Vehicle>canary-vehicle ${reference}</Vehicle></Entities></IntelligenceReport>`;
  return { bytes, as: 'mereshire-bureau-client', adapter: 'police-intelligence' };
}
const FOR_ALL = '<HandlingCode>P</HandlingCode>';
const forNorthmere = '<HandlingCode>C</HandlingCode><Conditions>canary-condition</Conditions><Recipients><Recipient>northmere</Recipient></Recipients>';
const forNobody = '<HandlingCode>C</HandlingCode><Conditions>canary-condition</Conditions><Recipients><Recipient>nobody-known</Recipient></Recipients>';

describe('intelligence from a force’s bureau', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    const reported = aMissing({ 'Person/PersonId': COMPACT_PERSON, 'Person/NHSNumber': NHS, 'Care/PlacingAuthority': 'northmere', 'Care/ResponsibleAuthorityChildId': 'C-58', 'Person/DateOfBirth': '2011-03-08', 'Care/PlacementURN': 'SC900002' });
    const statuses = await hub.deliver(...placedIn('northmere', 'SC900002'), reported, aReport('X-OPEN', { grade: FOR_ALL }), aReport('X-NAMED', { grade: forNorthmere }), aReport('X-NOBODY', { grade: forNobody }));
    expect(statuses.map(({ state, refused }) => [state, refused])).toEqual(statuses.map(() => ['TAKEN', 0]));
  });
  afterAll(() => hub.close());

  async function read(asker: Asker): Promise<{ readonly items: readonly Item[]; readonly text: string }> {
    const data = await hub.ask<{ episodes: { nodes: readonly { child: { intelligence: readonly Item[] | null } }[] } }>(QUERY, asker);
    expect(data.episodes.nodes).not.toEqual([]);
    return { items: data.episodes.nodes.flatMap(({ child }) => child.intelligence ?? []), text: JSON.stringify(data) };
  }
  const named = (text: string, canary: string): string[] => ['X-OPEN', 'X-NAMED', 'X-NOBODY'].filter((reference) => text.includes(`${canary} ${reference}`));

  it('is read sanitised by the authority: what may be shared, and what names it, with the conditions', async () => {
    const { items, text } = await read({ as: 'northmere-coordinator' });
    expect(items.map(({ __typename, handling, conditions }) => [__typename, handling, conditions]).sort()).toEqual([
      ['SanitisedIntelligence', 'C', 'canary-condition'],
      ['SanitisedIntelligence', 'P', null],
    ]);
    expect(named(text, 'canary-sanitised')).toEqual(['X-OPEN', 'X-NAMED']);
    expect(text).not.toMatch(/canary-(content|source|vehicle)|Corvin/);
  });
  it('shows in no provenance that the bureau has something', async () => {
    expect((await read({ as: 'northmere-coordinator' })).text).not.toContain('mereshire-bureau');
  });
  it('is read whole, with its source, by the bureau that made it', async () => {
    const { items, text } = await read({ as: 'mereshire-intelligence' });
    expect(named(text, 'canary-source')).toEqual(['X-OPEN', 'X-NAMED', 'X-NOBODY']);
    expect(items.find(({ handling }) => handling === 'P')).toMatchObject({
      grade: '2BP', originator: 'mereshire-police', flags: [], entities: [{ kind: 'VEHICLE', value: 'canary-vehicle X-OPEN' }], namedPeople: [{ name: 'Corvin Madeup', dateOfBirth: '1990-04-05' }],
    });
    expect(items.filter((item) => 'flags' in item && JSON.stringify(item.flags) === '["RECIPIENT_UNKNOWN"]')).toHaveLength(1);
  });
  it('is read by the missing team of that force without its source', async () => {
    const { text } = await read({ as: 'mereshire-missing-team' });
    expect(named(text, 'canary-content')).toEqual(['X-OPEN', 'X-NAMED', 'X-NOBODY']);
    expect(text).not.toContain('canary-source');
  });
  it.each(['larkfield-manager', 'northmere-business-support'])('is nothing that %s learns of', async (as) => {
    const { items, text } = await read({ as });
    expect(items).toEqual([]);
    expect(text).not.toMatch(/canary|bureau|Corvin|intelligence"\}/);
  });
  it('is closed by a correction and gone once it is withdrawn', async () => {
    await hub.deliver(aReport('X-OPEN', { grade: forNobody, act: 'CORRECTION', sent: '2025-11-18T10:00:00Z' }));
    expect(named((await read({ as: 'northmere-coordinator' })).text, 'canary-sanitised')).toEqual(['X-NAMED']);
    await hub.deliver(aReport('X-NAMED', { grade: FOR_ALL, act: 'WITHDRAWAL', sent: '2025-11-18T11:00:00Z' }));
    expect((await read({ as: 'northmere-coordinator' })).items).toEqual([]);
    expect(named((await read({ as: 'mereshire-intelligence' })).text, 'canary-content')).toEqual(['X-OPEN', 'X-NOBODY']);
  });
});

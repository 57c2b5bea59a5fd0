import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { aRunningHub, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { aCancel, aFound, aMissing, aTable } from './documents.ts';

const NORTHMERE = { as: 'northmere-coordinator' };
const POLICE = { as: 'mereshire-missing-team' };
const HOME = { as: 'larkfield-manager' };
/** A journey of several documents, on a machine that may be busy. */
const LONG = 60_000;

const OTHERS = Array.from({ length: 40 }, (_, number) => `1${String(number)},06/05/2011,M,14/06/2025,15/06/2025`);
const WRENNAS = '0042,06/05/2011,M,19/11/2025,21/11/2025';
const aReturn = (extracted: string, ...rows: readonly string[]): Sending => ({ ...aTable('missing', ...rows), extracted });
const WHOSE = { 'Care/ResponsibleAuthorityChildId': '0042', 'Care/PlacingAuthority': 'E99000001', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const westhavens = (sending: Sending): Sending => ({ ...sending, as: 'westhaven-compact-client' });

const SIDE_BY_SIDE = `statements { field rule sourceOrder values { value at { precision } agency order fate endedBy } }`;
const READ = `{ episodes(first: 1) { nodes { ${SIDE_BY_SIDE} child { ${SIDE_BY_SIDE} } } } }`;

interface Field {
  readonly field: string;
  readonly rule: string | null;
  readonly values: readonly { value: string; agency: string; fate: string; endedBy: string | null; at: { precision: string } | null }[];
}
interface Read {
  readonly episodes: { readonly nodes: readonly { readonly statements: readonly Field[] | null; readonly child: { readonly statements: readonly Field[] | null } }[] };
}

describe('three systems that disagree', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    hub.now = Date.parse('2025-11-25T08:00:00Z');
    const corrected = { ...WHOSE, 'Header/MessageType': 'UPDATE', 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-19T23:30:00Z', 'Report/Circumstances': 'Left through the front door.' };
    const other = { ...WHOSE, 'Report/MisperId': 'W-1', 'Person/PersonId': 'W-P', 'Header/ForceCode': '98', 'Report/Circumstances': 'Seen at an invented station.' };
    await hub.deliver(
      aTable('header', '0042,2,06/05/2011,WBRI,R999126000001'),
      aReturn('2025-11-22T06:00:00Z', ...OTHERS, WRENNAS),
      aMissing({ ...WHOSE, 'Person/Ethnicity': 'W1', 'Person/HairColour': 'Brown' }),
      aMissing(corrected),
      aFound(WHOSE),
      westhavens(aMissing({ ...other, 'Person/HairColour': 'Dyed red', 'Header/SentAt': '2025-11-19T22:45:00Z' })),
    );
  });
  afterAll(() => hub.close());

  const read = async (asker: Asker): Promise<Read['episodes']['nodes'][number] | undefined> => (await hub.ask<Read>(READ, asker)).episodes.nodes[0];
  const field = (fields: readonly Field[] | null | undefined, name: string): unknown => {
    const found = fields?.find((one) => one.field === name);
    return found && [found.rule, ...found.values.map(({ value, agency, fate, endedBy }) => [value, agency, fate, endedBy])];
  };

  it('are seen side by side, with what stands and why, what agrees and what was said before', async () => {
    const episode = await read(NORTHMERE);
    expect(field(episode?.child.statements, 'ethnicity')).toEqual(['KIND_OF_SOURCE', ['WBRI', 'northmere', 'STANDS', null], ['W1', 'mereshire-police', 'DISAGREES', null]]);
    expect(field(episode?.child.statements, 'hairColour')).toEqual(['LATER', ['Dyed red', 'westhaven-police', 'STANDS', null], ['Brown', 'mereshire-police', 'DISAGREES', null]]);
    expect(field(episode?.statements, 'returnedAt')).toEqual([
      'KIND_OF_SOURCE',
      ['21/11/2025', 'northmere', 'STANDS', null],
      ['2025-11-20T03:45:00Z', 'mereshire-police', 'DISAGREES', null],
    ]);
    expect(field(episode?.statements, 'missingSince')).toEqual([
      'LATER',
      ['2025-11-19T21:00:00Z', 'mereshire-police', 'STANDS', null],
      ['19/11/2025', 'northmere', 'AGREES', null],
      ['2025-11-19T21:00:00Z', 'westhaven-police', 'AGREES', null],
    ]);
    expect(field(episode?.statements, 'circumstances')).toContainEqual(['Left through the garden.', 'mereshire-police', 'REPLACED', '2025-11-19T23:30:00.000Z']);
  }, LONG);

  it('show a field only to those who read it, and nothing at all to a home', async () => {
    const fieldsOf = (fields: readonly Field[] | null | undefined): string[] => fields?.map((one) => one.field) ?? [];
    expect(fieldsOf((await read(NORTHMERE))?.child.statements)).toContain('upn');
    expect(fieldsOf((await read(POLICE))?.child.statements)).toContain('ethnicity');
    expect(fieldsOf((await read(POLICE))?.child.statements)).not.toContain('upn');
    expect(await read(HOME)).toEqual({ statements: null, child: { statements: null } });
  }, LONG);

  it('show what one retracted and what one full extract lacks', async () => {
    const cancelled = { ...WHOSE, 'Report/MisperId': 'W-1', 'Person/PersonId': 'W-P', 'Header/ForceCode': '98', 'Header/SentAt': '2025-11-22T06:00:00Z' };
    await hub.deliver(westhavens(aCancel(cancelled)), aReturn('2025-11-23T06:00:00Z', ...OTHERS));
    const episode = await read(NORTHMERE);
    expect(field(episode?.statements, 'returnedAt')).toEqual([
      'ONLY_ONE',
      ['2025-11-20T03:45:00Z', 'mereshire-police', 'STANDS', null],
      ['21/11/2025', 'northmere', 'ABSENT', expect.stringContaining('2025-11-23')],
    ]);
  }, LONG);

  it('make a full extract that lacks too much wait, with how many would go and which, for its sender alone', async () => {
    await hub.deliver(aReturn('2025-11-24T06:00:00Z', ...OTHERS.slice(5)));
    const asked = '{ quarantine { id code wouldRetract { records of recordKeys } } }';
    const waiting = async (asker: Asker) => (await hub.ask<{ quarantine: { id: string; code: string; wouldRetract: { records: number; of: number; recordKeys: string[] } | null }[] }>(asked, asker)).quarantine;
    const [entry] = await waiting(NORTHMERE);
    expect(entry).toMatchObject({ code: 'EXTRACT_WOULD_RETRACT', wouldRetract: { records: 5, of: 40 } });
    expect(entry?.wouldRetract?.recordKeys).toHaveLength(5);
    for (const asker of [POLICE, { as: 'southvale-coordinator' }, HOME]) {
      expect(await waiting(asker)).toEqual([]);
    }

    const act = async (name: string, input: object): Promise<void> => {
      await hub.ask(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { entries } }`, NORTHMERE, { input: { key: randomUUID(), entries: [entry?.id], ...input } });
    };
    await act('dismissQuarantine', { reason: 'The file was cut short.' });
    expect(await waiting(NORTHMERE)).toEqual([]);
    await act('replayQuarantine', { acceptRetractions: true });
    while ((await waiting(NORTHMERE)).length > 0) {
      await sleep(50);
    }
    const children = await hub.ask<{ episodes: { nodes: unknown[] } }>('{ episodes(first: 50) { nodes { id } } }', NORTHMERE);
    expect(children.episodes.nodes).toHaveLength(36);
  }, LONG);
});

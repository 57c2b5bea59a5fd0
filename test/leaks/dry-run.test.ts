import type { Directory } from '../../src/directory/directory.ts';
import { tryDelivery } from '../../src/ingest/try-delivery.ts';
import { aHub, type AHub } from '../http/a-hub.ts';
import { aDirectory } from '../ingest/a-directory.ts';
import { a903, anIngest, type TestDocument, type TestIngest } from '../ingest/an-ingest.ts';
import { aHeaderTable, aMissingTable, anEpisodesTable, aPoliceMessage } from '../ingest/documents.ts';

const BEFORE = '2026-04-01';
const NOW = '2026-05-01';
const UPN = 'R999126000001';

/** Northmere has an earlier system too, whose person keys are those of the new one. */
function directory(): Directory {
  const plain = aDirectory();
  const old = { id: 'northmere-old', agency: 'northmere', adapter: 'ssda903', personKeys: 'northmere-903', settings: null, silentAfterHours: null, keys: [], hub: null };
  return { ...plain, systems: new Map([...plain.systems, [old.id, old]]) };
}
const old = (bytes: string): TestDocument => ({ ...a903(bytes, NOW), system: 'northmere-old' });

const missing = (...children: readonly string[]): string => aMissingTable(...children.map((child) => [child, '06/05/2011', 'M', '14/02/2026', '15/02/2026'] as const));
const MANY = Array.from({ length: 30 }, (_, number) => `10${String(number)}`);
const SENT = [a903(aHeaderTable(['0042', '2', '06/05/2011', UPN]), BEFORE), a903(missing('0042', ...MANY), BEFORE)];
/** What only one of the two hubs has: the same children, by everybody else. */
const BY_OTHERS = [
  { bytes: aPoliceMessage({ ResponsibleAuthorityChildId: '0042', DateOfBirth: '2011-05-06' }) },
  a903(aHeaderTable(['S-9', '2', '06/05/2011', UPN], ['0077', '2', '06/05/2011', '']), NOW, 'southvale'),
  a903(missing('0042', '0099', '0100'), NOW, 'southvale'),
  old(aHeaderTable(['0042', '2', '06/05/2011', UPN], ['0077', '1', '06/05/2011', ''], ['0078', '2', '06/05/2011', ''])),
  old(missing('0042', '0078')),
];
const TRIED: readonly (readonly [what: string, bytes: string])[] = [
  ['a child that another system of the same agency named too', aHeaderTable(['0078', '2', '06/05/2011', ''])],
  ['a child of whom another system says something else at that time', aHeaderTable(['0077', '2', '06/05/2011', ''])],
  ['a child whose number another authority has', aHeaderTable(['0042', '2', '06/05/2011', UPN], ['0050', '1', '06/05/2011', UPN])],
  ['the very bytes that another system sent', missing('0042', '0078')],
  ['the very bytes that another authority sent', missing('0042', '0099', '0100')],
  ['an extract that lacks what it held', missing('0042', ...MANY.slice(1))],
  ['an extract that lacks too much', missing('0042')],
  ['placements, some of which cannot be read', anEpisodesTable(['0042', '01/05/2025', '', 'SC900001'], ['0078', '45/45/2025', '', 'SC900001'])],
  ['rows that are broken', `${missing('0042')}\r\n0099,06/05/2011,X,14/02/2026,\r\n,,M,,`],
  ['no table at all', 'A,B\r\n1,2'],
];

interface World {
  readonly ingest: TestIngest;
  readonly hub: AHub;
}

async function aWorld(documents: readonly TestDocument[]): Promise<World> {
  const ingest = await anIngest({ directory });
  await ingest.ingest(...documents);
  return { ingest, hub: await aHub({ maxDocumentBytes: 100_000, tryDelivery: (delivery) => tryDelivery(ingest.services, { ...delivery, now: ingest.services.clock() }) }) };
}

describe('a dry run, in two hubs that differ only in what others sent', () => {
  let alone: World;
  let among: World;
  beforeAll(async () => {
    alone = await aWorld(SENT);
    among = await aWorld([...SENT, ...BY_OTHERS]);
  });
  afterAll(async () => {
    for (const { hub, ingest } of [alone, among]) {
      await hub.close();
      await ingest.close();
    }
  });
  const tried = async ({ hub }: World, bytes: string): Promise<string> => {
    const response = await fetch(`${hub.url}/ingest/ssda903?dryRun&extracted=${NOW}`, { method: 'POST', headers: { authorization: 'Bearer sender@northmere-903' }, body: bytes });
    return `${String(response.status)} ${await response.text()}`;
  };

  it.each(TRIED)('T1: answers of %s the same to the letter', async (_what, bytes) => {
    const answer = await tried(alone, bytes);
    expect(answer).toMatch(/^200 /);
    expect(await tried(among, bytes)).toBe(answer);
  });

  it('knows what the sender sent itself', async () => {
    const [sent = { bytes: '' }] = SENT;
    const response = await fetch(`${among.hub.url}/ingest/ssda903?dryRun&extracted=${BEFORE}`, { method: 'POST', headers: { authorization: 'Bearer sender@northmere-903' }, body: String(sent.bytes) });
    const [own] = await among.ingest.rows<{ id: string }>('select id from source_document where system = $1 order by byte_length limit 1', ['northmere-903']);
    expect(await response.json()).toMatchObject({ taken: 0, already: 1, sentBefore: { document: own?.id, state: 'TAKEN' }, changes: {} });
  });

  it('where the same documents, sent, would show that there is somebody else', async () => {
    const children = async ({ ingest }: World): Promise<number> => (await ingest.rows('select from child')).length;
    expect(await children(among)).toBeGreaterThan(await children(alone));
    for (const { ingest } of [alone, among]) {
      await ingest.ingest(a903(TRIED[0]?.[1] ?? '', NOW), a903(TRIED[1]?.[1] ?? '', NOW));
    }
    const outcomes = ({ ingest }: World): Promise<object[]> => ingest.rows(`select taken, already, refused from source_document where system = 'northmere-903' and extracted like '2026-04-30%' order by received_at, already desc`);
    expect(await outcomes(alone)).toEqual([{ taken: 1, already: 0, refused: 0 }, { taken: 1, already: 0, refused: 0 }]);
    expect(await outcomes(among)).toEqual([{ taken: 0, already: 1, refused: 0 }, { taken: 0, already: 0, refused: 1 }]);
  });
});

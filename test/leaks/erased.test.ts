import { eraseRecord, type ErasureServices } from '../../src/actions/erase-records.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import type { TestDocument } from '../ingest/an-ingest.ts';
import type { Sending } from '../journeys/a-running-hub.ts';
import { aFound, aMissing, aTable } from '../journeys/documents.ts';
import { aCanaryWorld, ANY_CANARY, canary, type CanaryWorld } from './a-canary-world.ts';

const NOW = Date.parse('2025-11-21T09:00:00Z');
/** What was typed as the reason of something that was done stays in the log of what was done. */
const KEPT = ['audit_event LoggedEmergency', 'audit_event LoggedQuestion', 'audit_event LoggedRelationship'];
/** Who she is, by the keys of her sources too. */
const HER = /Wrenna|"0042[^"]*"|9990001006|P-1\b|MP-[019]\b/;

let told: CanaryWorld;
beforeAll(async () => {
  told = await aCanaryWorld();
}, 120_000);
afterAll(() => told.world.close());

const AT_LARKFIELD = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Person/Surname': 'Plainfield', 'Person/NHSNumber': '9990001006' };
const ALIKE = { ...AT_LARKFIELD, 'Header/ForceCode': '98', 'Report/MisperId': 'W-7', 'Person/PersonId': 'W-P7', 'Person/NHSNumber': null, 'Person/GivenName': 'Wrena', 'Person/HomeAddress': null, 'Care/PlacingAuthority': null };
const AGAIN = { ...AT_LARKFIELD, 'Care/ResponsibleAuthorityChildId': '0042', 'Report/Circumstances': 'Left in a plain way.', 'Person/HomeAddress': '1 Plain Row' };
const fromPolice = ({ bytes }: Sending): TestDocument => ({ bytes });
const fromNorthmere = ({ bytes }: Sending, extracted: string): TestDocument => ({ bytes, extracted, adapter: 'ssda903', agency: 'northmere', system: 'northmere-903' });

/** Every cell of every table as text, the bytes that were sent among them. */
async function everything(): Promise<{ readonly table: string; readonly text: string }[]> {
  const { ingest } = told.world;
  const tables = await ingest.rows<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('homeward_migration', 'directory_version')`,
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await ingest.rows<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).map(({ row }) => ({ table: name, text: row }))),
  );
  const sent = await ingest.rows<{ id: string; text: string }>(`select id, convert_from(bytes, 'UTF8') as text from source_document`);
  return [...rows.flat(), ...sent.map(({ text }) => ({ table: 'bytes of source_document', text }))];
}
async function found(): Promise<{ readonly canaries: string[]; readonly her: string[] }> {
  const cells = await everything();
  const canaries = cells.flatMap(({ table, text }) => [...text.matchAll(new RegExp(ANY_CANARY, 'g'))].map(([word]) => `${table} ${word.replace(canary(''), '')}`));
  return { canaries: [...new Set(canaries)].sort(), her: [...new Set(cells.filter(({ text }) => HER.test(text)).map(({ table }) => table))].sort() };
}

it('E1: of a child that was erased nothing is left in any table, but the reasons typed for what was done', async () => {
  const { ingest } = told.world;
  await ingest.ingest(
    // The same again in a file of other bytes, beside another child.
    fromNorthmere(aTable('header', '0042,2,06/05/2011,WBRI,', '0099,1,07/06/2012,WBRI,'), '2025-11-20T06:00:00Z'),
    { bytes: `${fromPolice(aMissing(AGAIN)).bytes.toString()}\n` },
    // One that is refused whole, of her report.
    fromPolice(aFound({ 'Header/MessageId': 'M-9', 'Header/SentAt': 'never', 'Found/TracedLocation': canary('Refused') })),
    // A full extract that lacks her placement and waits for somebody to say whether she is to go.
    fromNorthmere(aTable('episodes', '0099,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001'), '2025-11-20T07:00:00Z'),
    // One of another force, of a child who may be she.
    { ...fromPolice(aMissing(ALIKE)), agency: 'westhaven-police', system: 'westhaven-compact' },
  );
  const [record] = await ingest.rows<{ id: string }>(`select id from record where kind = 'person' and agency = 'northmere' and key = '0042'`);
  const before = await found();
  expect(before.her).toEqual(expect.arrayContaining(['bytes of source_document', 'match_person', 'observation', 'quarantine_excerpt', 'record']));
  expect(await ingest.rows('select state from source_document where state = $1', ['WAITING'])).toHaveLength(1);
  expect((await ingest.rows('select id from match_review')).length).toBeGreaterThan(0);
  const services: ErasureServices = { ownerUrl: ingest.ownerUrl, refold: (em, records) => refreshPicture(em, ingest.services, records) };
  await eraseRecord(services, { by: 'ray', second: 'meg', agency: 'northmere', now: NOW, record: record?.id ?? '', scope: 'CHILD', reason: 'ordered' });
  const left = await found();
  expect(left.canaries).toEqual(KEPT);
  expect(left.her).toEqual([]);
  expect((await ingest.rows('select hash from tombstone')).length).toBeGreaterThan(50);
  expect(await ingest.rows('select record from match_person where record <> all (select id from record)')).toEqual([]);
}, 60_000);

import type { Directory } from '../../src/directory/directory.ts';
import { refold } from '../../src/ingest/refold.ts';
import { a903, anIngest, rowsRefolded, type TestIngest } from './an-ingest.ts';
import { aDirectory } from './a-directory.ts';
import { aHeaderTable, aPoliceMessage, anEpisodesTable } from './documents.ts';

let directory: Directory = aDirectory();
let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest({ directory: () => directory });
});
afterAll(() => hub.close());

it('folding again after a change of the directory shows what differs, and only that', async () => {
  await hub.ingest(
    a903(anEpisodesTable(['000123', '01/02/2026', '', 'SC900001']), '2026-04-01'),
    a903(aHeaderTable(['000123', '2', '06/05/2011', '']), '2026-04-01'),
    // Names the authority by a code that the directory does not have yet.
    { bytes: aPoliceMessage({ PlacingAuthority: 'E99000099', ResponsibleAuthorityChildId: '000123' }) },
  );
  expect(await hub.rows('select from child')).toHaveLength(2);
  expect(await rowsRefolded(hub.services, { apply: false })).toBe(0);

  const northmere = directory.agencies.get('northmere');
  const home = directory.homes.get('SC900001');
  directory = {
    ...directory,
    agencies: new Map([...directory.agencies, ...(northmere ? [['northmere', { ...northmere, codes: ['E99000099'] }] as const] : [])]),
    homes: new Map(home ? [['SC900001', { ...home, name: 'Larkfield Cottage' }]] : []),
  };
  const before = await hub.picture();
  const shown = await refold(hub.services, { apply: false });
  expect(shown.records).toBe(2);
  expect(shown.changes.get('child')).toEqual({ added: 0, changed: 1, removed: 1 });
  expect(shown.changes.get('placement')).toEqual({ added: 0, changed: 1, removed: 0 });
  expect(await hub.picture()).toEqual(before);

  expect(await refold(hub.services, { apply: true })).toEqual(shown);
  expect(await hub.rows('select cardinality(record_ids) as records, given_name from child')).toEqual([{ records: 2, given_name: 'Wrenna' }]);
  expect(await hub.rows('select home_name from placement')).toEqual([{ home_name: 'Larkfield Cottage' }]);
  expect(await rowsRefolded(hub.services, { apply: true })).toBe(0);
});

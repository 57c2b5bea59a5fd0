import fc from 'fast-check';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { a903, anIngest, rowsRefolded, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aFoundMessage, aHeaderTable, aPoliceMessage, anEpisodesTable } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterAll(() => hub.close());

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Few persons, reports, names and numbers, so that documents meet: they join, part, correct and cancel each other. */
const message = fc
  .record({
    make: oneOf(aPoliceMessage, aPoliceMessage, aFoundMessage, aCancelMessage),
    person: fc.nat(2),
    report: fc.nat(3),
    minute: fc.integer({ min: 10, max: 59 }),
    GivenName: oneOf('Wrenna', 'Otterly'),
    NHSNumber: oneOf(null, null, '9434765919'),
    child: oneOf(null, '000123', '000124'),
    PlacingAuthority: oneOf(null, 'E99000001', 'E99000002'),
  })
  .map(({ make, person, report, minute, child, ...fields }): TestDocument => {
    const names = { PersonId: `P-${String(person)}`, MisperId: `MP-${String(report)}`, ResponsibleAuthorityChildId: child };
    return { bytes: make({ ...fields, ...names, SentAt: `2026-03-02T04:${String(minute)}:00Z` }) };
  });
const header = fc.record({ child: oneOf('000123', '000124'), sex: oneOf('1', '2'), day: fc.integer({ min: 1, max: 9 }) })
  .map(({ child, sex, day }) => a903(aHeaderTable([child, sex, '06/05/2011', '']), `2026-04-0${String(day)}`));
const placement = fc.record({ authority: oneOf('northmere', 'southvale'), end: oneOf('', '20/02/2026') })
  .map(({ authority, end }) => a903(anEpisodesTable(['000123', '01/02/2026', end, 'SC900001']), '2026-04-01', authority));

/** Two documents that contradict each other at one order have no order-free meaning: of those, the first is quarantined. */
const name = ({ bytes, extracted, system }: TestDocument): string => {
  const said = (element: string): string => new RegExp(`<${element}>([^<]*)`).exec(String(bytes))?.[1] ?? '';
  return typeof extracted === 'string' ? `${extracted} ${String(system)} ${String(bytes).slice(0, 11)} ${/\d{6}/.exec(String(bytes))?.[0] ?? ''}` : `${said('SentAt')} ${said('MisperId')}`;
};
const world = fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: message }, header, placement), { minLength: 4, maxLength: 12, selector: name });

it('any order of documents, one by one or together, gives the picture that folding everything at once gives', async () => {
  await fc.assert(
    fc.asyncProperty(world.chain((documents) => fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length }))), async ([documents, shuffled]) => {
      await hub.clear();
      for (const document of documents) {
        await hub.receive(document);
      }
      await takeWaiting(hub.services);
      const together = await hub.picture();
      await hub.clear();
      await hub.ingest(...shuffled, ...shuffled.slice(0, 3));
      expect(await hub.picture()).toEqual(together);
      expect(await rowsRefolded(hub.services, { apply: false })).toBe(0);
      expect(await rowsRefolded(hub.services, { apply: true })).toBe(0);
      expect(await hub.picture()).toEqual(together);
    }),
    { seed: 20260301, numRuns: 25 },
  );
}, 300_000);

it('what is cancelled under one person key also stops tying the other person key to a child', async () => {
  const said = { SentAt: '2026-03-02T04:10:00Z', PersonId: 'P-1' };
  await hub.clear();
  await hub.ingest(
    { bytes: aCancelMessage({ SentAt: '2026-03-02T04:11:00Z', MisperId: 'MP-1', PersonId: 'P-0' }) },
    { bytes: aPoliceMessage({ ...said, MisperId: 'MP-0', ResponsibleAuthorityChildId: '000123' }) },
    { bytes: aPoliceMessage({ ...said, MisperId: 'MP-1', ResponsibleAuthorityChildId: '000124' }) },
    a903(aHeaderTable(['000123', '1', '06/05/2011', '']), '2026-04-01'),
  );
  expect(await hub.rows('select cardinality(record_ids) as records from child')).toEqual([{ records: 2 }]);
});

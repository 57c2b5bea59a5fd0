import fc from 'fast-check';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { anIngest, rowsRefolded, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
beforeEach(() => hub.clear());
afterAll(() => hub.close());

/** Children with one NHS number among them, and three of the reports taken back again. */
const messages = [
  ...Array.from({ length: 22 }, (_, place) => {
    const number = String(place + 1).padStart(2, '0');
    return aPoliceMessage({ MisperId: `MP-${number}`, PersonId: `P-${number}`, DateOfBirth: `2011-05-${number}`, NHSNumber: '9434765919' });
  }),
  ...['03', '11', '22'].map((number) => aCancelMessage({ MisperId: `MP-${number}`, PersonId: `P-${number}` })),
];

const children = async (): Promise<number> => (await hub.rows('select from child')).length;

it('a number of more than twenty children parts those it joined, and joins them again when it is of fewer', async () => {
  const [reports, cancelled] = [messages.slice(0, 22), messages.slice(22)];
  const counts: number[] = [];
  for (const bytes of [...reports, ...cancelled]) {
    await hub.ingest({ bytes });
    counts.push(await children());
  }
  expect(counts).toEqual([...Array<number>(20).fill(1), 21, 22, 21, 1, 1]);
});

it('in any order, however many are taken together, the picture is the same', async () => {
  for (const bytes of messages) {
    await hub.receive({ bytes });
  }
  await takeWaiting(hub.services);
  const together = await hub.picture();
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(messages, { minLength: messages.length }),
      fc.array(fc.boolean(), { minLength: messages.length, maxLength: messages.length }),
      async (arriving, takenAfter) => {
        await hub.clear();
        for (const [place, bytes] of arriving.entries()) {
          await hub.receive({ bytes });
          if (takenAfter[place] === true) {
            await takeWaiting(hub.services);
          }
        }
        await takeWaiting(hub.services);
        expect(await hub.picture()).toEqual(together);
        expect(await rowsRefolded(hub.services, { apply: false })).toBe(0);
        expect(await rowsRefolded(hub.services, { apply: true })).toBe(0);
      },
    ),
    { seed: 21, numRuns: 6 },
  );
}, 120_000);

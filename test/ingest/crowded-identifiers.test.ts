import fc from 'fast-check';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { aDirectory } from './a-directory.ts';
import { anIngest, rowsRefolded, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aPoliceMessage } from './documents.ts';

/** Six forces, so that none tells the number of more children than one agency may. */
const FORCES = ['force-0', 'force-1', 'force-2', 'force-3', 'force-4', 'force-5'];
function directoryOfForces(): Directory {
  const known = aDirectory();
  const [force, system] = [known.agencies.get('mereshire-police'), known.systems.get('mereshire-compact')];
  if (force === undefined || system === undefined) {
    throw new TypeError('the invented directory has a force');
  }
  const agencies = FORCES.map((id) => [id, { ...force, id, codes: [id] }] as const);
  const systems = FORCES.map((agency) => [`${agency}-compact`, { ...system, id: `${agency}-compact`, agency, personKeys: `${agency}-compact` }] as const);
  return { ...known, agencies: new Map([...known.agencies, ...agencies]), systems: new Map([...known.systems, ...systems]) };
}

let hub: TestIngest;
beforeAll(async () => {
  const directory = directoryOfForces();
  hub = await anIngest({ directory: () => directory });
});
beforeEach(() => hub.clear());
afterAll(() => hub.close());

/** Children with one NHS number among them, and three of the reports taken back again. */
const messages = [
  ...Array.from({ length: 22 }, (_, place) => sentBy(place, aPoliceMessage({ ...namedBy(place), DateOfBirth: `2011-05-${twoDigits(place)}`, NHSNumber: '9434765919' }))),
  ...[2, 10, 21].map((place) => sentBy(place, aCancelMessage(namedBy(place)))),
];

function twoDigits(place: number): string {
  return String(place + 1).padStart(2, '0');
}
function forceOf(place: number): string {
  return `force-${String(Math.floor(place / 4))}`;
}
function namedBy(place: number): Record<string, string> {
  return { ForceCode: forceOf(place), MisperId: `MP-${twoDigits(place)}`, PersonId: `P-${twoDigits(place)}` };
}
function sentBy(place: number, bytes: string): TestDocument {
  return { bytes, agency: forceOf(place), system: `${forceOf(place)}-compact` };
}

const children = async (): Promise<number> => (await hub.rows('select from child')).length;

it('a number of more than twenty children parts those it joined, and joins them again when it is of fewer', async () => {
  const [reports, cancelled] = [messages.slice(0, 22), messages.slice(22)];
  const counts: number[] = [];
  for (const document of [...reports, ...cancelled]) {
    await hub.ingest(document);
    counts.push(await children());
  }
  expect(counts).toEqual([...Array<number>(20).fill(1), 21, 22, 21, 1, 1]);
});

it('in any order, however many are taken together, the picture is the same', async () => {
  for (const document of messages) {
    await hub.receive(document);
  }
  await takeWaiting(hub.services);
  const together = await hub.picture();
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(messages, { minLength: messages.length }),
      fc.array(fc.boolean(), { minLength: messages.length, maxLength: messages.length }),
      async (arriving, takenAfter) => {
        await hub.clear();
        for (const [place, document] of arriving.entries()) {
          await hub.receive(document);
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

it('a number that one force tells of a fifth child parts what it joined, and stays apart though the fifth is taken back', async () => {
  const one = (place: number): TestDocument => sentBy(0, aPoliceMessage({ ...namedBy(place), ForceCode: forceOf(0), DateOfBirth: `2011-05-${twoDigits(place)}`, NHSNumber: '9434765919' }));
  const counts: number[] = [];
  for (const document of [one(0), one(1), one(2), one(3), one(4), sentBy(0, aCancelMessage({ ...namedBy(4), ForceCode: forceOf(0) }))]) {
    await hub.ingest(document);
    counts.push(await children());
  }
  expect(counts).toEqual([1, 1, 1, 1, 5, 4]);
});

import { refold } from '../../src/ingest/refold.ts';
import { anIngest, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterAll(() => hub.close());
afterEach(() => hub.clear());

const told = (changed: Readonly<Record<string, string>> = {}): TestDocument => ({ bytes: aPoliceMessage({ PlacingAuthority: null, ...changed }) });
const WRENNA = told();
/** The same child again, under a person key of her own and with a slip in her name. */
const AGAIN = told({ MessageId: 'M-7', MisperId: 'MP-7', PersonId: 'P-7', GivenName: 'Wrena' });
const SOMEBODY = told({ MessageId: 'M-8', MisperId: 'MP-8', PersonId: 'P-8', GivenName: 'Otto', Surname: 'Invented', DateOfBirth: '2009-11-23', Gender: 'Male', HomeAddress: '9 Made-up Lane' });

const pairs = (): Promise<object[]> =>
  hub.rows(`select a.key as one, b.key as other, verdict, score, evidence::text as evidence from likeness join record a on a.id = first join record b on b.id = second order by first, second`);
const reviews = (): Promise<{ state: string; candidates: string[]; restricted: string }[]> => hub.rows('select state, candidates, responsible, restricted, agencies from match_review');

it('two records that are alike are put before the authorities whose child it may be, and nothing is joined', async () => {
  await hub.ingest(WRENNA, AGAIN, SOMEBODY);
  const found = await pairs();
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ verdict: 'REVIEW' });
  expect(await hub.rows('select from child')).toHaveLength(3);
  expect(await reviews()).toMatchObject([{ state: 'OPEN', responsible: [], restricted: 'NO' }]);
});

it('which pairs there are does not depend on the order in which records came, nor on whether the picture was made again', async () => {
  await hub.ingest(WRENNA, AGAIN, SOMEBODY);
  const inOrder = await pairs();
  await refold(hub.services, { apply: true });
  expect(await pairs()).toEqual(inOrder);
  await hub.rows('truncate match_person, match_key, likeness, match_review');
  await refold(hub.services, { apply: true });
  expect(await pairs()).toEqual(inOrder);
  expect(await reviews()).toHaveLength(1);
  await hub.clear();
  await hub.ingest(SOMEBODY, AGAIN, WRENNA);
  expect(await pairs()).toEqual(inOrder);
});

it('a pair goes once one of the records says something else, or nothing any more', async () => {
  await hub.ingest(WRENNA, AGAIN);
  await hub.ingest(told({ MessageId: 'M-9', MisperId: 'MP-7', PersonId: 'P-7', SentAt: '2026-03-02T22:30:00Z', GivenName: 'Otto', Surname: 'Invented', DateOfBirth: '2009-11-23', Gender: 'Male' }));
  expect([await pairs(), await reviews()]).toEqual([[], []]);
  await hub.clear();
  await hub.ingest(WRENNA, AGAIN, { bytes: aCancelMessage({ MisperId: 'MP-7', PersonId: 'P-7', GivenName: null, Surname: null, DateOfBirth: null, Gender: null }) });
  expect([await pairs(), await reviews(), await hub.rows('select from match_person')]).toEqual([[], [], [{}]]);
});

it('what a checked number makes one child is nothing to look at', async () => {
  const numbered = { NHSNumber: '9434765919' };
  await hub.ingest(told(numbered), told({ ...numbered, MessageId: 'M-7', MisperId: 'MP-7', PersonId: 'P-7', GivenName: 'Wrena' }));
  expect(await hub.rows('select from child')).toHaveLength(1);
  expect(await reviews()).toEqual([]);
});

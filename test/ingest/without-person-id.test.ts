import { anIngest, type TestIngest } from './an-ingest.ts';
import { aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const NOBODY = { PersonId: null, GivenName: null, Surname: null, DateOfBirth: null, Gender: null, HomeAddress: null };
const missing = { bytes: aPoliceMessage({ CurrentRiskLevel: 'Low' }) };
const update = (person: Record<string, string | null>): { bytes: string } => ({
  bytes: aPoliceMessage({ MessageId: 'M-2', MessageType: 'UPDATE', SentAt: '2026-03-01T23:30:00Z', CurrentRiskLevel: 'High', ...person }),
});

/** Each child with its episodes' risk and status. */
function shown(): Promise<unknown[]> {
  return hub.rows(`select c.given_name, e.risk, e.status from child c left join episode e using (child_id) order by 1, 2`);
}

describe('an UPDATE without a PersonId raises the risk of the child that was reported with one', () => {
  it.each([
    ['that repeats who the child is', { PersonId: null }],
    ['that says nothing of the child', NOBODY],
    ['that spells the name otherwise', { PersonId: null, GivenName: 'Wrena' }],
    ['that has another date of birth', { PersonId: null, DateOfBirth: '2011-06-05' }],
  ])('%s, whichever comes first', async (_what, person) => {
    await hub.ingest(missing, update(person));
    const inOrder = [await hub.picture(), await shown()];
    await hub.clear();
    await hub.ingest(update(person), missing);
    expect([await hub.picture(), await shown()]).toEqual(inOrder);
    expect(inOrder[1]).toMatchObject([{ risk: 'HIGH', status: 'MISSING' }]);
  });
});

it('an UPDATE whose child has another surname and date of birth is shown apart, flagged', async () => {
  await hub.ingest(missing, update({ PersonId: null, Surname: 'Samplewood', DateOfBirth: '2012-07-08' }));
  expect(await shown()).toHaveLength(2);
  expect(await hub.rows(`select distinct flags->0->>'code' as code from child_source`)).toEqual([{ code: 'IDENTIFIER_DISPUTED' }]);
});

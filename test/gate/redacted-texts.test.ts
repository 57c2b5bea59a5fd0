import { randomUUID } from 'node:crypto';
import { gateUnder } from '../../src/gate/gate.ts';
import { agencyAs, OWN_AGENCY, personAs, type RuleCondition } from '../../src/policy/rule.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts, NOW } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { aWorld, put, type HeldFor, type World } from './a-world.ts';
import { aReturnInterview } from './told-of-a-child.ts';

const EITHER: RuleCondition = { $in: [agencyAs('REDACTED'), personAs('REDACTED')] };
const toWhom = (shared: RuleCondition): ReturnType<typeof aPolicy> => {
  const rules = [mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice'), mayRead('ReturnInterview', { shared }, 'notice', 'redacted')];
  return aPolicy({ PLACEMENT_PROVIDER: rules, PARENT: rules });
};
/** Whatever is shared with whom: only the choice of the row and the second wall are left. */
const ANYBODY = aPolicy({ PLACEMENT_PROVIDER: [mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice', 'redacted')] });
const CARER = aViewer('PLACEMENT_PROVIDER', 'home', 'cara');

describe('a redacted text', () => {
  let db: TestDatabase;
  let world: World;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const sharedWith = async (...shared: readonly (string | HeldFor)[]): Promise<string> => {
    const id = randomUUID();
    await put(world, aReturnInterview({ id, child: randomUUID(), standing: { providers: ['home', 'other'], named: ['CARER:cara@home', 'CARER:carl@home'], shared } }));
    return id;
  };
  const textFor = async (viewer: Viewer, id: string, { policy = toWhom(EITHER), now = NOW } = {}): Promise<unknown> => {
    const row = await gateUnder(policy, gateParts(db)).row(viewer, asking({ name: 'interview', id }, { RedactedInterview: fields('redactedText', 'redactedAnswers') }, now));
    return row?.['redactedText'];
  };

  it('row 57: is served to the one it was approved for', async () => {
    const id = await sharedWith('REDACTED:home');
    expect(await textFor(CARER, id)).toBe(`text for home of ${id}`);
  });

  it("row 68: is never served to another: neither another home's, nor another person's at the same home", async () => {
    const id = await sharedWith('REDACTED:other', 'REDACTED:carl@home');
    expect(await textFor(CARER, id)).toBeUndefined();
    expect(await textFor(CARER, id, { policy: ANYBODY })).toBeNull();
  });

  it("is one's own where others have theirs beside it", async () => {
    const id = await sharedWith('REDACTED:other', 'REDACTED:carl@home', 'REDACTED:home');
    expect(await textFor(CARER, id)).toBe(`text for home of ${id}`);
    expect(await textFor(aViewer('PLACEMENT_PROVIDER', 'other'), id)).toBe(`text for other of ${id}`);
    expect(await textFor(aViewer('PLACEMENT_PROVIDER', 'home', 'carl'), id)).toBe(`text for carl@home of ${id}`);
  });

  it('for the person comes before one for the agency', async () => {
    const id = await sharedWith('REDACTED:home', 'REDACTED:cara@home');
    expect(await textFor(CARER, id)).toBe(`text for cara@home of ${id}`);
  });

  it('for the agency is not served to who reads as a person alone, nor the other way round', async () => {
    const id = await sharedWith('REDACTED:home', 'REDACTED:cara@home');
    expect(await textFor(CARER, id, { policy: toWhom(personAs('REDACTED')) })).toBe(`text for cara@home of ${id}`);
    expect(await textFor(CARER, id, { policy: toWhom(agencyAs('REDACTED')) })).toBe(`text for home of ${id}`);
    const agencyOnly = await sharedWith('REDACTED:home');
    expect(await textFor(CARER, agencyOnly, { policy: toWhom(personAs('REDACTED')) })).toBeUndefined();
  });

  it('ends with its release, to the instant', async () => {
    const until = '2026-11-20T08:00:00Z';
    const id = await sharedWith({ agency: 'REDACTED:home', during: `[2026-11-01T00:00:00Z,${until})` });
    expect(await textFor(CARER, id, { now: Date.parse(until) - 1 })).toBe(`text for home of ${id}`);
    expect(await textFor(CARER, id, { now: Date.parse(until) })).toBeUndefined();
    expect(await textFor(CARER, id, { now: Date.parse(until), policy: ANYBODY })).toBeNull();
  });

  it('row 68: of one interview is not that of another', async () => {
    await sharedWith('REDACTED:home');
    const bare = await sharedWith();
    expect(await textFor(CARER, bare, { policy: ANYBODY })).toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import { anEpisode, moment, put, type Standing } from '../gate/a-world.ts';
import { aReturnStep } from '../gate/case-of-a-child.ts';
import { aLocating, anIntelligenceItem } from '../gate/told-of-a-child.ts';
import { ask } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, type AReturn, type HubOfReturns } from './a-hub-of-returns.ts';

interface Entry {
  readonly placesBefore: readonly { readonly how: string; readonly place: string }[];
  readonly overnight: readonly { readonly kind: string }[];
  readonly mediaAppeal: string | null;
}
const BRIEFING = `query Q($authority: ID!) { briefing(authority: $authority) { missing { placesBefore { how place } overnight { kind } mediaAppeal } } }`;
const GONE = { status: 'MISSING', is_open: true, missing_since: moment('2026-11-19T20:00:00Z'), missing_from_at: '2026-11-19T20:00:00Z', returned_at: null, returned_until_at: null, reported_at: null, risk_changes: [] };
/** Southvale goes by Birmingham's practice. */
const STANDING: Standing = { responsible: ['southvale'], forces: ['mereshire-police'], providers: ['larkfield'], missingNow: 'YES', recent: '(,)' };

let hub: HubOfReturns;
let missing: AReturn;
let earlier: string;
beforeAll(async () => {
  hub = await aHubOfReturns();
  missing = await returnOf(hub.world, STANDING, GONE);
  earlier = randomUUID();
  const past = { is_open: false, status: 'RETURNED', missing_since: moment('2026-10-01T20:00:00Z'), missing_from_at: '2026-10-01T20:00:00Z', returned_until_at: '2026-10-02T20:00:00Z' };
  await put(hub.world, [
    anEpisode({ id: earlier, child: missing.child, standing: STANDING, columns: past }),
    aLocating({ id: randomUUID(), child: missing.child, standing: STANDING }),
    anIntelligenceItem({ id: randomUUID(), child: missing.child, standing: STANDING, columns: { at: moment('2026-11-20T03:00:00Z') } }),
  ]);
});
afterAll(() => hub.close());

async function entry(as: string): Promise<Entry | undefined> {
  const { data, errors } = await ask(hub, BRIEFING, { as, variables: { authority: 'southvale' } });
  expect(errors).toEqual([]);
  return (data as { briefing: { missing: readonly Entry[] } }).briefing.missing[0];
}
const hows = async (as: string): Promise<string[]> => ((await entry(as))?.placesBefore ?? []).map(({ how }) => how).sort();

describe('where a missing child was before', () => {
  it('is of earlier episodes and interviews, and not of the one that runs', async () => {
    const found = await entry('coordinator@southvale');
    const places = found?.placesBefore ?? [];
    expect(places.filter(({ how }) => how !== 'STAYED').every(({ place }) => place.includes(earlier))).toBe(true);
    expect(places.map(({ how }) => how)).toEqual(expect.arrayContaining(['LAST_SEEN', 'LOCATED']));
  });

  it('is told to the police of the child who is missing, where the child stayed too; to a home nothing of that', async () => {
    expect(await hows('police@mereshire-police')).toContain('STAYED');
    expect(await hows('provider@larkfield')).not.toContain('STAYED');
    expect(JSON.stringify(await entry('provider@larkfield'))).not.toContain('INTELLIGENCE');
  });
});

test('intelligence recorded overnight is among what came, for whoever may read of it', async () => {
  expect((await entry('coordinator@southvale'))?.overnight).toContainEqual({ kind: 'INTELLIGENCE' });
});

describe('an appeal through the media (Birmingham)', () => {
  const writes = (outcome: string | null, at: string) =>
    put(hub.world, [aReturnStep({ id: randomUUID(), child: missing.child, standing: STANDING, step: 'MEDIA_APPEAL', columns: { episode: missing.episode, outcome, at: moment(at), done_from_at: at, by: 'pim@mereshire-police' } })]);

  it('is to be considered of a child at high risk: consent first, then without it, until one was considered', async () => {
    expect((await entry('coordinator@southvale'))?.mediaAppeal).toMatch(/consent of parents or carers is sought first; it may go out without \(Birmingham 2022, Police response/);
    await writes('CONSENT_REFUSED', '2026-11-20T05:00:00Z');
    expect((await entry('police@mereshire-police'))?.mediaAppeal).toMatch(/it can go out \(Birmingham 2022/);
    expect((await entry('provider@larkfield'))?.mediaAppeal).toBeNull();
    await writes(null, '2026-11-20T06:00:00Z');
    expect((await entry('coordinator@southvale'))?.mediaAppeal).toBeNull();
  });
});

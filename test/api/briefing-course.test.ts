import { randomUUID } from 'node:crypto';
import { moment, put, type Standing } from '../gate/a-world.ts';
import { aConcern, aReturnStep } from '../gate/case-of-a-child.ts';
import { aReturnInterview } from '../gate/told-of-a-child.ts';
import { ask, NOW } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, type AReturn, type HubOfReturns } from './a-hub-of-returns.ts';

interface Entry {
  readonly episode: { readonly id: string };
  readonly nextStep: { readonly code: string; readonly holder: { readonly role: string | null } } | null;
  readonly clocks: readonly string[] | null;
  readonly overdue: readonly string[] | null;
  readonly answers: readonly { readonly by: string; readonly known: string; readonly words: string }[] | null;
  readonly ownAnswer: { readonly by: string; readonly known: string } | null;
  readonly overnight: readonly { readonly kind: string; readonly at: string }[];
  readonly pushFactors: readonly string[];
  readonly pullFactors: readonly string[];
}
interface Read {
  readonly concerns: readonly { readonly id: string }[];
  readonly missing: readonly Entry[];
  readonly returned: readonly Entry[];
}
const BRIEFING = `{ briefing(authority: "northmere") { concerns { id } missing { ...E } returned { ...E } } }
  fragment E on BriefingEntry { episode { id } nextStep { code holder { role } } clocks overdue answers { by known words } ownAnswer { by known words } overnight { kind at } pushFactors pullFactors }`;
const MISSING: Standing = { responsible: ['northmere'], forces: ['mereshire-police'], providers: ['larkfield'], partners: ['mereshire-health'], missingNow: 'YES', recent: '(,)' };
const BACK_AT = '2026-11-19T22:00:00Z';

let hub: HubOfReturns;
let missing: AReturn;
let back: AReturn;
let hidden: string;
beforeAll(async () => {
  hub = await aHubOfReturns();
  missing = await returnOf(hub.world, MISSING, { status: 'MISSING', is_open: true, missing_since: moment('2026-11-18T20:00:00Z'), missing_from_at: '2026-11-18T20:00:00Z', returned_at: null, returned_until_at: null, reported_at: moment('2026-11-19T21:00:00Z'), risk_changes: [] });
  back = await returnOf(hub.world, { ...MISSING, missingNow: 'NO' }, { returned_at: moment(BACK_AT), returned_until_at: BACK_AT, reported_at: null, risk_changes: [] });
  const answer = (by: string, outcome: string) => aReturnStep({ id: randomUUID(), child: missing.child, standing: MISSING, step: 'BRIEFING_ANSWER', columns: { episode: missing.episode, outcome, words: `Said by ${by}.`, by, originator: by.slice(by.indexOf('@') + 1), written_at: '2026-11-20T07:00:00Z' } });
  hidden = randomUUID();
  await put(hub.world, [
    answer('pim@mereshire-police', 'KNOWN_TO_US'),
    answer('hana@mereshire-health', 'NOT_KNOWN'),
    ...aReturnInterview({ id: randomUUID(), child: missing.child, standing: MISSING, columns: { at: moment('2026-11-02T10:00:00Z') } }),
    aConcern({ id: hidden, child: missing.child, standing: MISSING, originator: 'northmere', columns: { answered_at: null, answered_by: null, written_at: '2026-11-20T02:00:00Z' } }),
  ]);
});
afterAll(() => hub.close());

async function read(as: string): Promise<Read> {
  const { data, errors } = await ask(hub, BRIEFING, { as });
  expect(errors).toEqual([]);
  return (data as { briefing: Read }).briefing;
}
const kinds = (entry: Entry | undefined): string[] => (entry?.overnight ?? []).map(({ kind }) => kind);

describe('the briefing at eight, for the coordinator', () => {
  it('says who holds what comes next, by which clocks, and what is overdue', async () => {
    const morning = await read('coordinator@northmere');
    expect(morning.missing).toMatchObject([{ episode: { id: missing.episode }, nextStep: { code: 'FIND_CHILD', holder: { role: 'POLICE_MISSING_TEAM' } }, overdue: [] }]);
    expect(morning.returned).toMatchObject([{ episode: { id: back.episode }, nextStep: { code: 'NOTIFY_RETURN', holder: { role: 'HUB_COORDINATOR' } } }]);
    expect(morning.returned[0]?.clocks?.[0]).toBe('statutory interview due in 2 days 14 hours (by 22:00 on Sun 22 Nov)');
  });

  it('says what came since five o’clock, earliest first, and nothing older', async () => {
    const morning = await read('coordinator@northmere');
    expect(kinds(morning.missing[0])).toEqual(['REPORTED', 'CONCERN', 'ANSWER', 'ANSWER']);
    expect(morning.returned[0]?.overnight).toEqual([{ kind: 'RETURNED', at: new Date(BACK_AT).toISOString() }]);
    expect(Date.parse(morning.missing[0]?.overnight[0]?.at ?? '')).toBeLessThan(NOW);
  });

  it('has what agencies answered, what pushes and pulls the child, and the concerns nobody has answered', async () => {
    const { missing: [entry], concerns } = await read('coordinator@northmere');
    expect(entry?.answers).toEqual(expect.arrayContaining([{ by: 'pim@mereshire-police', known: 'KNOWN_TO_US', words: 'Said by pim@mereshire-police.' }]));
    expect(entry?.answers).toHaveLength(2);
    expect([entry?.pushFactors.length, entry?.pullFactors.length]).toEqual([1, 1]);
    expect(concerns).toEqual([{ id: hidden }]);
  });
});

describe('the same briefing', () => {
  it('has for the police what is next and what agencies answered, no concern, and nothing out of an interview they read as a notice', async () => {
    const { missing: [entry], concerns } = await read('police@mereshire-police');
    expect(entry).toMatchObject({ nextStep: { code: 'FIND_CHILD' }, pushFactors: [], pullFactors: [] });
    expect(entry?.answers).toHaveLength(2);
    expect(concerns).toEqual([]);
    expect(kinds(entry)).toEqual(['REPORTED', 'ANSWER', 'ANSWER']);
  });

  it.each(['provider@larkfield', 'partner@mereshire-health'])('has for %s the child alone: no step, no clock, no answer of others, nothing out of an interview', async (as) => {
    const { missing: [entry], concerns } = await read(as);
    expect(entry).toMatchObject({ episode: { id: missing.episode }, nextStep: null, clocks: null, overdue: null, answers: null, pushFactors: [], pullFactors: [] });
    // A partner is shown what its own agency said, and that alone.
    expect([kinds(entry), concerns]).toEqual([as.startsWith('partner') ? ['REPORTED', 'ANSWER'] : ['REPORTED'], []]);
  });

  it('has for whoever answered what their own agency said, a partner included, and for others nothing of it', async () => {
    const ownOf = async (as: string) => (await read(as)).missing[0]?.ownAnswer;
    expect(await ownOf('partner@mereshire-health')).toEqual({ by: 'hana@mereshire-health', known: 'NOT_KNOWN', words: 'Said by hana@mereshire-health.' });
    expect(await ownOf('police@mereshire-police')).toMatchObject({ by: 'pim@mereshire-police' });
    expect(await ownOf('coordinator@northmere')).toBeNull();
    expect(await ownOf('provider@larkfield')).toBeNull();
  });

  it('is empty for an authority that is not asked', async () => {
    expect(await read('coordinator@southvale')).toEqual({ concerns: [], missing: [], returned: [] });
  });
});

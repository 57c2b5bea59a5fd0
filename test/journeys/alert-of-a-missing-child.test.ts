import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aFound, aMissing } from './documents.ts';

const AT_TWO = Date.parse('2025-11-20T02:00:00Z');
const MINUTE = 60_000;

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
  hub.now = AT_TWO;
});
afterAll(() => hub.close());

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly waitsFor: string | null;
  readonly next: string | null;
  readonly answerBy: string | null;
  readonly text: string;
}
const FIELDS = '{ id kind text step waitsFor since next answerBy }';
const briefing = async (as: string): Promise<{ readonly notices: readonly Told[]; readonly alerts: readonly Told[] }> =>
  (await hub.ask<{ briefing: { notices: readonly Told[]; alerts: readonly Told[] } }>(`{ briefing(authority: "northmere") { notices ${FIELDS} alerts ${FIELDS} } }`, { as })).briefing;
const waits = async (as: string): Promise<unknown[]> => (await briefing(as)).alerts.map(({ kind, waitsFor, next }) => [kind, waitsFor, next]);

// One night, told in its order: each step begins where the one before it ended.
describe('a child whom the police report missing at 02:00', () => {
  it('is before the senior worker and the duty team at once, as Northmere states no core hours, by words that name nobody, and the coordinator sees that nobody has answered', async () => {
    await hub.deliver(aMissing({ 'Report/CurrentRiskLevel': 'High' }));
    const [notice] = (await briefing('northmere-senior')).notices;
    expect(notice).toMatchObject({ kind: 'CHILD_MISSING', text: 'A child is missing. Look at the briefing, and say that you know.', answerBy: '2025-11-20T02:10:00.000Z' });
    expect((await waits('northmere-coordinator')).sort()).toEqual([['CHILD_MISSING', 'emergency duty team', 'team manager'], ['CHILD_MISSING', 'senior worker', 'team manager']]);
    expect([await waits('northmere-manager'), await waits('westhaven-coordinator'), await waits('larkfield-manager')]).toEqual([[], [], []]);
  });

  it('is before the manager when the hub, which slept meanwhile, is there again, and is no second alert though the police send it again', async () => {
    await hub.sleepUntil(AT_TWO + 12 * MINUTE);
    await hub.deliver(aMissing({ 'Report/CurrentRiskLevel': 'High' }));
    expect(await waits('northmere-manager')).toEqual([['CHILD_MISSING', 'team manager', 'hub coordinator']]);
    expect((await waits('northmere-coordinator')).sort()).toEqual([
      ['CHILD_MISSING', 'emergency duty team', 'team manager'],
      ['CHILD_MISSING', 'senior worker', 'team manager'],
      ['CHILD_MISSING', 'team manager', 'hub coordinator'],
    ]);
  });

  it('is answered by the manager, and nobody is asked any more', async () => {
    const [notice] = (await briefing('northmere-manager')).notices;
    await hub.ask('mutation M($id: ID!) { acknowledgeNotice(id: $id) { id } }', { as: 'northmere-manager' }, { id: notice?.id });
    expect(await Promise.all(['northmere-senior', 'northmere-manager', 'northmere-coordinator'].map(waits))).toEqual([[], [], []]);
  });

  it('is back, and that is an alert of its own', async () => {
    hub.now = AT_TWO + 150 * MINUTE;
    await hub.deliver(aFound());
    expect(await waits('northmere-senior')).toEqual([['CHILD_RETURNED', 'senior worker', 'team manager']]);
  });
});

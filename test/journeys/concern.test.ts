import { randomUUID } from 'node:crypto';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const AT_TWO = Date.parse('2025-11-20T02:00:00Z');
const MINUTE = 60_000;
/** Wrenna is back for six days: the duty team reads nothing of her any more. */
const DAYS_AGO: Fields = { 'Header/SentAt': '2025-11-13T22:30:00Z', 'Report/MissingSince': '2025-11-13T21:00:00Z' };
const BACK: Fields = { 'Header/SentAt': '2025-11-14T04:00:00Z', 'Found/WhenTraced': '2025-11-14T03:00:00Z', 'Found/WhenReturned': '2025-11-14T03:45:00Z' };

let hub: RunningHub;
let child: string;
let concern: string;
beforeAll(async () => {
  hub = await aRunningHub();
  hub.now = AT_TWO;
  await hub.deliver(aMissing(DAYS_AGO), aFound(BACK));
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { child { id } } } }', { as: 'northmere-coordinator' });
  child = episodes.nodes[0]?.child.id ?? '';
  await hub.ask('mutation M($input: AssignWorkerInput!) { assignWorker(input: $input) { id } }', { as: 'northmere-coordinator' }, { input: { key: randomUUID(), child, revision: 0, worker: 'northmere-worker' } });
});
afterAll(() => hub.close());

interface Told {
  readonly kind: string;
  readonly step: number | null;
  readonly notAnsweredBy: string | null;
}
/** What somebody's briefing begins with, of concerns. */
async function toldFirst(as: string): Promise<readonly Told[]> {
  const { briefing } = await hub.ask<{ briefing: { notices: readonly Told[] } }>('{ briefing(authority: "northmere") { notices { kind step answerBy notAnsweredBy text } } }', { as });
  return briefing.notices.filter(({ kind }) => kind === 'CONCERN');
}
const WAITING = '{ concerns { id words givenName familyName dateOfBirth { text } placementName child { id homeAddress } } }';
const waiting = async (as: string): Promise<readonly unknown[]> => (await hub.ask<{ concerns: readonly unknown[] }>(WAITING, { as })).concerns;

// One night, told in its order: each step begins where the one before it ended.
describe('a concern that a worker raises at 02:00', () => {
  it('is before the senior worker at once, and before nobody else', async () => {
    const input = { key: randomUUID(), child, concern: 'HARM_DISCLOSED', words: 'Invented words of harm.', risk: 'HIGH' };
    const { raiseConcern } = await hub.ask<{ raiseConcern: { id: string; warnings: readonly string[] } }>('mutation M($input: RaiseConcernInput!) { raiseConcern(input: $input) { id warnings } }', { as: 'northmere-worker' }, { input });
    concern = raiseConcern.id;
    expect(raiseConcern.warnings).toEqual([]);
    expect(await toldFirst('northmere-senior')).toMatchObject([{ step: 1, answerBy: '2025-11-20T02:10:00.000Z', notAnsweredBy: null }]);
    for (const as of ['northmere-manager', 'northmere-duty-team', 'northmere-coordinator', 'mereshire-missing-team', 'larkfield-manager']) {
      expect([as, await toldFirst(as)]).toEqual([as, []]);
    }
  });

  it('is before the manager when the hub, which slept meanwhile, is there again after ten minutes', async () => {
    await hub.sleepUntil(AT_TWO + 12 * MINUTE);
    expect(await toldFirst('northmere-manager')).toMatchObject([{ step: 2, notAnsweredBy: 'Not answered by: senior worker.' }]);
    expect(await toldFirst('northmere-duty-team')).toEqual([]);
    expect(await waiting('northmere-duty-team')).toEqual([]);
  });

  it('shows the duty team in its time of whom it is, and nothing else of the child', async () => {
    hub.now = AT_TWO + 26 * MINUTE;
    expect(await toldFirst('northmere-duty-team')).toMatchObject([{ step: 3, notAnsweredBy: 'Not answered by: senior worker, team manager.' }]);
    expect(await waiting('northmere-duty-team')).toEqual([
      { id: concern, words: 'Invented words of harm.', givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: { text: '2011-05-06' }, placementName: null, child: null },
    ]);
    expect(await hub.ask('query Q($child: ID!) { child(id: $child) { id } }', { as: 'northmere-duty-team' }, { child })).toEqual({ child: null });
  });

  it('is enough for the duty team to name the child exactly and open emergency access', async () => {
    const input = { key: randomUUID(), givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06', reason: 'An invented concern in the night.' };
    const opened = await hub.ask<{ openEmergencyAccess: unknown }>('mutation M($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { child { id homeAddress } } }', { as: 'northmere-duty-team' }, { input });
    expect(opened.openEmergencyAccess).toEqual({ child: { id: child, homeAddress: '1 Imaginary Row' } });
  });

  it('answered by the duty team never comes to the coordinator, and everybody asked before sees the answer', async () => {
    hub.now = AT_TWO + 30 * MINUTE;
    const input = { key: randomUUID(), concern, revision: 1, action: 'Ring the home, visit in the morning.', owner: 'northmere-duty-team@northmere', due: '2025-11-20T09:00:00Z' };
    const answer = await hub.ask<{ acknowledgeConcern: unknown }>('mutation M($input: AcknowledgeConcernInput!) { acknowledgeConcern(input: $input) { warnings concern { answeredBy } caseAction { state overdue } } }', { as: 'northmere-duty-team' }, { input });
    expect(answer.acknowledgeConcern).toEqual({ warnings: [], concern: { answeredBy: 'northmere-duty-team@northmere' }, caseAction: { state: 'OPEN', overdue: false } });
    await hub.sleepUntil(AT_TWO + 10 * 60 * MINUTE);
    for (const as of ['northmere-senior', 'northmere-manager', 'northmere-duty-team', 'northmere-coordinator']) {
      expect([as, await toldFirst(as), await waiting(as)]).toEqual([as, [], []]);
    }
    const read = await hub.ask<{ child: unknown }>('query Q($child: ID!) { child(id: $child) { concerns(first: 5) { answeredBy action } } }', { as: 'northmere-senior' }, { child });
    expect(read.child).toEqual({ concerns: [{ answeredBy: 'northmere-duty-team@northmere', action: 'Ring the home, visit in the morning.' }] });
    expect(await hub.ask('{ ownActions { what overdue state } }', { as: 'northmere-duty-team' })).toEqual({ ownActions: [{ what: 'Ring the home, visit in the morning.', overdue: true, state: 'OPEN' }] });
  });
});

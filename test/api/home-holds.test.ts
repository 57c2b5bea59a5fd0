import { randomUUID } from 'node:crypto';
import { aPlacement, moment, put } from '../gate/a-world.ts';
import { aCaseAction } from '../gate/case-of-a-child.ts';
import { ask } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, STANDING, type AReturn, type HubOfReturns } from './a-hub-of-returns.ts';

let hub: HubOfReturns;
beforeAll(async () => {
  hub = await aHubOfReturns();
});
afterAll(() => hub.close());

const MISSING = { status: 'MISSING', is_open: true, missing_since: moment('2026-11-20T07:00:00Z'), returned_at: null, returned_until_at: null, risk: 'VERY_LOW' };
/** A child missing from a home at the lowest risk, for whom the police send nobody. */
async function missingAtLowestRisk(): Promise<AReturn> {
  const of = await returnOf(hub.world, STANDING, MISSING);
  await put(hub.world, [aPlacement({ id: randomUUID(), child: of.child, standing: STANDING, columns: { provider: 'larkfield' } })]);
  return of;
}
const lookAgain = (of: AReturn, due: string, { owner = 'larkfield', from = of.episode } = {}): Promise<void> =>
  put(hub.world, [aCaseAction({ id: randomUUID(), child: of.child, standing: STANDING, owner, columns: { due, state: 'OPEN', closed_at: null, comes_from: from } })]);

async function next(of: AReturn): Promise<unknown> {
  const { data, errors } = await ask(hub, `{ episode(id: "${of.episode}") { nextStep { code holder { role } due } } }`, { as: 'coordinator@northmere' });
  expect(errors).toEqual([]);
  return (data as { episode: { nextStep: unknown } }).episode.nextStep;
}

describe('a child missing at the lowest risk, whom the police do not look for (Birmingham)', () => {
  it('is the home’s to look for; what others are to do, or the home about something else, sets no time for it', async () => {
    const of = await missingAtLowestRisk();
    await lookAgain(of, '2026-11-20T11:00:00Z', { owner: 'southvale' });
    await lookAgain(of, '2026-11-20T11:00:00Z', { from: randomUUID() });
    // The day on which the risk is considered with the manager, as for every child who is looked after (Somerset 5.2.1).
    expect(await next(of)).toEqual({ code: 'HOME_LOOKS_FOR_CHILD', holder: { role: 'HOME' }, due: '2026-11-20T23:59:59.999Z' });
  });

  it('is looked at again when the home’s own action on the episode is due', async () => {
    const of = await missingAtLowestRisk();
    await lookAgain(of, '2026-11-20T11:00:00Z');
    expect(await next(of)).toMatchObject({ code: 'HOME_LOOKS_FOR_CHILD', due: '2026-11-20T11:00:00.000Z' });
  });

  it('is no longer left to the home alone once that time has come', async () => {
    const of = await missingAtLowestRisk();
    await lookAgain(of, '2026-11-20T07:30:00Z');
    expect(await next(of)).toMatchObject({ code: 'RAISE_RISK', holder: { role: 'HOME' } });
  });
});

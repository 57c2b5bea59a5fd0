import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

describe('the sources at the command line', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await aRunningHub();
    await hub.deliver(aMissing());
  });
  afterAll(() => hub.close());

  it('are those the named person may see, with what was received and what waits', async () => {
    const { code, out } = await hub.command('sources', '--as', 'mereshire-missing-team');
    expect(code).toBe(0);
    expect(out).toMatch(/AGENCY +SYSTEM +FORMAT +LAST HEARD/);
    expect(out).toMatch(/mereshire-police +mereshire-compact +police-compact +\d{4}-\d\d-\d\dT[\d:.]+Z +- +- +1 +0 +0/);
    expect(out).not.toContain('northmere-903');
  });

  it('are none for whom no source is', async () => {
    expect((await hub.command('sources', '--as', 'westhaven-missing-team')).out).not.toContain('mereshire-compact');
  });
});

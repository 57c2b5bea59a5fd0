import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

describe('who answers for an alert, at the command line', () => {
  it('is listed role after role, with minutes, telephone and how many hold it', async () => {
    const { code, out } = await hub.command('directory', 'duty');
    expect(code).toBe(0);
    expect(out).toMatch(/AGENCY +MATTER +STEP +ROLE +HOURS +HIGH +MEDIUM +LOW +VERY LOW +TELEPHONE +RINGS +HELD BY/);
    expect(out).toMatch(/northmere +any +1 +SENIOR_WORKER +ALWAYS +10 +20 +60 +60 +01632 960904 +- +1\n/);
    expect(out).toMatch(/northmere +ALLEGATION +1 +TEAM_MANAGER/);
    expect(out).toMatch(/southvale +any +1 +SENIOR_WORKER +CORE_HOURS +15 +30 +60 +60 +- +- +1\n/);
    expect(out).toMatch(/northmere +EPISODE +1 +EDT +OUT_OF_HOURS +15 +30 +60 +60 +01632 960901 +- +1\n/);
    expect(out).not.toMatch(/(larkfield-homes|mereshire-police) +EPISODE/);
    expect(out).toMatch(/larkfield-homes +any +1 +PLACEMENT_PROVIDER +ALWAYS/);
    expect(out).toMatch(/Nothing rings anybody at northmere, southvale, /);
  });

  it('is warned of where nobody could; the directory is taken all the same, for somebody may have to be suspended at once', async () => {
    const without = demonstrationDirectory.replace('    subject: westhaven-coordinator\n', '    subject: westhaven-coordinator\n    suspended: true\n');
    const warning = 'Nobody at westhaven could answer an alert at every hour (HARM_DISCLOSED, INTELLIGENCE, ALLEGATION, EPISODE, OTHER)';
    const loaded = await hub.command('directory', 'load', hub.file('directory.yml', without));
    expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining(warning)]);
    const { code, out } = await hub.command('directory', 'duty');
    expect([code, out]).toEqual([1, expect.stringContaining(warning)]);
    expect(out).not.toContain('Nobody at northmere');
  });
});

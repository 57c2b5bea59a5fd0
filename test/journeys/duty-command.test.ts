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

describe('the practice an authority goes by, at the command line', () => {
  it('is listed clock after clock and figure after figure, with whose it is, its paragraph, and what the hub does where it is silent', async () => {
    const { code, out } = await hub.command('directory', 'practice', '--authority', 'northmere');
    expect(code).toBe(0);
    expect(out).toMatch(/^northmere \(Northmere Council\) goes by the practice "birmingham"\.\n/);
    expect(out).toMatch(/CLOCK +OF +FROM +UNTIL +WITHIN +WHOSE +SOURCE +LEFT OPEN\n/);
    expect(out).toMatch(/statutory interview +every child +return +interview +72 hours +statutory +Statutory guidance 2014, paragraph 32/);
    expect(out).toMatch(/strategy meeting +looked after child +start of the episode +strategy meeting or locating or return +24 hours +own +the authority's own practice rules/);
    expect(out).toMatch(/media appeal +guidance +Birmingham 2022, Police response +at risk high, consent sought yes, may go without yes\n/);
    expect(out).toMatch(/core hours +hub's default +- +silent: every step of the duty chain counts at every hour/);
    expect(out).toMatch(/interview not appropriate now +hub's default +Homeward's default, after West Sussex, .* silent: the hub asks for a day to ask again/);
    expect(out).toMatch(/same worker as before +guidance +Birmingham 2022, Child known to services +yes\n +left open: where possible and appropriate\n/);
    expect(out).not.toContain('southvale');
  });

  it('is listed of every authority, one that has named none among them, and of nobody else', async () => {
    const { code, out } = await hub.command('directory', 'practice');
    expect([code, out.match(/^\S+ \(.*\) goes by .*$/gm)]).toEqual([0, expect.arrayContaining([expect.stringMatching(/^southvale .*"somerset"/), expect.stringMatching(/^westhaven .*no practice that it has named/)])]);
    expect(out).not.toMatch(/^mereshire-police/m);
    const { code: refused, err } = await hub.command('directory', 'practice', '--authority', 'mereshire-police');
    expect([refused, err]).toEqual([1, expect.stringContaining('There is no authority of this id in the directory.')]);
  });
});

import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing({ 'Header/SentAt': null }));
});
afterAll(() => hub.close());

const list = (...words: string[]): ReturnType<RunningHub['command']> => hub.command('quarantine', 'list', ...words);

describe('the quarantine at the command line', () => {
  it('is what the named person may see', async () => {
    expect((await list('--as', 'mereshire-missing-team')).out).toContain('DOCUMENT_SCHEMA');
    expect((await list('--as', 'westhaven-missing-team')).out).toContain('Nothing is in quarantine that this person may see.');
  });

  it('names its columns, and lays them under one another', async () => {
    const [heads = '', entry = ''] = (await list('--as', 'mereshire-missing-team')).out.trim().split('\n');
    expect(heads).toMatch(/^ENTRY +REFUSED AT +CODE +PLACE +SYSTEM +MESSAGE +RISK +COUNTS AS HIGH$/);
    expect(entry.slice(heads.indexOf('CODE'))).toMatch(/^DOCUMENT_SCHEMA/);
    expect(entry.slice(heads.indexOf('COUNTS AS HIGH'))).toBe('true');
  });

  it('wants one of several roles named, as a request does', async () => {
    expect(await list('--as', 'both-coordinator')).toMatchObject({ code: 1 });
    expect(await list('--as', 'both-coordinator', '--role', 'HUB_COORDINATOR@westhaven')).toMatchObject({ code: 1 });
    expect((await list('--as', 'both-coordinator', '--role', 'HUB_COORDINATOR@northmere')).out).toContain('DOCUMENT_SCHEMA');
  });

  it('reads again what it is told to, and ends with 1 while anything is still refused', async () => {
    const again = await hub.command('quarantine', 'replay', '--all', '--as', 'mereshire-missing-team');
    expect(again.out).toContain('1 refused\n1 document read again.');
    expect(again.code).toBe(1);
    expect(await hub.command('quarantine', 'replay', '--all', '--as', 'northmere-coordinator')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to replay') as string });
  });

  it.each(['nobody-known', 'mereshire-compact-client'])('is not shown as %s', async (as) => {
    const { code, out } = await list('--as', as);
    expect([code, out.includes('DOCUMENT_SCHEMA')]).toEqual([1, false]);
  });
});

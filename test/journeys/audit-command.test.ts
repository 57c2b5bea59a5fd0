import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

let hub: RunningHub;
let child: string;
beforeAll(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing());
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes { nodes { status child { id givenName } } } }', { as: 'northmere-coordinator' });
  child = episodes.nodes[0]?.child.id ?? '';
});
afterAll(() => hub.close());

const audit = (...words: string[]): ReturnType<RunningHub['command']> => hub.command('audit', ...words);

describe('the logs at the command line', () => {
  it('tell the data protection officer who saw what of a child, and nobody else', async () => {
    const { out } = await audit('about', child, '--as', 'northmere-protection-officer');
    expect(out).toMatch(/2025-11-20T08:00:00Z {2}SHOWN to northmere-coordinator HUB_COORDINATOR@northmere, SAFEGUARDING, PUBLIC_TASK, .*Child \(.*givenName/);
    const refused = await audit('about', child, '--as', 'northmere-coordinator');
    expect([refused.code, refused.out, refused.err]).toEqual([1, '', expect.stringContaining('FORBIDDEN')]);
  });

  it('are told to the child in plain words, for the officer to review first', async () => {
    const { out } = await audit('told', child, '--as', 'northmere-access-officer', '--from', '2025-11-20', '--until', '2025-11-20');
    expect(out).toMatch(/^DRAFT, TO BE REVIEWED/);
    expect(out).toContain('Thursday, 20 November 2025\n  Northmere Council\n    the person who coordinates help for missing children, to keep you safe; at 08:00:\n');
    expect((await audit('told', child, '--as', 'northmere-access-officer', '--until', '2025-11-19')).out).toContain('Nobody was told anything about you in this time.');
    expect((await audit('told', child, '--as', 'northmere-access-officer', '--from', 'yesterday')).err).toContain('BAD_INPUT');
  });

  it('are sealed, and found whole', async () => {
    expect((await audit('seal')).code).toBe(0);
    const { code, out } = await audit('verify');
    expect([code, out]).toEqual([0, expect.stringContaining('; 0 findings.\n0 rows wait for their seal and could not be checked; 0 batches are not anchored.')]);
  });

  it('are found wanting against anchors that tell of something else, which a script notices', async () => {
    const { code, out } = await audit('verify', '--anchor', hub.file('anchors-of-another.jsonl', 'nonsense\n'));
    expect([code, out]).toEqual([1, expect.stringContaining('ANCHOR_EDITED at anchor line 1: an anchor is not as it was signed.')]);
  });
});

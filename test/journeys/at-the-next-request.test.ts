import { randomUUID } from 'node:crypto';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aRunningHub, MORNING, type RunningHub } from './a-running-hub.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const HOUR = 3_600_000;
const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const FOR_HER_HOME = { audience: 'PLACEMENT', recipient: 'larkfield-homes' };
const [WORKER, SENIOR, SOCIAL_WORKER, COORDINATOR] = ['northmere-worker', 'northmere-senior', 'northmere-social-worker', 'northmere-coordinator'] as const;

let hub: RunningHub;
let child: string;
let interview: string;
beforeEach(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing(PLACED), aFound(PLACED));
  const { episodes } = await hub.ask<{ episodes: { nodes: { id: string; child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { id child { id } } } }', { as: COORDINATOR });
  const [found] = episodes.nodes;
  child = found?.child.id ?? '';
  await does(COORDINATOR, 'assignWorker', { child, revision: 0, worker: WORKER });
  await does(COORDINATOR, 'recordRelationship', { child, revision: 0, relationship: 'SOCIAL_WORKER', holder: SOCIAL_WORKER });
  const said = { child, episodes: [found?.id], state: 'COMPLETED', at: '2025-11-20T07:30:00Z', answers: { reasons: 'Invented words.' } };
  interview = (await does(WORKER, 'recordInterview', said)).id;
  const { interview: full } = await hub.ask<{ interview: { contentHash: string } }>(`{ interview(id: "${interview}") { ... on FullInterview { contentHash } } }`, { as: SENIOR });
  const text = { text: 'Please ask her before her room is changed.', answers: [], contentHash: full.contentHash };
  const { id, revision } = await does(WORKER, 'proposeRedaction', { interview, revision: 0, ...FOR_HER_HOME, ...text });
  await does(SENIOR, 'approveRedaction', { redaction: id, revision });
});
afterEach(() => hub.close());

async function does(as: string, mutation: string, input: object): Promise<{ id: string; revision: number }> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { id revision } }`;
  const data = await hub.ask<Record<string, { id: string; revision: number }>>(query, { as }, { input: { key: randomUUID(), ...input } });
  return data[mutation] ?? { id: '', revision: 0 };
}

/** The very same request each time, under one token got beforehand: at which level it is answered, or how it is refused. */
function asking(as: string): () => Promise<string> {
  const token = hub.token(as);
  return async () => {
    const { text } = await hub.post(`{ interview(id: "${interview}") { __typename } }`, { token });
    return /"__typename":"(\w+)"|"code":"(\w+)"|"interview":(null)/.exec(text)?.slice(1).find(Boolean) ?? '';
  };
}

describe('with the very next request', () => {
  it('an agreement that was withdrawn shares nothing more', async () => {
    const read = asking('larkfield-manager');
    const agreed = { interview, aspect: 'AUDIENCE', ...FOR_HER_HOME, understanding: 'Said it back.' };
    const { revision } = await does(WORKER, 'recordAgreement', { ...agreed, revision: 0, state: 'GIVEN' });
    await does(SOCIAL_WORKER, 'decideSharing', { interview, revision: 0, ...FOR_HER_HOME, decision: 'SHARE' });
    expect(await read()).toBe('RedactedInterview');
    await does(WORKER, 'recordAgreement', { ...agreed, revision, state: 'WITHDRAWN' });
    expect(await read()).toBe('InterviewNotice');
  });

  it('an override that has expired is over', async () => {
    const read = asking('larkfield-manager');
    const until = new Date(MORNING + 2 * HOUR).toISOString();
    await does(SENIOR, 'overrideForSafeguarding', { interview, revision: 0, ...FOR_HER_HOME, reason: 'Invented concern.', until, childTold: 'Told.' });
    expect(await read()).toBe('RedactedInterview');
    hub.now = MORNING + 2 * HOUR - 1;
    expect(await read()).toBe('RedactedInterview');
    hub.now = MORNING + 2 * HOUR;
    expect(await read()).toBe('InterviewNotice');
  });

  it('emergency access is over after its hours', async () => {
    const read = asking('northmere-duty-team');
    expect(await read()).toBe('InterviewNotice');
    await does('northmere-duty-team', 'openEmergencyAccess', { child, reason: 'She rang at night.' });
    expect(await read()).toBe('FullInterview');
    hub.now = MORNING + 4 * HOUR;
    expect(await read()).toBe('InterviewNotice');
  });

  it('row 54: a role that was revoked is gone, though its token lives', async () => {
    const read = asking(WORKER);
    expect(await read()).toBe('FullInterview');
    const without = demonstrationDirectory.replace('{ role: RETURN_WORKER, agency: northmere }', '{ role: AUDITOR, agency: northmere }');
    expect(without).not.toBe(demonstrationDirectory);
    expect((await hub.command('directory', 'load', hub.file('directory.yml', without))).code).toBe(0);
    expect(await read()).toBe('null');
  });

  it('a shift that has ended is over, though its token lives', async () => {
    const read = asking('northmere-duty-team');
    const shorter = demonstrationDirectory.replace('until: "2046-01-01T00:00:00Z"', `until: "${new Date(MORNING + HOUR).toISOString()}"`);
    expect(shorter).not.toBe(demonstrationDirectory);
    expect((await hub.command('directory', 'load', hub.file('directory.yml', shorter))).code).toBe(0);
    expect(await read()).toBe('InterviewNotice');
    hub.now = MORNING + HOUR;
    expect(await read()).toBe('OFF_SHIFT');
  });

  it('J10: a token that has expired is refused', async () => {
    const read = asking(WORKER);
    expect(await read()).toBe('FullInterview');
    hub.now = MORNING + 24 * HOUR;
    expect(await read()).toBe('TOKEN_REFUSED');
    expect(await asking(WORKER)()).toBe('FullInterview');
  });
});

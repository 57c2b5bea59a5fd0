import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { aMissing, aTable } from './documents.ts';

const NAMES = '{ episodes { nodes { child { givenName } } } }';
const WRENNA = { episodes: { nodes: [{ child: { givenName: 'Wrenna' } }] } };
const NOBODY = { episodes: { nodes: [] } };

let hub: RunningHub;
beforeEach(async () => {
  hub = await aRunningHub();
});
afterEach(() => hub.close());

/** The status and code of a request that is refused as a whole. */
async function refusal(asker: Asker): Promise<{ status: number; code: unknown; message: unknown }> {
  const { status, text } = await hub.post(NAMES, asker);
  const { errors } = JSON.parse(text) as { errors: readonly { message: string; extensions: { code: string } }[] };
  return { status, code: errors[0]?.extensions.code, message: errors[0]?.message };
}

describe('a person with two roles', () => {
  beforeEach(() => hub.deliver(aMissing()));

  it('is refused without naming one, and told which they have', async () => {
    const { status, code, message } = await refusal({ as: 'both-coordinator' });
    expect([status, code]).toEqual([403, 'ROLE_REQUIRED']);
    expect(message).toContain('HUB_COORDINATOR@northmere, HUB_COORDINATOR@southvale');
  });

  it('sees with the named one alone, never with both', async () => {
    expect(await hub.ask(NAMES, { as: 'both-coordinator', role: 'HUB_COORDINATOR@northmere' })).toEqual(WRENNA);
    expect(await hub.ask(NAMES, { as: 'both-coordinator', role: 'HUB_COORDINATOR@southvale' })).toEqual(NOBODY);
  });

  it('cannot name one that is not theirs', async () => {
    expect(await refusal({ as: 'both-coordinator', role: 'HUB_COORDINATOR@westhaven' })).toMatchObject({ status: 403, code: 'ROLE_REQUIRED' });
  });
});

describe('a new directory', () => {
  const person = /  - id: northmere-coordinator\n(?: {4}.*\n)+/;
  const OTHER_ROLE = demonstrationDirectory.replace('{ role: HUB_COORDINATOR, agency: northmere }', '{ role: AUDITOR, agency: northmere }');
  const WITHOUT = demonstrationDirectory.replace(person, '');
  const SUSPENDED = demonstrationDirectory.replace('subject: northmere-coordinator\n', 'subject: northmere-coordinator\n    suspended: true\n');

  /** Loads a directory as the operator does, beside the hub, with the tokens of before still about. */
  async function load(directory: string): Promise<string> {
    await hub.deliver(aMissing());
    const token = hub.token('northmere-coordinator');
    expect(await hub.ask(NAMES, { token })).toEqual(WRENNA);
    const { code } = await hub.command('directory', 'load', hub.file('directory.yml', directory));
    expect(code).toBe(0);
    return token;
  }

  it.each([
    ['leaves out', WITHOUT],
    ['suspends', SUSPENDED],
  ])('row 54: that %s a person refuses their very next request', async (_how, directory) => {
    expect(directory).not.toBe(demonstrationDirectory);
    const token = await load(directory);
    expect(await refusal({ token })).toMatchObject({ status: 401, code: 'TOKEN_REFUSED' });
  });

  it('that gives a person another role shows them what is of that role alone', async () => {
    expect(OTHER_ROLE).not.toBe(demonstrationDirectory);
    const token = await load(OTHER_ROLE);
    expect(await hub.ask(NAMES, { token })).toEqual(NOBODY);
  });
});

describe('the provider of a placement', () => {
  it('sees the child until the placement ends, and from then on nothing', async () => {
    await hub.deliver(
      aTable('header', '0042,2,06/05/2011,WBRI,'),
      aTable('episodes', '0042,01/05/2025,S,C2,N1,K2,PR4,25/11/2025,X1,,,ZZ2 2BB,SC900001'),
      aMissing({ 'Care/ResponsibleAuthorityChildId': '0042' }),
    );
    const seen = (at: string): Promise<unknown> => {
      hub.now = Date.parse(at);
      return hub.ask(NAMES, { as: 'larkfield-manager' });
    };
    expect(await seen('2025-11-24T12:00:00Z')).toEqual(WRENNA);
    expect(await seen('2025-11-26T12:00:00Z')).toEqual(NOBODY);
    expect(await hub.ask(NAMES, { as: 'northmere-coordinator' })).toEqual(WRENNA);
  });
});

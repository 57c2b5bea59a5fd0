import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples');
const NOW = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;
const SENDERS = ['northmere', 'westhaven'] as const;

let hub: RunningHub;
let keys: Readonly<Record<(typeof SENDERS)[number], SigningKey>>;
let child = '';

/** Each with a system that sends between authorities. */
function directory(): string {
  const systems = SENDERS.map((agency) => `  - { id: ${agency}-exchange, agency: ${agency}, adapter: authority-exchange, keys: [${JSON.stringify(keys[agency].jwk)}] }\n`);
  const people = SENDERS.map((agency) => `  - { id: ${agency}-exchange-client, name: Exchange sender, issuer: "https://demonstration.homeward.invalid", subject: ${agency}-exchange-client, roles: [{ role: INGEST_CLIENT, agency: ${agency}, system: ${agency}-exchange }] }\n`);
  return demonstrationDirectory.replace('systems:\n', `systems:\n${systems.join('')}`).replace('people:\n', `people:\n${people.join('')}`);
}

/** That the child is missing, with whatever is otherwise; what became of it. */
async function told(from: (typeof SENDERS)[number], { restricted = false, sent = NOW - HOUR } = {}): Promise<readonly { readonly code: string }[]> {
  const text = readFileSync(path.join(SAMPLES, 'missing-notification.xml'), 'utf8')
    .replace('<SendingAuthority>northmere', `<SendingAuthority>${from}`)
    .replace('2026-03-02T09:30:00Z', new Date(sent).toISOString())
    .replace('<Restricted>NO', `<Restricted>${restricted ? 'YES' : 'NO'}`);
  const [status] = await hub.deliver({ bytes: text, as: `${from}-exchange-client`, adapter: 'authority-exchange', signature: await signDetached(text, keys[from]) });
  expect(status).toMatchObject({ state: 'TAKEN', refused: 0 });
  return status?.warnings ?? [];
}
const sees = async (as: string): Promise<boolean> => (await hub.ask<{ child: object | null }>('query C($id: ID!) { child(id: $id) { id } }', { as }, { id: child })).child !== null;
const notices = async (as: string): Promise<string[]> => {
  const { briefing } = await hub.ask<{ briefing: { notices: { kind: string }[] } }>('{ briefing(authority: "northmere") { notices { kind } } }', { as });
  return briefing.notices.map(({ kind }) => kind).filter((kind) => kind === 'MARKED_BY_ANOTHER');
};
const decide = async (restricted: boolean): Promise<readonly string[]> => {
  const input = { key: randomUUID(), child, revision: 0, restricted, reason: 'Invented.' };
  const { restrict } = await hub.ask<{ restrict: { warnings: string[] } }>('mutation R($input: RestrictInput!) { restrict(input: $input) { warnings } }', { as: 'northmere-manager' }, { input });
  return restrict.warnings;
};

beforeEach(async () => {
  keys = { northmere: await aSigningKey('northmere-2026'), westhaven: await aSigningKey('westhaven-2026', 'ES256') };
  hub = await aRunningHub({ directory: directory() });
  hub.now = NOW;
  await told('northmere');
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes { nodes { child { id } } } }', { as: 'northmere-coordinator' });
  child = episodes.nodes[0]?.child.id ?? '';
});
afterEach(() => hub.close());

const LOOKING = ['northmere-coordinator', 'mereshire-missing-team', 'southvale-coordinator'];
const whoSees = async (): Promise<string[]> => {
  const seeing = await Promise.all(LOOKING.map(async (as) => ({ as, seeing: await sees(as) })));
  return seeing.flatMap((one) => (one.seeing ? [one.as] : []));
};

test('a mark by an authority that has nothing to do with the child shuts out nobody who looks for the child, until a manager of whoever is responsible has decided', async () => {
  const before = await whoSees();
  expect(before).toContain('northmere-coordinator');
  await told('westhaven', { restricted: true });
  expect(await whoSees()).toEqual(before);
  expect([await notices('northmere-coordinator'), await notices('northmere-manager')]).toEqual([['MARKED_BY_ANOTHER'], ['MARKED_BY_ANOTHER']]);
  await told('westhaven', { restricted: true, sent: NOW - HOUR / 2 });
  expect(await notices('northmere-coordinator')).toHaveLength(1);
  await decide(true);
  expect([await sees('northmere-coordinator'), await sees('northmere-manager')]).toEqual([false, true]);
  expect(await notices('northmere-manager')).toEqual([]);
});

test('a mark by whoever is responsible, dated ahead, closes the child and can be lifted at once', async () => {
  expect(await told('northmere', { restricted: true, sent: NOW + 23 * HOUR })).toMatchObject([{ code: 'SENT_AHEAD' }]);
  expect([await sees('northmere-coordinator'), await sees('northmere-manager')]).toEqual([false, true]);
  hub.now += 60_000;
  expect(await decide(false)).toEqual([]);
  expect(await sees('northmere-coordinator')).toBe(true);
});

test('who lifts a mark that was made after their word is told that it lifts nothing', async () => {
  await told('northmere', { restricted: true, sent: NOW - HOUR / 2 });
  hub.now = NOW - 2 * HOUR;
  expect(await decide(false)).toEqual([expect.stringContaining('This lifts nothing')]);
});

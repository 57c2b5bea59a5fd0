import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples');
const CLIENT = 'northmere-exchange-client';
const MORNING = Date.parse('2026-03-02T10:00:00Z');

let hub: RunningHub;
let key: SigningKey;
beforeEach(async () => {
  key = await aSigningKey('northmere-2026');
  const directory = demonstrationDirectory
    .replace('systems:\n', `systems:\n  - { id: northmere-exchange, agency: northmere, adapter: authority-exchange, keys: [${JSON.stringify(key.jwk)}] }\n`)
    .replace('people:\n', `people:\n  - { id: ${CLIENT}, name: Exchange sender, issuer: "https://demonstration.homeward.invalid", subject: ${CLIENT}, roles: [{ role: INGEST_CLIENT, agency: northmere, system: northmere-exchange }] }\n`);
  hub = await aRunningHub({ directory });
  hub.now = MORNING;
});
afterEach(() => hub.close());

const SAID = { responsible: 'E99000002', host: 'E99000001', urn: 'SC900002', of: 'southvale' };
type Said = typeof SAID;

/** A signed message of Northmere's on a child whose authority, host and home are these. */
async function tell(name: string, { responsible, host, urn, of }: Said): Promise<void> {
  const bytes = readFileSync(path.join(SAMPLES, `${name}.xml`), 'utf8')
    .replace(/<ResponsibleAuthority>[^<]*/, `<ResponsibleAuthority>${responsible}`)
    .replace(/<HostAuthority>[^<]*/, `<HostAuthority>${host}`)
    .replace(/<PlacementURN>[^<]*/, `<PlacementURN>${urn}`)
    .replace(/<AskedOf>[^<]*/, `<AskedOf>${of}`);
  const [status] = await hub.deliver({ bytes, as: CLIENT, adapter: 'authority-exchange', signature: await signDetached(bytes, key) });
  expect([name, status]).toMatchObject([name, { state: 'TAKEN', refused: 0 }]);
}
const asked = async (authority: string): Promise<readonly string[]> => {
  const { briefing } = await hub.ask<{ briefing: { notices: { kind: string; text: string }[] } }>(`{ briefing(authority: "${authority}") { notices { kind text } } }`, { as: `${authority}-coordinator` });
  return briefing.notices.filter(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED').map(({ text }) => text);
};

describe('a request for a risk assessment that came from another hub', () => {
  it('is put before the authority that placed the child with whoever asks, by the time it told, in whatever order the two messages came', async () => {
    await tell('risk-assessment-request', SAID);
    expect(await asked('southvale')).toEqual([]);
    await tell('missing-notification', SAID);
    expect(await asked('southvale')).toEqual(['Northmere Council asks Southvale Council for its risk assessment of a child who was reported missing: due by 09:00 tomorrow, not answered.']);
  });

  it.each<readonly [string, Partial<Said>, string]>([
    ['from who does not have the child', { host: 'E99000003', urn: 'SC900003' }, 'southvale'],
    ['to an authority that did not place the child', { of: 'westhaven' }, 'westhaven'],
    ['to themselves', { responsible: 'E99000001', of: 'northmere' }, 'northmere'],
    ['to nobody whom the directory knows', { of: 'nowhere' }, 'southvale'],
  ])('is put before nobody where it comes %s', async (_who, changed, authority) => {
    const said = { ...SAID, ...changed };
    await tell('missing-notification', said);
    await tell('risk-assessment-request', said);
    expect(await asked(authority)).toEqual([]);
    expect(await asked('southvale')).toEqual([]);
  });
});

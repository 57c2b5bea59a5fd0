import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectClient } from '../../src/store/connection.ts';
import type { Asker, RunningHub } from '../journeys/a-running-hub.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { twoServingHubs, type TwoServingHubs } from './two-serving-hubs.ts';
import { whenThere } from './two-hubs.ts';

/** The child's own authority reads the number; a host may not, and is sent none. */
const PLACED: Fields = { 'Person/NHSNumber': '9990001138', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const BEFORE: Fields = { 'Report/MisperId': 'MP-0', 'Person/PersonId': 'P-0', 'Header/SentAt': '2025-10-02T09:00:00Z', 'Report/MissingSince': '2025-10-01T21:00:00Z' };
const ASKED = 'Southvale Council asks Northmere Council for its risk assessment of a child who was reported missing: due by 08:00 tomorrow, not answered.';
const SOUTH = { as: 'southvale-coordinator' };
const NORTH = { as: 'northmere-coordinator' };

interface Briefing {
  readonly briefing: { readonly notices: readonly { readonly kind: string; readonly text: string }[]; readonly alerts: readonly { readonly kind: string; readonly answerBy: string }[] };
}
const briefing = async (hub: RunningHub, authority: string, asker: Asker): Promise<Briefing['briefing']> =>
  (await hub.ask<Briefing>(`{ briefing(authority: "${authority}") { notices { kind text } alerts { kind answerBy } } }`, asker)).briefing;
const asked = async (hub: RunningHub, as: string): Promise<readonly string[]> =>
  (await briefing(hub, 'northmere', { as })).notices.filter(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED').map(({ text }) => text);
const toRing = async (): Promise<number> => (await briefing(hubs.host, 'southvale', SOUTH)).notices.filter(({ kind }) => kind === 'RISK_ASSESSMENT_UNHEARD').length;
const waiting = async (): Promise<number> => (await briefing(hubs.host, 'southvale', SOUTH)).alerts.filter(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED').length;
interface Shown {
  readonly id: string;
  readonly child: { readonly id: string };
}
const episodesOf = async (hub: RunningHub, asker: Asker): Promise<readonly Shown[]> => (await hub.ask<{ episodes: { nodes: Shown[] } }>('{ episodes { nodes { id child { id } } } }', asker)).episodes.nodes;
const episodeOf = async (hub: RunningHub, asker: Asker): Promise<string> => (await episodesOf(hub, asker))[0]?.id ?? '';
const childrenOf = async (hub: RunningHub, asker: Asker): Promise<number> => new Set((await episodesOf(hub, asker)).map(({ child }) => child.id)).size;
/** What the host's hub took in of the other's episodes. */
const heard = () =>
  whenThere(async () => {
    const client = await connectClient(hubs.host.databaseUrl);
    const { rows } = await client.query(`select from record_group join record on record.id = record_group.record where agency = 'northmere' and record.kind = 'episode'`);
    await client.end();
    return some(rows);
  });
const some = <T>(all: readonly T[]): readonly T[] | undefined => (all.length > 0 ? all : undefined);

const CASE_SYSTEM = 'northmere-case-system';
const withCaseSystem = (directory: string, { jwk }: SigningKey): string =>
  directory
    .replace('systems:\n', `systems:\n  - { id: ${CASE_SYSTEM}, agency: northmere, adapter: authority-exchange, keys: [${JSON.stringify(jwk)}] }\n`)
    .replace('people:\n', `people:\n  - { id: ${CASE_SYSTEM}, name: Invented case system, issuer: "https://demonstration.homeward.invalid", subject: ${CASE_SYSTEM}, roles: [{ role: INGEST_CLIENT, agency: northmere, system: ${CASE_SYSTEM} }] }\n`);
const SAMPLE = path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples/risk-assessment.xml');
/** The sample, as it is said of Wrenna on the evening before. */
const assessedBefore = (): string =>
  readFileSync(SAMPLE, 'utf8')
    .replace(/<SentAt>[^<]*/, '<SentAt>2025-11-20T08:00:30Z')
    .replace(/<At>[^<]*/, '<At>2025-11-19T20:00:00Z')
    .replace(/<GivenName>.*<\/DateOfBirth>/s, '<NHSNumber>9990001138</NHSNumber><GivenName>Wrenna</GivenName><Surname>Testfield</Surname><DateOfBirth>2011-05-06</DateOfBirth>');

let hubs: TwoServingHubs;
const request = async (): Promise<readonly string[]> => {
  const input = { key: randomUUID(), episode: await episodeOf(hubs.host, SOUTH) };
  const { requestRiskAssessment } = await hubs.host.ask<{ requestRiskAssessment: { warnings: string[] } }>('mutation R($input: RequestRiskAssessmentInput!) { requestRiskAssessment(input: $input) { warnings } }', SOUTH, { input });
  return requestRiskAssessment.warnings;
};
interface Sent {
  readonly matter: string;
  readonly state: string;
}
const sent = async (hub: RunningHub, asker: Asker): Promise<readonly Sent[]> => {
  const { transmissions } = await hub.ask<{ transmissions: { nodes: Sent[] } }>('{ transmissions { nodes { matter state } } }', asker);
  return transmissions.nodes;
};
const acknowledged = (count: number) =>
  whenThere(async () => {
    const all = await sent(hubs.placing, NORTH);
    return all.length === count && all.every(({ state }) => state === 'ACKNOWLEDGED') ? all : undefined;
  });
const aMinuteLater = (): void => {
  hubs.placing.now += 60_000;
  hubs.host.now += 60_000;
};
const assess = async (): Promise<void> => {
  const input = { key: randomUUID(), episode: await episodeOf(hubs.placing, NORTH), risk: 'HIGH', why: 'Invented reasons.' };
  await hubs.placing.ask('mutation U($input: UpdateRiskInput!) { updateRisk(input: $input) { id } }', NORTH, { input });
};
const isAsked = () => whenThere(async () => some(await asked(hubs.placing, NORTH.as)));
const isAnswered = () => whenThere(async () => ((await waiting()) === 0 ? true : undefined));

describe('the risk assessment of an authority whose hub is another one', () => {
  afterEach(() => hubs.close());

  it('is asked for there by the time it is owed, once, and what that authority says of the risk ends it', async () => {
    hubs = await twoServingHubs();
    await hubs.host.deliver(aMissing(PLACED));
    expect(await request()).toEqual(['The two authorities agreed on no time: it is due 24 hours from now, which is our reading.']);
    expect(await isAsked()).toEqual([ASKED]);
    await request();
    expect(await sent(hubs.host, SOUTH)).toMatchObject([{ matter: 'RISK_ASSESSMENT_REQUEST' }]);
    expect([await asked(hubs.placing, 'westhaven-coordinator'), await waiting(), await toRing()]).toEqual([[], 1, 0]);
    aMinuteLater();
    await assess();
    expect(await asked(hubs.placing, NORTH.as)).toEqual([]);
    expect(await acknowledged(1)).toMatchObject([{ matter: 'EPISODE' }]);
    await isAnswered();
    expect(await childrenOf(hubs.host, SOUTH)).toBe(1);
  });

  it('is answered too where that authority knew the child before, by a system of its own', async () => {
    hubs = await twoServingHubs();
    await hubs.placing.deliver(aMissing({ ...PLACED, ...BEFORE, 'Header/MessageId': 'M-0' }), aFound({ ...BEFORE, 'Header/SentAt': '2025-10-02T10:00:00Z', 'Found/WhenTraced': '2025-10-02T07:00:00Z', 'Found/WhenReturned': '2025-10-02T07:30:00Z' }));
    await hubs.host.deliver(aMissing(PLACED));
    await request();
    await isAsked();
    expect(await childrenOf(hubs.placing, NORTH)).toBe(1);
    aMinuteLater();
    await assess();
    await acknowledged(1);
    await isAnswered();
    expect(await childrenOf(hubs.host, SOUTH)).toBe(1);
  });

  it('is answered by what comes from that authority’s own case system, though it was assessed before it was asked for', async () => {
    const key = await aSigningKey('northmere-2026');
    hubs = await twoServingHubs({ placing: (directory) => withCaseSystem(directory, key) });
    await hubs.host.deliver(aMissing(PLACED));
    await request();
    await isAsked();
    aMinuteLater();
    const bytes = assessedBefore();
    await hubs.placing.deliver({ bytes, as: CASE_SYSTEM, adapter: 'authority-exchange', signature: await signDetached(bytes, key) });
    await acknowledged(1);
    await isAnswered();
    const { episodes } = await hubs.host.ask<{ episodes: { nodes: unknown[] } }>('{ episodes { nodes { assessedRisks { agency risk word at { text } why } child { riskAssessments { factors plan } } } } }', SOUTH);
    expect(episodes.nodes).toEqual([{ assessedRisks: [{ agency: 'northmere', risk: 'HIGH', word: 'High', at: { text: '2025-11-19T20:00:00Z' }, why: null }], child: { riskAssessments: [] } }]);
  });

  it('is not answered by what that authority only passes on', async () => {
    hubs = await twoServingHubs();
    await hubs.host.deliver(aMissing(PLACED));
    await request();
    await isAsked();
    aMinuteLater();
    const input = { key: randomUUID(), matter: 'EPISODE', id: await episodeOf(hubs.placing, NORTH), to: 'southvale' };
    await hubs.placing.ask('mutation T($input: TransmitInput!) { transmit(input: $input) { id } }', NORTH, { input });
    expect(await acknowledged(1)).toMatchObject([{ matter: 'EPISODE' }]);
    await heard();
    expect([await childrenOf(hubs.host, SOUTH), await waiting()]).toEqual([1, 1]);
  });

  it('is asked for there too where another authority was asked first, of which the child turned out not to be', async () => {
    hubs = await twoServingHubs();
    await hubs.host.deliver(aMissing({ ...PLACED, 'Care/PlacingAuthority': 'E99000003' }));
    await request();
    expect(await sent(hubs.host, SOUTH)).toEqual([]);
    hubs.host.now += 60_000;
    await hubs.host.deliver(aMissing({ ...PLACED, 'Header/MessageId': 'M-2', 'Header/SentAt': '2025-11-20T08:00:30Z' }));
    expect(await isAsked()).toEqual([ASKED]);
    expect([await sent(hubs.host, SOUTH), await waiting()]).toMatchObject([[{ matter: 'RISK_ASSESSMENT_REQUEST' }], 1]);
    aMinuteLater();
    await assess();
    await isAnswered();
  });

  it('is asked for there by the agreement alone, with the time that was agreed', async () => {
    hubs = await twoServingHubs({ host: (directory) => `${directory}\nassessments: [{ of: northmere, automatic: true, within: { length: 4, calendar: ELAPSED_HOURS, source: the invented agreement } }]\n` });
    await hubs.host.deliver(aMissing(PLACED));
    const [text] = await isAsked();
    expect(text).toContain('due by 12:00 today');
    expect(await toRing()).toBe(0);
  });
});

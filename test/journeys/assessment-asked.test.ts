import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { connectClient } from '../../src/store/connection.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples');
const HOUR = 3_600_000;
const CLIENT = 'northmere-exchange-client';
/** When the police of the invented sample say that the child is missing, and some hours after. */
const NIGHT = Date.parse('2026-03-02T12:00:00Z');

let hub: RunningHub;
let key: SigningKey;

const directoryWith = (assessments: string): string =>
  `${demonstrationDirectory
    .replace('systems:\n', `systems:\n  - { id: northmere-exchange, agency: northmere, adapter: authority-exchange, keys: [${JSON.stringify(key.jwk)}] }\n`)
    .replace('people:\n', `people:\n  - { id: ${CLIENT}, name: Exchange sender, issuer: "https://demonstration.homeward.invalid", subject: ${CLIENT}, roles: [{ role: INGEST_CLIENT, agency: northmere, system: northmere-exchange }] }\n`)}\n${assessments}`;

async function begin(assessments = ''): Promise<void> {
  key = await aSigningKey('northmere-2026');
  hub = await aRunningHub({ directory: directoryWith(assessments) });
  hub.now = NIGHT;
}

/** A signed message of Northmere's, with whatever of it is otherwise. */
async function told(name: string, change = (text: string) => text): Promise<void> {
  const bytes = change(readFileSync(path.join(SAMPLES, `${name}.xml`), 'utf8'));
  const [status] = await hub.deliver({ bytes, as: CLIENT, adapter: 'authority-exchange', signature: await signDetached(bytes, key) });
  expect([name, status]).toMatchObject([name, { state: 'TAKEN', refused: 0 }]);
}
const missing = () => told('missing-notification');
const restrictedMissing = () => told('missing-notification', (text) => text.replace('<Restricted>NO', '<Restricted>YES').replace('T09:30', 'T09:40'));

interface Alert {
  readonly kind: string;
  readonly text: string;
  readonly waitsFor: string;
  readonly notAnsweredBy: string | null;
  readonly next: string | null;
  readonly answerBy: string;
}
interface Seen {
  readonly briefing: { readonly notices: readonly (Alert & { readonly id: string })[]; readonly alerts: readonly Alert[] };
}
const asked = async (as: string): Promise<{ readonly notices: readonly (Alert & { readonly id: string })[]; readonly alerts: readonly Alert[] }> => {
  const { briefing } = await hub.ask<Seen>('{ briefing(authority: "southvale") { notices { id kind text } alerts { kind text waitsFor notAnsweredBy next answerBy } } }', { as });
  const only = <T extends { readonly kind: string }>(all: readonly T[]): readonly T[] => all.filter(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED');
  return { notices: only(briefing.notices), alerts: only(briefing.alerts) };
};
const counts = async (...readers: readonly string[]): Promise<number[]> => Promise.all(readers.map(async (as) => (await asked(as)).notices.length));
const episode = async (): Promise<string> => {
  const { episodes } = await hub.ask<{ episodes: { nodes: { id: string }[] } }>('{ episodes { nodes { id } } }', { as: 'southvale-coordinator' });
  return episodes.nodes[0]?.id ?? '';
};
const REQUEST = 'mutation R($input: RequestRiskAssessmentInput!) { requestRiskAssessment(input: $input) { id warnings episode { id } } }';
const request = async (as = 'southvale-coordinator'): Promise<{ readonly requestRiskAssessment: { readonly warnings: readonly string[] } }> =>
  hub.ask(REQUEST, { as }, { input: { key: randomUUID(), episode: await episode() } });
const outcomes = async (): Promise<(string | null)[]> => {
  const client = await connectClient(hub.databaseUrl);
  const { rows } = await client.query<{ outcome: string | null }>('select outcome from assessment_request order by asked_at');
  await client.end();
  return rows.map(({ outcome }) => outcome);
};

describe('the risk assessment of the authority that placed a child', () => {
  beforeEach(async () => {
    await begin();
    await told('placement-with-agreement');
    await missing();
  });
  afterEach(() => hub.close());

  it('is asked for by the host, by words that name no child, with a time that is said to be our own reading', async () => {
    const { requestRiskAssessment } = await request();
    expect(requestRiskAssessment.warnings).toEqual(['The two authorities agreed on no time: it is due 24 hours from now, which is our reading.']);
    const { notices } = await asked('northmere-coordinator');
    expect(notices.map(({ text }) => text)).toEqual(['Southvale Council asks Northmere Council for its risk assessment of a child who was reported missing: due by 12:00 tomorrow, not answered.']);
    const { alerts } = await asked('southvale-coordinator');
    expect(alerts).toMatchObject([{ waitsFor: 'hub coordinator', notAnsweredBy: null, answerBy: new Date(NIGHT + 24 * HOUR).toISOString() }]);
    expect(await counts('westhaven-coordinator', 'larkfield-manager', 'mereshire-missing-team', 'northmere-manager')).toEqual([0, 0, 0, 0]);
  });

  it('is asked for once, however often', async () => {
    await request();
    expect((await request()).requestRiskAssessment.warnings).toEqual(['It was asked for this episode before, and is chased from then on.']);
    expect(await counts('northmere-coordinator')).toEqual([1]);
  });

  it('is reminded of at its time and once more, then the next of the duty are asked; each once, though the hub slept and started again', async () => {
    await request();
    hub.now = NIGHT + 24 * HOUR;
    expect(await counts('northmere-coordinator', 'northmere-senior')).toEqual([2, 0]);
    await hub.sleepUntil(NIGHT + 36 * HOUR);
    await hub.sleepUntil(NIGHT + 37 * HOUR);
    expect(await counts('northmere-coordinator', 'northmere-senior')).toEqual([3, 0]);
    hub.now = NIGHT + 48 * HOUR;
    expect(await counts('northmere-coordinator', 'northmere-senior')).toEqual([3, 1]);
    expect((await asked('southvale-coordinator')).alerts.at(-1)).toMatchObject({ waitsFor: 'senior worker', notAnsweredBy: 'Not answered by: hub coordinator.' });
  });

  it('is not answered by knowing of it', async () => {
    await request();
    const [notice] = (await asked('northmere-coordinator')).notices;
    const { text } = await hub.post('mutation M($id: ID!) { acknowledgeNotice(id: $id) { id } }', { as: 'northmere-coordinator' }, { id: notice?.id });
    expect(text).toContain('BAD_INPUT');
    expect(await counts('northmere-coordinator')).toEqual([1]);
  });

  it('is answered when it comes, and nobody is asked any more', async () => {
    await request();
    await told('risk-assessment');
    expect(await outcomes()).toEqual(['ANSWERED']);
    hub.now = NIGHT + 60 * HOUR;
    expect(await counts('northmere-coordinator', 'northmere-senior')).toEqual([0, 0]);
    expect((await asked('southvale-coordinator')).alerts).toEqual([]);
  });

  it('is not answered by what that authority had said before', async () => {
    await told('risk-assessment');
    await request();
    await missing();
    expect(await outcomes()).toEqual([null]);
    await told('correction-of-a-risk-assessment', (text) => text.replace(/<At>[^<]*/, '<At>2026-03-02T11:00:00Z'));
    expect(await outcomes()).toEqual(['ANSWERED']);
  });

  it('is answered by what that authority records of the episode in the hub', async () => {
    await request();
    const input = { key: randomUUID(), episode: await episode(), risk: 'HIGH', why: 'Invented reasons.' };
    await hub.ask('mutation U($input: UpdateRiskInput!) { updateRisk(input: $input) { id } }', { as: 'southvale-coordinator' }, { input: { ...input, key: randomUUID() } });
    expect(await outcomes()).toEqual([null]);
    await hub.ask('mutation U($input: UpdateRiskInput!) { updateRisk(input: $input) { id } }', { as: 'northmere-coordinator' }, { input });
    expect(await outcomes()).toEqual(['ANSWERED']);
  });

  it('is not needed any more once the child is back and was interviewed, and still is when only back', async () => {
    await request();
    hub.now = Date.parse('2026-03-06T08:00:00Z');
    await told('traced-and-returned', (text) => text.replace(/<SentAt>[^<]*/, '<SentAt>2026-03-03T09:30:00Z'));
    expect(await outcomes()).toEqual([null]);
    await told('completed-interview');
    expect(await outcomes()).toEqual(['NOT_NEEDED']);
    expect(await counts('northmere-coordinator')).toEqual([0]);
  });

  it('is asked for a child who is back, who is said to be; of one who was interviewed since it is not', async () => {
    hub.now = Date.parse('2026-03-06T08:00:00Z');
    await told('traced-and-returned', (text) => text.replace(/<SentAt>[^<]*/, '<SentAt>2026-03-03T09:30:00Z'));
    expect((await request()).requestRiskAssessment.warnings[0]).toContain('The child is back');
    await told('completed-interview');
    const { text } = await hub.post(REQUEST, { as: 'southvale-coordinator' }, { input: { key: randomUUID(), episode: await episode() } });
    expect(text).toContain('BAD_INPUT');
    expect(text).toContain('was interviewed, or refused to be');
    expect(await outcomes()).toEqual(['NOT_NEEDED']);
  });

  it('goes from the post to those alone who may know, and is no longer before the host, once the child is restricted', async () => {
    await request();
    await restrictedMissing();
    expect(await counts('northmere-manager', 'northmere-coordinator')).toEqual([1, 0]);
    expect((await asked('southvale-coordinator')).alerts).toEqual([]);
  });

  it('is not needed any more when nobody was missing', async () => {
    await request();
    hub.now = Date.parse('2026-03-06T08:00:00Z');
    await told('withdrawal-of-a-missing-notification', (text) => text.replace(/<RecordKey>[^<]*/, '<RecordKey>NM-EP-3').replace(/<SentAt>[^<]*/, '<SentAt>2026-03-03T09:30:00Z'));
    expect(await outcomes()).toEqual(['NOT_NEEDED']);
  });

  it('can be asked for by the host alone', async () => {
    const input = { key: randomUUID(), episode: await episode() };
    expect((await hub.post(REQUEST, { as: 'northmere-coordinator' }, { input })).text).toContain('FORBIDDEN');
    expect((await hub.post(REQUEST, { as: 'westhaven-coordinator' }, { input })).text).toContain('NOT_FOUND');
  });
});

describe('by the agreement of the two', () => {
  afterEach(() => hub.close());

  it('it is asked for when the child goes missing, by the time that was agreed, and once', async () => {
    await begin('assessments:\n  - { of: northmere, from: southvale, automatic: true, within: { length: 4, calendar: ELAPSED_HOURS, source: the invented agreement } }\n');
    await told('placement-with-agreement');
    expect(await counts('northmere-coordinator')).toEqual([0]);
    await missing();
    await missing();
    expect(await counts('northmere-coordinator')).toEqual([1]);
    expect((await asked('southvale-coordinator')).alerts).toMatchObject([{ answerBy: new Date(NIGHT + 4 * HOUR).toISOString() }]);
  });

  it('it is not asked for by itself where the agreement does not say so', async () => {
    await begin('assessments:\n  - { of: northmere, from: southvale }\n');
    await told('placement-with-agreement');
    await missing();
    expect(await counts('northmere-coordinator')).toEqual([0]);
  });

  it('A3: of a restricted child it is before those alone who were let in, by name, and nobody of the host waits for it', async () => {
    await begin('assessments:\n  - { of: northmere, automatic: true }\n');
    await told('placement-with-agreement');
    await restrictedMissing();
    expect(await outcomes()).toEqual([null]);
    expect(await counts('northmere-manager', 'northmere-coordinator', 'southvale-coordinator', 'northmere-senior')).toEqual([1, 0, 0, 0]);
    expect((await asked('southvale-coordinator')).alerts).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const HOME = { as: 'larkfield-manager' };
const ANOTHER_HOME = { as: 'brookside-manager' };
const COORDINATOR = { as: 'northmere-coordinator' };
const SOCIAL_WORKER = { as: 'northmere-social-worker' };
const POLICE = { as: 'mereshire-missing-team' };
const ANOTHER_FORCE = { as: 'westhaven-missing-team' };
const PARENT = { as: 'northmere-parent' };

const AT_TWO = Date.parse('2025-11-21T02:00:00Z');
const MINUTES = 60_000;
const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
/** What the police write of the same night, half an hour after the home. */
const FROM_THE_POLICE: Fields = {
  ...PLACED,
  'Header/MessageId': 'M-20',
  'Header/SentAt': '2025-11-21T02:35:00Z',
  'Report/MisperId': 'MP-2',
  'Report/MissingSince': '2025-11-21T01:50:00Z',
  'Report/Circumstances': 'What the police were told by an invented neighbour.',
};

interface Payload {
  readonly id: string;
  readonly revision: number;
  readonly warnings: readonly string[];
  readonly episode?: { readonly id: string };
}
interface Failed {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

let hub: RunningHub;
let child: string;
beforeEach(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing(PLACED), aFound(PLACED));
  hub.now = AT_TWO;
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { child { id } } } }', HOME);
  child = episodes.nodes[0]?.child.id ?? '';
});
afterEach(() => hub.close());

const asking = (mutation: string, selection: string): string =>
  `mutation Act($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id revision warnings ${selection} } }`;
const ON_EPISODE = ['reportMissing', 'reportLocated', 'reportReturned', 'updateRisk'];

/** Does one thing by its mutation, under a key of its own unless it is given one. */
async function does(asker: Asker, mutation: string, input: object): Promise<Payload> {
  const query = asking(mutation, ON_EPISODE.includes(mutation) ? 'episode { id }' : '');
  const data = await hub.ask<Record<string, Payload>>(query, asker, { input: { key: randomUUID(), ...input } });
  return data[mutation] ?? { id: '', revision: 0, warnings: [] };
}

async function refusal(asker: Asker, mutation: string, input: object): Promise<string | undefined> {
  const { text } = await hub.post(asking(mutation, ''), asker, { input: { key: randomUUID(), ...input } });
  return (JSON.parse(text) as Failed).errors?.[0]?.extensions.code;
}

interface Seen {
  readonly status: string;
  readonly risk: string | null;
  readonly circumstances: string | null;
  readonly [field: string]: unknown;
}
const EPISODE = `status risk circumstances returnCondition assessedRisks { agency risk why } reports { originator matter circumstances condition }
  homeReports(first: 10) { matter circumstances condition debrief revision } provenance { field agency system }`;

async function sees(asker: Asker, id: string): Promise<Seen | null> {
  return (await hub.ask<{ episode: Seen | null }>(`query See($id: ID!) { episode(id: $id) { ${EPISODE} } }`, asker, { id })).episode;
}

async function open(asker: Asker): Promise<string[]> {
  const query = '{ episodes(filter: { open: true }, first: 10) { nodes { id } } }';
  return (await hub.ask<{ episodes: { nodes: { id: string }[] } }>(query, asker)).episodes.nodes.map(({ id }) => id);
}

interface Briefing {
  readonly missing: readonly { readonly child: { readonly id: string; readonly givenName: string } }[];
  readonly notices: readonly { readonly kind: string }[];
}
async function briefing(): Promise<Briefing> {
  const query = '{ briefing(authority: "northmere") { missing { child { id givenName } } notices { kind } } }';
  return (await hub.ask<{ briefing: Briefing }>(query, COORDINATOR)).briefing;
}

const NIGHT = { missingSince: '2025-11-21T01:40:00Z', circumstances: 'What the home saw of an invented window.', clothing: 'A green coat' };

test('a child whom the home reports missing at two in the night is on the briefing of her authority and with the police, and with nobody else', async () => {
  const key = randomUUID();
  const reported = await does(HOME, 'reportMissing', { key, child, ...NIGHT });
  const episode = reported.episode?.id ?? '';
  expect(await briefing()).toEqual({ missing: [{ child: { id: child, givenName: 'Wrenna' } }], notices: [{ kind: 'CHILD_MISSING' }, { kind: 'CHILD_RETURNED' }, { kind: 'RETURNED' }, { kind: 'TELL_PROFESSIONALS_RETURNED' }] });
  expect(await sees(POLICE, episode)).toMatchObject({ status: 'MISSING', circumstances: NIGHT.circumstances });
  for (const nobody of [ANOTHER_FORCE, ANOTHER_HOME, PARENT]) {
    expect([await sees(nobody, episode), await open(nobody)]).toEqual([null, []]);
  }

  expect(await does(HOME, 'reportMissing', { key, child, ...NIGHT })).toEqual(reported);
  expect(await refusal(HOME, 'reportMissing', { key, child, ...NIGHT, clothing: 'A red coat' })).toBe('KEY_REUSED');
  expect(await does(HOME, 'reportMissing', { id: reported.id, revision: 1, ...NIGHT, clothing: 'A red coat' })).toMatchObject({ id: reported.id, revision: 2 });
  expect(await refusal(HOME, 'reportMissing', { id: reported.id, revision: 1, ...NIGHT })).toBe('STALE_REVISION');
  expect(await refusal(COORDINATOR, 'reportMissing', { id: reported.id, revision: 2, withdraw: true })).toBe('FORBIDDEN');
  expect(await refusal(ANOTHER_HOME, 'reportMissing', { id: reported.id, revision: 2, withdraw: true })).toBe('NOT_FOUND');
  expect(await refusal(ANOTHER_HOME, 'reportMissing', { child, ...NIGHT })).toBe('NOT_FOUND');

  await does(HOME, 'reportMissing', { id: reported.id, revision: 2, withdraw: true });
  expect([await open(COORDINATOR), await open(POLICE), (await briefing()).missing]).toEqual([[], [], []]);
});

test('what the home and the police say of one night is one episode, each side by side, and the home reads its own', async () => {
  const episode = (await does(HOME, 'reportMissing', { child, ...NIGHT })).episode?.id ?? '';
  hub.now += 40 * MINUTES;
  await hub.deliver(aMissing(FROM_THE_POLICE));
  expect(await open(COORDINATOR)).toHaveLength(1);
  const both = await sees(COORDINATOR, episode);
  expect(both).toMatchObject({
    circumstances: FROM_THE_POLICE['Report/Circumstances'],
    reports: [{ originator: 'larkfield-homes', matter: 'MISSING', circumstances: NIGHT.circumstances }],
  });
  const sources = new Set((both?.['provenance'] as { agency: string; system: string }[]).map(({ agency, system }) => `${system} of ${agency}`));
  expect([...sources].sort()).toEqual(['homeward of larkfield-homes', 'mereshire-compact of mereshire-police']);

  await does(HOME, 'updateRisk', { episode, risk: 'HIGH', why: 'What the home fears.' });
  expect(await sees(POLICE, episode)).toMatchObject({ risk: 'MEDIUM', assessedRisks: [{ agency: 'larkfield-homes', risk: 'HIGH', why: 'What the home fears.' }] });
  await does(POLICE, 'updateRisk', { episode, risk: 'LOW', why: 'What the police know.' });
  expect(await sees(COORDINATOR, episode)).toMatchObject({ risk: 'LOW', assessedRisks: [{ agency: 'larkfield-homes', risk: 'HIGH' }] });

  hub.now += 60 * MINUTES;
  const back = await does(HOME, 'reportReturned', { episode, at: '2025-11-21T03:20:00Z', condition: 'Cold, and well.', debrief: 'An invented talk.' });
  expect(await sees(COORDINATOR, episode)).toMatchObject({ status: 'RETURNED', returnCondition: 'Cold, and well.' });
  const home = await sees(HOME, episode);
  expect(home).toMatchObject({
    status: 'RETURNED',
    circumstances: null,
    returnCondition: 'Cold, and well.',
    assessedRisks: null,
    reports: null,
    homeReports: [
      { matter: 'RETURNED', condition: 'Cold, and well.', debrief: 'An invented talk.' },
      { matter: 'RISK', circumstances: null },
      { matter: 'MISSING', circumstances: NIGHT.circumstances },
    ],
  });
  expect(JSON.stringify(home)).not.toMatch(/neighbour|police know/);
  expect((await briefing()).missing).toEqual([]);

  await does(HOME, 'reportReturned', { id: back.id, revision: 1, withdraw: true });
  expect(await sees(HOME, episode)).toMatchObject({ status: 'MISSING', returnCondition: null, homeReports: [{ matter: 'RISK' }, { matter: 'MISSING' }] });
  expect((await briefing()).missing).toHaveLength(1);
});

test('a child whom nobody has a record of is reported by the home she sleeps in, and goes with a report that was a mistake', async () => {
  const newChild = { givenName: 'Tarn', familyName: 'Inventfield', dateOfBirth: '2010-02-03', placementUrn: 'SC900001', responsibleAuthority: 'northmere' };
  const { id, episode } = await does(HOME, 'reportMissing', { newChild, ...NIGHT });
  expect((await briefing()).missing).toMatchObject([{ child: { givenName: 'Tarn' } }]);
  expect(await sees(POLICE, episode?.id ?? '')).toMatchObject({ status: 'MISSING' });
  expect(await refusal(HOME, 'reportMissing', { newChild: { ...newChild, givenName: 'Orla', placementUrn: 'SC900003' }, ...NIGHT })).toBe('BAD_INPUT');
  await does(HOME, 'reportMissing', { id, revision: 1, withdraw: true });
  expect((await briefing()).missing).toEqual([]);
});

const KEPT = { friends: 'Fenn Madeup', places: 'An invented pier', phone: '01632 960007' };

interface Profiles {
  readonly profiles: object[] | null;
  readonly homeProfiles: object[] | null;
}
async function keptReady(asker: Asker): Promise<Profiles | null> {
  const text = 'friends places phone';
  const query = `query Kept($id: ID!) { child(id: $id) { profiles { originator ${text} } homeProfiles(first: 5) { ${text} revision } } }`;
  return (await hub.ask<{ child: Profiles | null }>(query, asker, { id: child })).child;
}

test('what the home keeps ready of a child the police read while she is missing and no longer, her authority always, another home and a parent never', async () => {
  const kept = await does(HOME, 'recordProfile', { child, ...KEPT });
  expect(kept.revision).toBe(1);
  await does(COORDINATOR, 'recordRelationship', { child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' });
  const letIn = { standing: 'CARE_HELD', safeToInform: 'YES', childAsked: true, livesIndependently: false };
  await does(SOCIAL_WORKER, 'letParentIn', { child, revision: 0, parent: 'northmere-parent@northmere', ...letIn });
  const profiles = [{ originator: 'larkfield-homes', ...KEPT }];
  const others = async (): Promise<unknown[]> => [await keptReady(PARENT), await keptReady(ANOTHER_HOME), await keptReady(ANOTHER_FORCE)];
  const NOTHING = [{ profiles: null, homeProfiles: null }, null, null];

  expect(await keptReady(HOME)).toEqual({ profiles: null, homeProfiles: [{ ...KEPT, revision: 1 }] });
  expect(await keptReady(SOCIAL_WORKER)).toMatchObject({ profiles });
  expect(await keptReady(POLICE)).toMatchObject({ profiles: null });
  expect(await others()).toEqual(NOTHING);

  const episode = (await does(HOME, 'reportMissing', { child, ...NIGHT })).episode?.id ?? '';
  expect(await keptReady(POLICE)).toMatchObject({ profiles });
  expect(await others()).toEqual(NOTHING);

  await does(HOME, 'reportReturned', { episode, at: '2025-11-21T01:55:00Z' });
  expect(await keptReady(POLICE)).toMatchObject({ profiles: null });
  expect(await keptReady(COORDINATOR)).toMatchObject({ profiles });
  await does(HOME, 'recordProfile', { child, id: kept.id, revision: 1, withdraw: true });
  expect([await keptReady(HOME), await keptReady(COORDINATOR)]).toMatchObject([{ homeProfiles: [] }, { profiles: [] }]);
});

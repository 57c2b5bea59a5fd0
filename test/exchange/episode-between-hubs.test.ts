import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectClient } from '../../src/store/connection.ts';
import type { Asker, RunningHub } from '../journeys/a-running-hub.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { twoServingHubs, type TwoServingHubs } from './two-serving-hubs.ts';
import { whenThere } from './two-hubs.ts';

/** Northmere placed Wrenna with Southvale, whose hub hears of her from the police. */
const PLACED: Fields = { 'Person/NHSNumber': '9990001138', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const TRACED: Fields = { ...PLACED, 'Header/MessageId': 'M-2', 'Header/SentAt': '2025-11-20T08:01:00Z', 'Found/WhenTraced': '2025-11-20T07:40:00Z', 'Found/WhenReturned': null, 'Found/ReturnedTo': null };
const BACK: Fields = { ...PLACED, 'Header/MessageId': 'M-3', 'Header/SentAt': '2025-11-20T08:02:00Z', 'Found/WhenTraced': '2025-11-20T07:40:00Z', 'Found/WhenReturned': '2025-11-20T07:55:00Z' };
const SOUTH: Asker = { as: 'southvale-coordinator' };
const NORTH: Asker = { as: 'northmere-coordinator' };
const DUTY: Asker = { as: 'northmere-senior' };
const telling = (directory: string): string => directory.replace('matters: [RISK_ASSESSMENT_REQUEST,', 'matters: [EPISODE, RISK_ASSESSMENT_REQUEST,');

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly waitsFor: string;
}
const alerts = async (asker: Asker = DUTY): Promise<readonly Told[]> => (await hubs.placing.ask<{ briefing: { alerts: readonly Told[] } }>('{ briefing(authority: "northmere") { alerts { id kind waitsFor } } }', asker)).briefing.alerts;
const isAlerted = (kind: string) => whenThere(async () => (await alerts()).find((alert) => alert.kind === kind && alert.waitsFor === 'senior worker'));
interface Section {
  readonly missing: readonly unknown[];
  readonly locatedNotBack: readonly unknown[];
  readonly returned: readonly unknown[];
}
const shown = async (): Promise<Record<keyof Section, number>> => {
  const { briefing } = await hubs.placing.ask<{ briefing: Section }>('{ briefing(authority: "northmere") { missing { inWords } locatedNotBack { inWords } returned { inWords } } }', NORTH);
  return { missing: briefing.missing.length, locatedNotBack: briefing.locatedNotBack.length, returned: briefing.returned.length };
};
interface Shown {
  readonly id: string;
  readonly status: string;
  readonly assessedRisks: readonly { readonly agency: string; readonly risk: string }[];
}
const episodes = async (hub: RunningHub, asker: Asker): Promise<readonly Shown[]> => (await hub.ask<{ episodes: { nodes: Shown[] } }>('{ episodes { nodes { id status assessedRisks { agency risk } } } }', asker)).episodes.nodes;
/** Whom the placing hub takes for the host. */
const hosts = async (): Promise<unknown> => {
  const client = await connectClient(hubs.placing.databaseUrl);
  const { rows } = await client.query<{ hosts: string[] }>('select hosts from episode');
  await client.end();
  return rows[0]?.hosts;
};
interface Sent {
  readonly act: string;
  readonly matter: string;
  readonly state: string;
}
const sent = async (hub: RunningHub, asker: Asker): Promise<readonly Sent[]> => (await hub.ask<{ transmissions: { nodes: Sent[] } }>('{ transmissions(first: 100) { nodes { act matter state } } }', asker)).transmissions.nodes;
/** What each has sent of its own, once both have nothing more to say: a second's rest, twice. */
const atRest = async (): Promise<readonly number[]> => {
  const counted = async (): Promise<readonly number[]> => [(await sent(hubs.host, SOUTH)).length, (await sent(hubs.placing, NORTH)).length];
  let [before, now]: (readonly number[])[] = [[], await counted()];
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && String(before) !== String(now); ) {
    before = now ?? [];
    await sleep(2_000);
    now = await counted();
  }
  expect(now).toEqual(before);
  return now ?? [];
};
const notices = async (asker: Asker): Promise<readonly Told[]> => (await hubs.placing.ask<{ briefing: { notices: readonly Told[] } }>('{ briefing(authority: "northmere") { notices { id kind } } }', asker)).briefing.notices;
const acknowledge = async (kind: string): Promise<void> => {
  await isAlerted(kind);
  const id = (await notices(DUTY)).find((notice) => notice.kind === kind)?.id;
  await hubs.placing.ask('mutation A($id: ID!) { acknowledgeNotice(id: $id) { id } }', DUTY, { id });
};
const laterBy = (minutes: number): void => {
  hubs.host.now += minutes * 60_000;
  hubs.placing.now += minutes * 60_000;
};

let hubs: TwoServingHubs;
beforeEach(async () => {
  hubs = await twoServingHubs({ host: telling });
});
afterEach(() => hubs.close());

describe('a child whom an authority with a hub of its own has placed with a host', () => {
  it('is missing, located and back to the duty of that authority too, who hear of each by themselves and say that they know', async () => {
    await hubs.host.deliver(aMissing(PLACED));
    await acknowledge('CHILD_MISSING');
    expect([await shown(), await hosts()]).toEqual([{ missing: 1, locatedNotBack: 0, returned: 0 }, ['southvale']]);
    laterBy(1);
    await hubs.host.deliver(aFound(TRACED));
    await acknowledge('CHILD_LOCATED');
    expect(await shown()).toEqual({ missing: 0, locatedNotBack: 1, returned: 0 });
    laterBy(1);
    await hubs.host.deliver(aFound(BACK));
    await acknowledge('CHILD_RETURNED');
    expect(await shown()).toEqual({ missing: 0, locatedNotBack: 0, returned: 1 });
    expect(await alerts(NORTH)).toEqual([]);
    await atRest();
    expect((await sent(hubs.host, SOUTH)).map(({ act, matter, state }) => [act, matter, state])).toEqual([
      ['correct', 'EPISODE', 'ACKNOWLEDGED'],
      ['correct', 'EPISODE', 'ACKNOWLEDGED'],
      ['assert', 'EPISODE', 'ACKNOWLEDGED'],
    ]);
    expect([await episodes(hubs.placing, NORTH), await sent(hubs.placing, NORTH)]).toMatchObject([[{ status: 'RETURNED' }], []]);
  });

  it('is missing there no more once the police take it back, and is again once they say it again', async () => {
    await hubs.host.deliver(aMissing(PLACED));
    await isAlerted('CHILD_MISSING');
    laterBy(1);
    await hubs.host.deliver(aCancel({ ...PLACED, 'Header/SentAt': '2025-11-20T08:01:00Z' }));
    await whenThere(async () => ((await alerts()).length === 0 ? true : undefined));
    expect(await episodes(hubs.placing, NORTH)).toEqual([]);
    laterBy(1);
    await hubs.host.deliver(aMissing({ ...PLACED, 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T08:02:00Z' }));
    await isAlerted('CHILD_MISSING');
    expect(await shown()).toEqual({ missing: 1, locatedNotBack: 0, returned: 0 });
  });

  it('is told of with the risk that either of them says, and each says it once', async () => {
    await hubs.host.deliver(aMissing(PLACED));
    await isAlerted('CHILD_MISSING');
    laterBy(1);
    await hubs.host.ask('mutation R($input: RequestRiskAssessmentInput!) { requestRiskAssessment(input: $input) { warnings } }', SOUTH, { input: { key: randomUUID(), episode: (await episodes(hubs.host, SOUTH))[0]?.id } });
    await whenThere(async () => ((await notices(NORTH)).some(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED') ? true : undefined));
    laterBy(1);
    await hubs.placing.ask('mutation U($input: UpdateRiskInput!) { updateRisk(input: $input) { id } }', NORTH, { input: { key: randomUUID(), episode: (await episodes(hubs.placing, NORTH))[0]?.id, risk: 'HIGH', why: 'Invented reasons.' } });
    await whenThere(async () => ((await episodes(hubs.host, SOUTH))[0]?.assessedRisks.some(({ agency, risk }) => agency === 'northmere' && risk === 'HIGH') ? true : undefined));
    await atRest();
    expect((await sent(hubs.host, SOUTH)).map(({ matter, act }) => `${act} ${matter}`).sort()).toEqual(['assert EPISODE', 'assert RISK_ASSESSMENT_REQUEST', 'correct EPISODE']);
    const own = (await hubs.placing.ask<{ transmissions: { nodes: { act: string; from: string }[] } }>('{ transmissions(first: 100) { nodes { act from } } }', NORTH)).transmissions.nodes.filter(({ from }) => from === 'northmere');
    expect(own.map(({ act }) => act)).toEqual(['assert']);
    laterBy(1);
    await hubs.host.deliver(aFound({ ...BACK, 'Header/SentAt': '2025-11-20T08:02:30Z' }));
    await isAlerted('CHILD_RETURNED');
    expect(await atRest()).toEqual([4, 2]);
    expect([await episodes(hubs.host, SOUTH), await episodes(hubs.placing, NORTH)]).toMatchObject([[{ status: 'RETURNED' }], [{ status: 'RETURNED' }]]);
  });

  it('is told where the child was seen last, and how the name is written, as often as that changes and no oftener', async () => {
    const placeOf = async (): Promise<unknown> => {
      const { episodes } = await hubs.placing.ask<{ episodes: { nodes: { lastSeenPlace: string; child: { givenName: string } }[] } }>('{ episodes { nodes { lastSeenPlace child { givenName } } } }', NORTH);
      return [episodes.nodes[0]?.lastSeenPlace, episodes.nodes[0]?.child.givenName];
    };
    const acts = async (): Promise<readonly string[]> => (await sent(hubs.host, SOUTH)).map(({ act }) => act);
    await hubs.host.deliver(aMissing({ ...PLACED, 'LastSeen/Place': 'Invented bus station' }));
    await isAlerted('CHILD_MISSING');
    await atRest();
    const sentNow = await acts();
    laterBy(1);
    const moved: Fields = { ...PLACED, 'Header/MessageId': 'M-4', 'Header/MessageType': 'UPDATE', 'LastSeen/Place': 'Invented harbour', 'Header/SentAt': '2025-11-20T08:01:00Z' };
    await hubs.host.deliver(aMissing(moved));
    await whenThere(async () => (JSON.stringify(await placeOf()).includes('Invented harbour') ? true : undefined));
    await atRest();
    expect(await acts()).toEqual(['correct', ...sentNow]);
    laterBy(1);
    await hubs.host.deliver(aMissing({ ...moved, 'Header/MessageId': 'M-5', 'Person/GivenName': 'Wrenella', 'Header/SentAt': '2025-11-20T08:02:00Z' }));
    await whenThere(async () => (String(await placeOf()) === 'Invented harbour,Wrenella' ? true : undefined));
    await atRest();
    expect(await acts()).toEqual(['correct', 'correct', ...sentNow]);
    laterBy(1);
    await hubs.host.deliver(aMissing({ ...moved, 'Header/MessageId': 'M-6', 'Person/GivenName': 'Wrenella', 'Report/InformedPersons': null, 'Person/PhotographRef': 'EXAMPLE-1', 'Header/SentAt': '2025-11-20T08:02:30Z' }));
    await atRest();
    expect(await acts()).toEqual(['correct', 'correct', ...sentNow]);
  });
});

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openSenderKeys, type SenderKeys } from '../../src/cli/demonstration/sender-keys.ts';
import { aFreePort, aHubApart, homeward, whenThere, type HubApart } from './a-hub-apart.ts';
import { directoryAlone, directoryWithPartner, type Published, type Side } from './exchange-directories.ts';
import { CHILD_IN_WORDS, found, missing, placement } from './exchange-files.ts';
import { NotHeld } from './not-held.ts';

/** How the story is told: to whom, beside what, and whether to wait for the clock of the alert. */
export interface Telling {
  readonly folder: string;
  readonly program: readonly string[];
  readonly escalation: boolean;
  /** Of the host's hub and of the other; null: any that are free. */
  readonly ports?: readonly [number, number] | null;
  /** Ends it early, and the hubs in order. */
  readonly signal?: AbortSignal;
  readonly say: (line: string) => void;
}

/** The two hubs while the story lasts. */
interface Scene extends Telling {
  readonly host: HubApart;
  readonly placing: HubApart;
  readonly senders: SenderKeys;
  /** The public keys of both, in a folder. */
  readonly keys: string;
}

/** What it came to. */
export interface Told {
  readonly fields: number;
  readonly documents: number;
  readonly flaws: number;
  readonly acknowledgedMs: number;
  readonly escalatedAfterSeconds: number | null;
}

const MINUTE = 60_000;
const HOST = 'southvale';
const PLACING = 'northmere';
const REASONS = 'Invented: wanted to see an invented friend.';

function demand(holds: boolean, otherwise: string): void {
  if (!holds) {
    throw new NotHeld(otherwise);
  }
}

/** Tells how an interview comes from a host authority to the one that placed the child: every line is what was read back, and the first that does not hold ends it. */
export async function tellExchange(telling: Telling): Promise<Told> {
  const scene = await twoHubsApart(telling);
  const stop = (): Promise<unknown> => Promise.all([scene.host.stop(), scene.placing.stop()]);
  telling.signal?.addEventListener('abort', () => void stop());
  try {
    telling.signal?.throwIfAborted();
    await placedAcross(scene);
    const episode = await missingAndBack(scene);
    const alerted = Date.now();
    await interviewed(scene, episode);
    const sent = await acknowledged(scene);
    await readAtPlacing(scene);
    const ofHost = await inLiberi(scene, { hub: scene.host, agency: HOST, as: 'southvale-coordinator' });
    const { id } = await interviewThere(scene);
    await scene.placing.ask('northmere-coordinator', 'mutation T($input: TransmitInterviewInput!) { transmitInterview(input: $input) { id } }', { input: { key: randomUUID(), interview: id, to: PLACING } });
    const documents = ofHost + (await inLiberi(scene, { hub: scene.placing, agency: PLACING, as: 'northmere-coordinator' }));
    const flaws = await proven(scene, sent);
    const escalatedAfterSeconds = telling.escalation ? await escalated(scene, alerted) : null;
    return { fields: sent.fields.length, documents, flaws, acknowledgedMs: Date.parse(sent.acknowledgedAt) - Date.parse(sent.madeAt), escalatedAfterSeconds };
  } finally {
    await stop();
  }
}

async function twoHubsApart(telling: Telling): Promise<Scene> {
  const { folder, program, say } = telling;
  const own: Side = { agency: HOST, hub: 'hub-southvale', port: telling.ports?.[0] ?? (await aFreePort()) };
  const other: Side = { agency: PLACING, hub: 'hub-northmere', port: telling.ports?.[1] ?? (await aFreePort()) };
  const senders = await openSenderKeys({ production: false, folder: path.join(folder, 'senders') });
  const secret = randomBytes(32).toString('base64url');
  const keys = path.join(folder, 'public-keys');
  mkdirSync(keys, { recursive: true });
  const open = (side: Side): Promise<HubApart> => aHubApart({ folder: path.join(folder, side.agency), port: side.port, program, secret }, () => directoryAlone(side, senders.published));
  const opened = await Promise.allSettled([open(own), open(other)]);
  const [host, placing] = opened.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  if (host === undefined || placing === undefined) {
    await Promise.all([host?.stop(), placing?.stop()]);
    throw new NotHeld(`a hub did not start: ${opened.map((one) => (one.status === 'rejected' ? String(one.reason) : '')).join(' ')}`);
  }
  try {
    say(`Two hubs: ${HOST} (host) at ${host.url}, ${PLACING} (placing) at ${placing.url}; two processes, two folders, two databases.`);
    const [ofHost, ofPlacing] = await Promise.all([published(host, { keys, text: directoryAlone(own, senders.published) }), published(placing, { keys, text: directoryAlone(other, senders.published) })]);
    await Promise.all([load(host, directoryWithPartner(own, other, { senders: senders.published, published: ofPlacing })), load(placing, directoryWithPartner(other, own, { senders: senders.published, published: ofHost }))]);
    say('Each has the public keys that the other published (homeward keys publish), and the directory that says what goes where.');
  } catch (error) {
    await Promise.all([host.stop(), placing.stop()]);
    throw error;
  }
  return { ...telling, host, placing, senders, keys };
}

async function load(hub: HubApart, text: string): Promise<void> {
  const file = path.join(hub.terms.folder, 'directory.yml');
  writeFileSync(file, text);
  const { code, out } = await homeward(hub.terms, ['directory', 'load', file]);
  demand(code === 0, `the directory was not taken: ${out}`);
}

async function published(hub: HubApart, { keys, text }: { readonly keys: string; readonly text: string }): Promise<Published> {
  await load(hub, text);
  const { code, out } = await homeward(hub.terms, ['keys', 'publish']);
  demand(code === 0, `the keys were not published: ${out}`);
  writeFileSync(path.join(keys, `${path.basename(hub.terms.folder)}.json`), out);
  return JSON.parse(out) as Published;
}

/** The authority's system says it to both hubs, under its signature. */
async function placedAcross({ host, placing, senders, say }: Scene): Promise<void> {
  const bytes = placement(Date.now() - 300 * MINUTE);
  const signature = (await senders.signatureOf('northmere-hub', Buffer.from(bytes))) ?? '';
  for (const hub of [placing, host]) {
    await hub.ingest({ adapter: 'authority-exchange', as: 'northmere-hub-client', bytes, signature });
  }
  say(`Placed across: ${PLACING} placed ${CHILD_IN_WORDS} in Larkfield House in ${HOST}, and says so with its agreement, signed, to both hubs.`);
}

interface Episode {
  readonly id: string;
  readonly status: string;
  readonly child: { readonly id: string; readonly givenName: string };
}
const EPISODES = '{ episodes(first: 10) { nodes { id status child { id givenName } } } }';
const episodeAt = (hub: HubApart, as: string, what: string): Promise<Episode> =>
  whenThere(what, async () => (await hub.ask<{ episodes: { nodes: readonly Episode[] } }>(as, EPISODES)).episodes.nodes[0]);

async function missingAndBack(scene: Scene): Promise<Episode> {
  const { host, say } = scene;
  const now = Date.now();
  await host.ingest({ adapter: 'police-compact', as: 'mereshire-compact-client', bytes: missing(now - 240 * MINUTE) });
  const first = await episodeAt(host, 'southvale-coordinator', 'the missing episode');
  demand(first.status === 'MISSING', `the host's hub says that the child is ${first.status}`);
  say(`Missing: Mereshire Police's file is taken by the host's hub; its coordinator reads ${first.child.givenName}: ${first.status}.`);
  await alertedAtPlacing(scene, 'CHILD_MISSING');
  await host.ingest({ adapter: 'police-compact', as: 'mereshire-compact-client', bytes: found(now - 180 * MINUTE, now - 150 * MINUTE) });
  const back = await episodeAt(host, 'southvale-coordinator', 'the return');
  demand(back.status === 'RETURNED', `the host's hub says that the child is ${back.status}`);
  say(`Found: the police's second file; the same coordinator reads: ${back.status}.`);
  await alertedAtPlacing(scene, 'CHILD_RETURNED');
  return back;
}

/** Nobody sends it: the directory of the host says that episodes go to whoever placed the child by themselves. */
async function alertedAtPlacing({ placing, say }: Scene, kind: string): Promise<void> {
  const began = Date.now();
  const alerts = '{ briefing(authority: "northmere") { alerts { kind waitsFor } } }';
  const alert = await whenThere(`the alert ${kind} at the placing hub`, async () => {
    const { briefing } = await placing.ask<{ briefing: { alerts: readonly { readonly kind: string; readonly waitsFor: string }[] } }>('northmere-coordinator', alerts);
    return briefing.alerts.find((one) => one.kind === kind);
  });
  say(`Told: ${PLACING}'s own hub has it ${String(Date.now() - began)} ms later; its ${alert.waitsFor} is asked to say that they know (${kind}).`);
}

async function interviewed({ host, say }: Scene, { id: episode, child: { id: child } }: Episode): Promise<void> {
  const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
  await host.does('southvale-coordinator', 'triageReturn', { episode, revision: 0, outcome: 'ROUTINE', at: ago(140) });
  await host.does('southvale-coordinator', 'assignWorker', { child, revision: 0, worker: 'southvale-worker', episode });
  // Only whoever answers for a child says who works with them; Northmere's coordinator has a login at the host's hub too.
  await host.does('northmere-coordinator', 'recordRelationship', { child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' });
  const offer = await host.does('southvale-worker', 'recordOffer', { child, episodes: [episode], offeredTo: 'CHILD', outcome: 'ACCEPTED', at: ago(120) });
  const answers = { reasons: REASONS, firstTime: 'NO', howFelt: 'Invented: tired.' };
  const locating = { placesStayed: ['5 Invented Yard'], peopleWith: ['Corvin Madeup'] };
  await host.does('southvale-worker', 'recordInterview', { child, episodes: [episode], offer: offer.id, state: 'COMPLETED', at: ago(30), answers, locating });
  say('Return: triaged, offered and accepted; Nia Example of northmere names Ann Example as the social worker at the host too; Rob Example of the host held the interview and recorded it.');
}

interface Transmission {
  readonly id: string;
  readonly matter: string;
  readonly state: string;
  readonly to: string;
  readonly recipient: string;
  readonly because: string;
  readonly level: string | null;
  readonly fields: readonly string[];
  readonly fault: string | null;
  readonly madeAt: string;
  readonly sentAt: string;
  readonly acknowledgedAt: string;
  readonly deadline: { readonly words: string } | null;
  readonly receipt: { readonly text: string; readonly outcome: string } | null;
}
const TRANSMISSIONS = '{ transmissions(first: 20) { nodes { id matter state to recipient because level fields fault madeAt sentAt acknowledgedAt deadline { words } receipt { text outcome } } } }';

async function arrived(hub: HubApart, as: string, to: string): Promise<Transmission> {
  return whenThere(`the receipt of ${to}`, async () => {
    const { transmissions } = await hub.ask<{ transmissions: { nodes: readonly Transmission[] } }>(as, TRANSMISSIONS);
    const one = transmissions.nodes.find((node) => node.to === to && node.matter === 'INTERVIEW');
    if (one !== undefined && ['DEAD', 'REFUSED', 'HELD'].includes(one.state)) {
      throw new NotHeld(`the transmission to ${to} is ${one.state}: ${one.fault ?? 'no fault named'}`);
    }
    return one?.state === 'ACKNOWLEDGED' ? one : undefined;
  });
}

async function acknowledged({ host, say }: Scene): Promise<Transmission> {
  const one = await arrived(host, 'southvale-coordinator', PLACING);
  say(`Sent by rule (${one.because}) to ${one.recipient}, level ${String(one.level)}, ${String(one.fields.length)} fields; ${one.state} at ${one.acknowledgedAt}: ${String(one.receipt?.outcome)}.`);
  return one;
}

const INTERVIEWS = 'query I($id: ID!) { child(id: $id) { givenName interviews { id __typename state ... on FullInterview { reasons placesStayed } } } }';
interface Read {
  readonly child: { readonly givenName: string; readonly interviews: readonly { readonly id: string; readonly __typename: string; readonly state: string; readonly reasons?: string }[] } | null;
}

type InterviewRead = NonNullable<Read['child']>['interviews'][number];

async function interviewThere({ placing }: Scene): Promise<InterviewRead> {
  const { child } = await episodeAt(placing, 'northmere-coordinator', 'the episode at the placing hub');
  return whenThere('the interview at the placing hub', async () => (await placing.ask<Read>('northmere-social-worker', INTERVIEWS, { id: child.id })).child?.interviews[0]);
}

async function readAtPlacing(scene: Scene): Promise<void> {
  const { placing, say } = scene;
  const { child } = await episodeAt(placing, 'northmere-coordinator', 'the episode at the placing hub');
  await placing.does('northmere-coordinator', 'recordRelationship', { child: child.id, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' });
  const read = await interviewThere(scene);
  demand(read.__typename === 'FullInterview' && read.reasons === REASONS, 'the named social worker does not read the interview as it was recorded');
  say(`Read: Ann Example, ${child.givenName}'s named social worker, asks ${PLACING}'s hub and is answered: ${JSON.stringify(read)}.`);
}

interface OwnSystem {
  readonly hub: HubApart;
  readonly agency: string;
  /** Who looks after what is sent there. */
  readonly as: string;
}

/** An authority's own system has it as a file too, so that nobody types it again; the adapter of that system reads the file back. */
async function inLiberi({ say }: Scene, { hub, agency, as }: OwnSystem): Promise<number> {
  const { because, receipt, sentAt } = await arrived(hub, as, agency);
  const folder = path.join(hub.terms.folder, 'outbox', agency, 'liberi');
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  demand(files.length > 0, `there is no file in the folder of ${agency}`);
  for (const name of files) {
    say(`Written (${because}) into ${agency}'s own folder in Liberi's format: ${String(receipt?.outcome)}, ${name}, ${String(readFileSync(path.join(folder, name)).length)} bytes.`);
    say(`Read back by Liberi's own adapter, which stores nothing of it: ${await hub.readBack(`${agency}-liberi-client`, { bytes: new Uint8Array(readFileSync(path.join(folder, name))), extracted: sentAt })}.`);
  }
  return files.length;
}

/** With a file and public keys alone: the hubs are not asked. */
async function proven({ folder, host, keys, say }: Scene, { receipt }: Transmission): Promise<number> {
  const file = path.join(folder, 'receipt.json');
  writeFileSync(file, receipt?.text ?? '');
  const offline = { ...host.terms, folder: path.join(folder, 'nowhere') };
  const { code, out } = await homeward(offline, ['receipt', 'verify', file, '--keys', keys]);
  out.trim().split('\n').filter((line) => line.startsWith('PROVEN') || line.startsWith('FLAW') || line.endsWith('flaws.')).forEach((line) => {
    say(`Receipt: ${line}`);
  });
  demand(code === 0, `the receipt does not hold: ${out}`);
  return out.split('\n').filter((line) => line.startsWith('FLAW')).length;
}

interface Alert {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly step: number;
  readonly notAnsweredBy: string | null;
  readonly since: string;
}
const NOTICES = '{ briefing(authority: "southvale") { notices { id kind text step notAnsweredBy since } alerts { id kind waitsFor next } } }';
interface Noticed {
  readonly briefing: { readonly notices: readonly Alert[]; readonly alerts: readonly { readonly kind: string }[] };
}

/** Nobody answers for a minute, which the directory gives here; then the next of the duty is asked, and answers. */
async function escalated({ host, say }: Scene, alerted: number): Promise<number> {
  const of = async (as: string): Promise<readonly Alert[]> => (await host.ask<Noticed>(as, NOTICES)).briefing.notices.filter(({ kind }) => kind.startsWith('CHILD_'));
  const [first] = await of('southvale-senior');
  demand(first !== undefined, 'no alert is before the senior worker of the host');
  say(`Alert: "${String(first?.text)}" waits for the host's senior worker, who has one minute here; nobody answers.`);
  const next = await whenThere('the escalation', async () => (await of('southvale-coordinator')).find(({ notAnsweredBy }) => notAnsweredBy !== null), 100_000);
  const seconds = Math.round((Date.now() - alerted) / 1000);
  say(`Escalated after ${String(seconds)} s: the coordinator is told. ${String(next.notAnsweredBy)}`);
  await host.ask('southvale-coordinator', 'mutation A($id: ID!) { acknowledgeNotice(id: $id) { id } }', { id: next.id });
  const left = (await of('southvale-coordinator')).filter(({ id }) => id === next.id);
  demand(left.length === 0, 'the alert waits although somebody answered');
  say('Answered: Sol Example says that they know; it waits for nobody any more.');
  return seconds;
}

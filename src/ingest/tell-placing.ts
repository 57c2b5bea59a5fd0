import type { Directory } from '../directory/directory.ts';
import { exchangeFor, recipientAt, type Exchanged } from '../directory/exchange-for.ts';
import { makeTransmission } from '../directory/make-transmission.ts';
import type { Writing } from '../store/database.ts';
import { derivedId } from '../store/write/derived-id.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { BY_THE_HUB, lockTransmission } from '../store/write/transmissions/happen.ts';
import { placementCause } from '../store/write/transmissions/held-of.ts';
import { tellCoordinator } from '../store/write/transmissions/tell-coordinator.ts';
import { untoldEpisodes, type UntoldEpisode } from '../store/write/transmissions/untold-episodes.ts';
import type { IngestServices } from './ingest-services.ts';

type Services = Pick<IngestServices, 'directory' | 'clock'>;

/**
 * The authority that placed a child elsewhere hears from the host's hub that the child is missing (SOM 7.1.1), where the directory says that
 * episodes go there by themselves: once an episode. That the child is located, back or at another risk follows as what corrects it.
 */
export async function tellPlacing(em: Writing, services: Services, children: readonly string[] | null): Promise<void> {
  for (const one of await toTell(em, services, children)) {
    await tell(em, services, one);
  }
}

/** Is there one to tell of a child who is not back? */
export async function isAnyUntold(em: Writing, services: Services): Promise<boolean> {
  return (await toTell(em, services, null)).length > 0;
}

/** Of several hosts one tells it. */
async function toTell(em: Writing, { directory: current, clock }: Services, children: readonly string[] | null): Promise<readonly UntoldEpisode[]> {
  const directory = current();
  const untold = directory.exchange.some(goesByItself) ? await untoldEpisodes(em, children, clock()) : [];
  const owed = untold.filter((one) => isOwed(directory, one));
  return owed.filter((one, at) => owed.findIndex(({ episode, placing }) => episode === one.episode && placing === one.placing) === at);
}

const goesByItself = ({ matters, automatic }: Directory['exchange'][number]): boolean => automatic && matters.includes('EPISODE');

/** Of a host of another hub that hub tells; and who told all of it knows it. */
function isOwed(directory: Directory, { host, placing, toldBy }: UntoldEpisode): boolean {
  const entry = exchangeFor(directory, exchanged(host, placing));
  return entry?.automatic === true && hubOf(directory, host) === null && toldBy.some(({ agency, system }) => agency !== placing && !cameFrom(directory, { system, placing }));
}

const exchanged = (from: string, to: string): Exchanged => ({ from, to, matter: 'EPISODE' });

/** The other hub that may speak for an agency. */
const hubOf = ({ hubs }: Directory, agency: string): string | null => [...hubs.values()].find(({ agencies }) => agencies.includes(agency))?.id ?? null;

/** Did it come over the hub of the authority itself, if by another agency that it speaks for? */
function cameFrom(directory: Directory, { system, placing }: { readonly system: string; readonly placing: string }): boolean {
  const hub = directory.systems.get(system)?.hub ?? null;
  return hub !== null && hub === hubOf(directory, placing);
}

/** What is restricted waits for a person, as whatever goes by a rule does, and whoever may let it go is told. */
async function tell(em: Writing, { directory: current, clock }: Services, { episode, host, placing }: UntoldEpisode): Promise<void> {
  const [directory, now, way] = [current(), clock(), exchanged(host, placing)];
  const [row, entry] = [await factsOfEpisode(em, episode, now), exchangeFor(directory, way)];
  if (row === null || entry === null) {
    return;
  }
  // By the instant too: it may have been told before, and taken back.
  const id = derivedId(episode, 'placing', host, placing, String(now));
  const released = row.facts.restricted === 'NO';
  const ids = { id, record: episode, child: row.child };
  await makeTransmission(em, { directory, now }, { ...way, ...ids, entry, recipient: recipientAt(directory, way, row.facts), because: await placementCause(em, { child: row.child, between: [host, placing] }), decision: null, by: BY_THE_HUB, released });
  const waiting = released ? null : await lockTransmission(em, id);
  await (waiting === null ? undefined : tellCoordinator(em, waiting, { kind: 'TRANSMISSION_WAITS', at: now }));
}

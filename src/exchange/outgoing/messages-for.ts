import type { Directory } from '../../directory/directory.ts';
import type { Gate } from '../../gate/gate.ts';
import { asWriter } from '../../store/database.ts';
import { keysSaid, type SentKey } from '../../store/write/sent-content-store.ts';
import type { DeliverServices, DeliveryFault } from '../deliver-services.ts';
import type { ToDeliver } from '../delivery.ts';
import type { Outgoing } from '../render-contract.ts';
import type { SentStatement } from '../receipt.ts';
import { buildOutgoing, buildRetraction, levelOf } from './build-outgoing.ts';
import { nameRecords, type Names } from './name-records.ts';
import { withRequest } from './outgoing-request.ts';
import { readMatters, rootOf } from './read-outgoing.ts';
import { recipientOf } from '../../directory/recipient-of.ts';

/** A message, and the names of what its recipient was let read for it; never what it says. */
export interface Told {
  readonly message: Outgoing;
  readonly read: readonly string[];
}

/** What a transmission says to its recipient: a message for each of its records. */
export interface Messages {
  readonly told: readonly [Told, ...Told[]];
  /** The name that the child goes out under, and those of the matter. */
  readonly child: string;
  readonly keys: readonly SentKey[];
  readonly level: SentStatement['level'];
}
interface NoMessages {
  readonly fault: DeliveryFault;
}

/** What making it rests on: a gate that gives what is sent to its recipient. */
export interface MessageServices extends Pick<DeliverServices, 'database' | 'clock'> {
  readonly gate: Pick<Gate, 'row'>;
}

/** Makes what is sent, of what the gate gives to the recipient now; of what they may see nothing of there is no message. */
export async function messagesFor(services: MessageServices, one: ToDeliver, { directory, system }: SentFrom): Promise<Messages | NoMessages> {
  if (one.act === 'retract' || one.matter === 'RETRACTION') {
    return retraction(services, one);
  }
  const root = rootOf(one.matter);
  const viewer = recipientOf(directory, one.recipient);
  if (root === null || viewer?.agency !== one.to) {
    return { fault: root === null ? 'FORMAT_CANNOT_SAY' : 'RECIPIENT_UNKNOWN' };
  }
  const matters = await readMatters({ gate: services.gate, viewer, one, now: services.clock() }, root);
  const told = await Promise.all(
    matters.map(async (matter) => {
      const names = await nameRecords({ database: services.database, directory, to: one.to }, matter);
      const message = countedAs(directory, await withRequest(services.database, one, buildOutgoing(one, matter, names)));
      return message === null || (comesFromThere(one, names, system) && !isGraded(one, message)) ? [] : [{ message, names, read: matter.fields }];
    }),
  );
  const [first, ...others] = told.flat();
  if (first === undefined) {
    return { fault: 'NOTHING_TO_SEND' };
  }
  return {
    told: [first, ...others],
    child: first.names.child,
    keys: [first, ...others].flatMap(({ names }) => names.own),
    level: levelOf(first.message),
  };
}

/** With what a child who was not reached counts as with whoever answers for the child, as far as the recipient may know who does. */
function countedAs({ agencies }: Directory, message: Outgoing | null): Outgoing | null {
  const counts = agencies.get(message?.child.responsibleAuthority ?? '')?.practice.figures.unableCountsAs?.value;
  return message === null || counts === undefined || message.offers.length === 0 ? message : { ...message, unableCountsAs: counts };
}

/** The directory by which it is sent, and the source system that the receiving one is too; null: the hub reads nothing from it. */
interface SentFrom {
  readonly directory: Directory;
  readonly system: string | null;
}

/** What an agency told the hub is not told to it again: not to another agency's, and not to the very system it came from. */
function comesFromThere({ from, to }: ToDeliver, { origin }: Names, system: string | null): boolean {
  return origin !== null && origin.agency === to && (from !== to || origin.system === system);
}

/** But what a bureau made of an item is news to whoever recorded it. */
function isGraded({ from, to }: ToDeliver, { intelligence }: Outgoing): boolean {
  return from !== to && intelligence?.grade.assessment !== undefined;
}

/** What was told under these names is taken back, whether or not its receiver may still see the child: nothing new is told by it. */
async function retraction({ database }: MessageServices, one: ToDeliver): Promise<Messages | NoMessages> {
  const { corrects } = one;
  const told = corrects === null ? null : await asWriter(database, (em) => keysSaid(em, corrects));
  const keys = told?.keys.filter(({ record }) => one.records.includes(record)) ?? [];
  if (told === null || keys.length === 0) {
    return { fault: 'NOTHING_TO_SEND' };
  }
  return { told: [{ message: buildRetraction(one, { child: told.child, keys }), read: [] }], child: told.child, keys, level: null };
}

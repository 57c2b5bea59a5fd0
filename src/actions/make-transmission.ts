import type { ExchangeEntry } from '../directory/exchange-directory.ts';
import type { Exchanged } from '../directory/exchange-for.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { addTransmission, type NewTransmission } from '../store/write/transmissions/add-transmission.ts';
import { BY_THE_HUB } from '../store/write/transmissions/happen.ts';
import { sentBefore } from '../store/write/transmissions/sent-before.ts';
import type { TransmissionCause } from '../store/write/transmissions/transmission-row.ts';
import { deadlineFor } from './deadline-for.ts';
import type { Scene } from './perform.ts';

/** A row that is to go to another agency, and why. */
export interface ToTransmit extends Exchanged {
  readonly entry: ExchangeEntry;
  /** The row's own record. */
  readonly record: string;
  /** The person record of its child. */
  readonly child: string;
  readonly facts: Pick<ChildFacts, 'named' | 'restricted'>;
  /** As whom it is read there. */
  readonly recipient: string;
  readonly because: TransmissionCause;
  /** Does a person send it? Then they decided it, and it goes. */
  readonly byHand: boolean;
  /** Of what a person sends: does it wait all the same, as nobody there may see anything of it? */
  readonly waits?: boolean;
}

/** Makes a transmission in the transaction of what causes it; by a rule once for each cause, receiver and record. Answers its id. */
export async function makeTransmission(scene: Scene, asked: ToTransmit): Promise<string> {
  const { em, services, actor, now } = scene;
  const { entry, record, child, from, to, matter, facts, because, byHand, recipient, waits = false } = asked;
  const { agency, person } = actor.viewer;
  const id = byHand ? hubId(services.idKey, { agency, kind: 'transmission', key: scene.key ?? '' }) : hubId(services.idKey, { agency: from, kind: 'transmission', key: `${because} ${matter} ${to} ${record}` });
  const made: NewTransmission = {
    id,
    matter,
    act: 'assert',
    corrects: null,
    records: [record],
    child,
    from,
    to,
    recipient,
    channel: entry.channel,
    // The event in the log of what was done is its decision; what a rule does rests on none.
    decision: byHand ? hubId(services.idKey, { agency, kind: 'action', key: scene.key ?? '' }) : null,
    because,
    revision: (await sentBefore(em, { records: [record], to })) + 1,
    deadline: await deadlineFor(scene, asked),
    by: byHand ? personAt(person, agency) : BY_THE_HUB,
    // What is restricted waits for a person who may see it.
    released: byHand ? !waits : entry.automatic && facts.restricted === 'NO',
    at: now,
  };
  await addTransmission(em, made);
  return id;
}

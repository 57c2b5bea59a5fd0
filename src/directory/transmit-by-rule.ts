import type { KeyObject } from 'node:crypto';
import { hubId } from '../domain/record/hub-id.ts';
import type { Writing } from '../store/database.ts';
import { subjectOf } from '../store/write/hub-statement-store.ts';
import { factsOfInterview, factsOfOffer, type factsOfIntelligence, type InterviewRow } from '../store/write/read-facts.ts';
import { BY_THE_HUB } from '../store/write/transmissions/happen.ts';
import { placementCause } from '../store/write/transmissions/held-of.ts';
import type { TransmissionCause } from '../store/write/transmissions/transmission-row.ts';
import type { Directory } from './directory.ts';
import { exchangeFor, recipientAt } from './exchange-for.ts';
import { makeTransmission } from './make-transmission.ts';

/** In which transaction, by which directory and when something is made ready to go. */
export interface Making {
  readonly em: Writing;
  readonly directory: Directory;
  /** The hub's own key that ids are made with. */
  readonly idKey: KeyObject;
  readonly now: number;
}

/** What goes by a rule, from whom to whom. */
export interface ByRule {
  readonly from: string;
  readonly to: string;
  readonly matter: 'INTERVIEW' | 'OFFER' | 'INTELLIGENCE';
  readonly because: TransmissionCause;
  readonly row: InterviewRow | NonNullable<Awaited<ReturnType<typeof factsOfIntelligence>>>;
  readonly refused: boolean;
}

/**
 * An interview that is done or refused, or an offer that led to none, goes to the authority that placed the child where another held or
 * made it (SOM 8.1.3): by the placement's agreement at once, else once it is released.
 */
export async function transmitToPlacing(making: Making, interview: string): Promise<InterviewRow | null> {
  const row = await factsOfInterview(making.em, interview, making.now);
  if (row === null) {
    return null;
  }
  const from = row.facts.heldBy;
  const isOffer = (await factsOfOffer(making.em, row.id, making.now)) !== null;
  for (const to of row.facts.responsible.filter((authority) => authority !== from)) {
    // An offer is an interview that was not held: it goes so where no more was agreed.
    const matter = isOffer && exchangeFor(making.directory, { from, to, matter: 'OFFER' }) !== null ? 'OFFER' : 'INTERVIEW';
    const because = await placementCause(making.em, { child: (await subjectOf(making.em, row.id)) ?? row.child, between: [from, to] });
    await transmitByRule(making, { from, to, matter, because, row, refused: row.state === 'REFUSED' });
  }
  return row;
}

/** What an agreement is recorded of later goes no second time. */
const ONCE_FOR: Readonly<Partial<Record<TransmissionCause, TransmissionCause>>> = { PLACED_BY_ANOTHER: 'PLACEMENT_AGREEMENT' };

/** Makes it ready where the directory says so; once for each cause, receiver and record. What is restricted waits for a person who may see it. */
export async function transmitByRule({ em, directory, idKey, now }: Making, { from, to, matter, because, row, refused }: ByRule): Promise<void> {
  const exchanged = { from, to, matter };
  const entry = exchangeFor(directory, exchanged);
  if (entry === null || (refused && !entry.refusals)) {
    return;
  }
  await makeTransmission(em, { directory, now }, {
    ...exchanged,
    id: hubId(idKey, { agency: from, kind: 'transmission', key: `${ONCE_FOR[because] ?? because} ${matter} ${to} ${row.id}` }),
    entry,
    record: row.id,
    child: (await subjectOf(em, row.id)) ?? row.child,
    recipient: recipientAt(directory, exchanged, row.facts),
    because,
    decision: null,
    by: BY_THE_HUB,
    released: entry.automatic && row.facts.restricted === 'NO',
  });
}

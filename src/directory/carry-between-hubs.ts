import type { ChildFacts } from '../policy/facts.ts';
import type { Writing } from '../store/database.ts';
import { addTransmission } from '../store/write/transmissions/add-transmission.ts';
import { BY_THE_HUB } from '../store/write/transmissions/happen.ts';
import { placementCause } from '../store/write/transmissions/held-of.ts';
import { sentBefore } from '../store/write/transmissions/sent-before.ts';
import { deadlineFor } from './deadline-for.ts';
import type { Directory } from './directory.ts';
import { exchangeFor, recipientAt, type Exchanged } from './exchange-for.ts';

/** Something of an episode that is to go to an authority whose hub is another one. */
export interface Carried extends Exchanged {
  readonly id: string;
  readonly child: string;
  readonly episode: string;
  readonly facts: Pick<ChildFacts, 'named' | 'restricted'>;
  /** Who decided that it goes, as `person@agency` with the id of the decision; null: a rule did. */
  readonly hand: { readonly by: string; readonly decision: string } | null;
  readonly at: number;
}

/** Makes its transmission, by ids alone; false where the directory knows no hub that takes it for that authority. What is restricted waits for a person. */
export async function carryBetweenHubs(em: Writing, directory: Directory, carried: Carried): Promise<boolean> {
  const { id, matter, from, to, child, episode, facts, hand, at } = carried;
  const entry = exchangeFor(directory, { from, to, matter });
  if (entry === null || directory.channels.get(entry.channel)?.kind !== 'HUB') {
    return false;
  }
  const records = [episode];
  await addTransmission(em, {
    ...{ id, matter, from, to, child, records, at, act: 'assert', corrects: null, channel: entry.channel },
    deadline: await deadlineFor(em, directory, { entry, record: episode, child, matter, from, at }),
    ...(hand === null ? { decision: null, because: await placementCause(em, { child, between: [from, to] }), by: BY_THE_HUB } : { ...hand, because: 'BY_HAND' as const }),
    recipient: recipientAt(directory, { from, to, matter }, facts),
    revision: (await sentBefore(em, { records, to })) + 1,
    released: hand !== null || (entry.automatic && facts.restricted === 'NO'),
  });
  return true;
}

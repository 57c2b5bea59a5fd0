import { answerChain } from '../directory/answer-chain.ts';
import type { Directory } from '../directory/directory.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import { readersLike } from './late-readers.ts';
import type { AskedOf, LateRead } from './read-late.ts';

/**
 * Who answers for it, one after the other and from now on: of the duty of the agency the posts in which this clock is read as late, and those in which it would be but for
 * what the people there are let see, as a post left out would tell the others of it; of a restricted child those alone who read it as late. Null where nobody does.
 */
export function lateChain(
  { directory, now }: { readonly directory: Directory; readonly now: number },
  asked: AskedOf,
  { clock, read }: { readonly clock: string; readonly read: LateRead },
): readonly AlertStep[] | null {
  const { duty, agency, readers } = asked;
  const late = readers.filter((reader) => read(reader, duty.id)?.some((one) => one.clock === clock) === true);
  const readsIt = (who: Viewer): boolean => late.some(({ person, role }) => person === who.person && role === who.role);
  const isRestricted = duty.facts.restricted === 'YES';
  const chain = answerChain(directory, { agency, matter: 'OTHER', risk: duty.risk, raisedAt: now }, isRestricted ? readsIt : null);
  const posts = readersLike(late, asked).map(({ role }) => `${role}:${agency}`);
  const reading = isRestricted ? chain : chain.filter(({ to }) => posts.includes(to));
  const [first] = reading;
  return first === undefined ? null : chainMoved(reading, first.from - now, now);
}

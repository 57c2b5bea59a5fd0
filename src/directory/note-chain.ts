import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Directory } from './directory.ts';
import { isThere, viewersOf } from './reads-action.ts';
import { whoAnswers, type WaitsForAnswer } from './who-answers.ts';

/** A safety note that waits to be read. */
export interface NoteToRead {
  /** The home's agency, or the carer as `person@agency`. */
  readonly recipient: string;
  readonly facts: ChildFacts;
  readonly approvedBy: WaitsForAnswer['raisedBy'];
}

/** Our figure: a home has as long as a concern of little risk; then the service that approved the note learns that nobody has read it. */
const TO_READ = ANSWER_WITHIN.LOW * MINUTE;

/** Before whom a note comes from an instant on: the home or the carer, and after their time the duty of the service, one after the other; the service at once where the home may not see the child. */
export function noteChain(directory: Directory, { recipient, facts, approvedBy }: NoteToRead, from: number): readonly AlertStep[] {
  const reads = isThere(directory, recipient) && viewersOf(directory, recipient).some((who) => readableAttributes(abilityOf(who), 'SafetyNote', { ...facts, recipient, approved: 'YES', tellsNobody: 'YES' }).size > 0);
  const people = recipient.includes('@') ? { people: [recipient] } : {};
  const first: readonly AlertStep[] = reads ? [{ to: `PLACEMENT_PROVIDER:${agencyOfPerson(recipient)}`, from, until: from + TO_READ, ...people }] : [];
  const after = whoAnswers(directory, { facts, matter: 'OTHER', risk: 'LOW', raisedBy: approvedBy, from: reads ? from + TO_READ : from }).flat();
  return [...first, ...after.toSorted((one, other) => one.from - other.from)];
}

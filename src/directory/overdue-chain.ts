import { chainMoved } from '../domain/authority/chain-moved.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { ActionFacts } from '../store/write/read-facts.ts';
import type { Directory } from './directory.ts';
import { isThere, readsAction } from './reads-action.ts';
import { whoAnswers } from './who-answers.ts';

/** What was to be done, and who said so. */
export interface ToBeDone {
  /** `person@agency`, or a home. */
  readonly owner: string;
  /** Whoever answered the concern, or else set it, as `person@agency`, and in which role. */
  readonly answeredBy: string;
  readonly role: string;
  /** Epoch milliseconds. */
  readonly due: number;
  readonly risk: Risk;
  readonly facts: ActionFacts;
}

/**
 * Before whom an action that is not closed comes from its time on, worked out at an instant: its owner and whoever answered
 * the concern, and after that the duty, one after the other. Not an owner who does not read it, who would learn by it that there
 * was a concern; nor, of the two, whoever has left, or has to do with the child no more.
 */
export function overdueChain(directory: Directory, { owner, answeredBy, role, due, risk, facts }: ToBeDone, at: number): readonly AlertStep[] {
  const from = Math.max(due, at);
  const until = from + ANSWER_WITHIN[risk] * MINUTE;
  const answers = (who: string): boolean => who !== owner && facts.restricted === 'NO' && isThere(directory, who) && [...answering(facts), ...facts.hosts].includes(agencyOfPerson(who));
  const told = [...new Set([owner, answeredBy])].filter((who) => answers(who) || readsAction(directory, who, facts));
  const people = told.map((who) => (who.includes('@') ? who : `PLACEMENT_PROVIDER:${who}`));
  const first: readonly AlertStep[] = people.length === 0 ? [] : [{ to: `OWNER:${agencyOfPerson(owner)}`, from, until, people }];
  const raisedBy = { person: personOf(answeredBy), agency: agencyOfPerson(answeredBy), role };
  const after = whoAnswers(directory, { facts, matter: 'OTHER', risk, raisedBy, from: first.length === 0 ? from : until });
  const chain = [...first, ...after.flat().toSorted((one, other) => one.from - other.from)];
  return due < at ? chainMoved(chain, at - due, at) : chain;
}

import { ANSWER_WITHIN, type DutyMatter } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { mayDo } from '../policy/may-do.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import { answerChain } from './answer-chain.ts';
import type { Directory } from './directory.ts';

/** What waits for an answer. */
export interface WaitsForAnswer {
  /** Of the child, as they stand now. */
  readonly facts: ChildFacts;
  readonly matter: DutyMatter;
  readonly risk: Risk;
  /** Who raised it. */
  readonly raisedBy: Pick<Viewer, 'person' | 'agency'> & { readonly role: string };
  /** From when on it waits, epoch milliseconds. */
  readonly from: number;
}

/**
 * Who is to answer a concern, one after the other: by the duty of the service that raised it, if the child is its own or
 * its guest, else of whoever answers for the child; one chain for each agency, and never nobody. Of a restricted child
 * only those who may see it, by name: in a post there may be one who must not know.
 */
export function whoAnswers(directory: Directory, waits: WaitsForAnswer): readonly (readonly AlertStep[])[] {
  const { facts, raisedBy } = waits;
  const { agency } = raisedBy;
  const first = [...facts.responsible, ...facts.hosts].includes(agency) ? [agency] : answering(facts);
  const found = [first, answering(facts), facts.restricted === 'NO' ? [agency] : []].map((agencies) => chainsOf(directory, waits, agencies)).find((chains) => chains.length > 0);
  return found ?? [[lastResort(waits)]];
}

function chainsOf(directory: Directory, waits: WaitsForAnswer, agencies: readonly string[]): (readonly AlertStep[])[] {
  const { facts, matter, risk, raisedBy, from } = waits;
  const may = facts.restricted === 'NO' ? null : (who: Viewer): boolean => mayAnswer(facts, who, raisedBy.agency);
  return [...new Set(agencies)].map((agency) => answerChain(directory, { agency, matter, risk, raisedAt: from }, may)).filter((chain) => chain.length > 0);
}

/** Nobody else may know: it stays before whoever raised it, so that it is not lost. */
function lastResort({ raisedBy: { role, agency, person }, risk, from }: WaitsForAnswer): AlertStep {
  return { to: `${role}:${agency}`, from, until: from + ANSWER_WITHIN[risk] * MINUTE, people: [personAt(person, agency)] };
}

/** Once it has come to them by name, may they read and answer it? The social worker only where somebody let them in: it may be of them. */
function mayAnswer(child: ChildFacts, who: Viewer, originator: string): boolean {
  const own = personAt(who.person, who.agency);
  const facts = { ...child, originator, addressed: [own] };
  const named = who.role !== 'SOCIAL_WORKER' || peopleNamedAs(child.named, ['ADMITTED']).includes(own);
  return named && readableAttributes(abilityOf(who), 'Concern', facts).size > 0 && mayDo(who, 'acknowledgeConcern', { family: 'Concern', facts });
}

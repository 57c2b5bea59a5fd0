import { ANSWER_WITHIN, type DutyMatter } from '../domain/authority/duty.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { personAt, personOf } from '../domain/sharing/audience.ts';
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
  /** Whom allegations name, shut out or not. */
  readonly alleged?: Alleged;
}

/** `person@agency`: by the very concern that waits, and by others of the child that nobody has answered. */
export interface Alleged {
  readonly here: readonly string[];
  readonly beside: readonly string[];
}
const NOBODY: Alleged = { here: [], beside: [] };

/**
 * Who is to answer a concern, one after the other: by the duty of the service that raised it, if the child is its own or
 * its guest, else of whoever answers for the child; one chain for each agency, and never nobody. Of a restricted child
 * only those who may see it, by name: in a post there may be one who must not know. Whom an allegation names never answers
 * that one, also where there was no room to shut them out, and another of the child only where nobody else is left.
 */
export function whoAnswers(directory: Directory, waits: WaitsForAnswer): readonly (readonly AlertStep[])[] {
  const found = whoMayAnswer(directory, waits);
  return found.length > 0 ? found : [[lastResort(waits)]];
}

/** The same, and nobody where nobody is left who may. */
export function whoMayAnswer(directory: Directory, waits: WaitsForAnswer): readonly (readonly AlertStep[])[] {
  const { facts, alleged = NOBODY, raisedBy: { agency } } = waits;
  const first = [...facts.responsible, ...facts.hosts].includes(agency) ? [agency] : answering(facts);
  const asked = [first, answering(facts), facts.restricted === 'NO' ? [agency] : []];
  const turns = [[...alleged.here, ...alleged.beside], alleged.here].flatMap((leftOut) => asked.map((agencies) => ({ agencies, leftOut })));
  return turns.map((turn) => chainsOf(directory, waits, turn)).find((chains) => chains.length > 0) ?? [];
}

/** Whom chains are before, as a concern's decision keeps them: `<role>:<agency>` or `person@agency`, each from an instant on. */
export function addresseesOf(chains: readonly (readonly AlertStep[])[]): DecisionPayloads['CONCERN']['chain'] {
  return chains.flat().flatMap(({ to, from, people }) => (people ?? [to]).map((one) => ({ to: one, from })));
}

interface Turn {
  readonly agencies: readonly string[];
  /** `person@agency`. */
  readonly leftOut: readonly string[];
}

function chainsOf(directory: Directory, waits: WaitsForAnswer, { agencies, leftOut }: Turn): (readonly AlertStep[])[] {
  const { facts, matter, risk, raisedBy, from } = waits;
  const isLeftOut = ({ person }: Viewer): boolean => leftOut.some((other) => personOf(other) === person);
  const may = facts.restricted === 'NO' ? null : (who: Viewer): boolean => !isLeftOut(who) && mayAnswer(facts, who, raisedBy.agency);
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

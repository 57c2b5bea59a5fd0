import type { ConcernKind } from '../domain/interview/return-steps.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import { LADO_UNTOLD } from './prompt-for-the-lado.ts';
import type { Scene } from './perform.ts';

/** A concern as it was raised, and before whom it came. */
interface AsRaised {
  readonly concern: ConcernKind;
  readonly riskSaid: boolean;
  readonly excluded: readonly string[];
  /** What of an allegation the hub did not do. */
  readonly notDone: readonly string[];
  /** Of the child, once everything is done. */
  readonly facts: ChildFacts;
  readonly chains: readonly (readonly AlertStep[])[];
}

/** What whoever raised a concern has still to do themselves. */
export function concernWarnings(scene: Pick<Scene, 'actor'>, raised: AsRaised): string[] {
  const own = personAt(scene.actor.viewer.person, scene.actor.viewer.agency);
  const { concern, riskSaid, excluded, notDone, facts, chains } = raised;
  const said = [
    riskSaid ? null : 'No risk was said: an answer is asked for as soon as at HIGH.',
    concern === 'INTELLIGENCE' ? 'Police do not read a concern: record what they have to know as intelligence too.' : null,
    concern === 'ALLEGATION' ? `The child is restricted now. Tell the designated officer (LADO)${notDone.includes(LADO_UNTOLD) ? '.' : '; others are asked to as well.'}` : null,
    ...notDone,
    concern === 'ALLEGATION' && excluded.length === 0 ? 'Nobody is shut out by name: a manager names the person as soon as they are known.' : null,
    facts.restricted === 'YES' && !peopleNamedAs(facts.named, ['ADMITTED']).includes(own) ? 'You see this child no longer: what you have still to record, a manager must let you in for.' : null,
    chains.every((chain) => chain.every(({ people }) => people?.every((person) => person === own))) ? 'The directory names nobody else who can answer. Ring somebody now.' : null,
  ];
  return said.filter((warning) => warning !== null);
}

import { calledBy } from '../directory/called-by.ts';
import type { Decision, DecisionOf } from '../domain/decision/decision.ts';
import { allegedOf, parentsAndCarers, professionalsOf } from '../domain/decision/people-round.ts';
import { fileDecisions, ofKind } from '../domain/decision/standing-decisions.ts';
import type { AroundChild } from '../domain/redaction/network-of.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { decisionsUnder } from '../store/write/decision-store.ts';
import { factsOfConcern } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';

/** Whoever reads how the child's home is reached may know who is there and who works with the child; of whom something was alleged, whoever reads that concern. */
export async function peopleRead(scene: Scene, records: readonly string[], readsHome: boolean): Promise<Pick<AroundChild, 'related' | 'professionals'>> {
  const directory = scene.services.directory();
  const calledOf = (person: string): string[] => calledBy(directory, person);
  const decided = fileDecisions(await decisionsUnder(scene.em, records)).onChild(records);
  const concerns = await concernsRead(scene, ofKind(decided, 'CONCERN'));
  return {
    related: [...(readsHome ? parentsAndCarers(decided, calledOf) : []), ...allegedOf(concerns, calledOf)],
    professionals: readsHome ? professionalsOf(decided, calledOf) : [],
  };
}

/** The allegations that the actor reads. */
async function concernsRead({ em, actor, now }: Scene, concerns: readonly DecisionOf<'CONCERN'>[]): Promise<Decision[]> {
  const read: Decision[] = [];
  for (const concern of concerns.filter(({ payload }) => payload.alleged !== undefined)) {
    const row = await factsOfConcern(em, concern.id, now);
    if (row !== null && readableAttributes(abilityOf(actor.viewer), 'Concern', row.facts).has('words')) {
      read.push(concern);
    }
  }
  return read;
}

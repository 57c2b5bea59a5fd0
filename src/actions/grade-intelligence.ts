import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { peopleInIntelligence } from '../store/write/read-words.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide, standsAsRead } from './decide.ts';
import { gradeGiven, type GradeAsked } from './grade-given.ts';
import { performDecision } from './perform-decision.ts';
import { readsNames, refuseNamesLeft } from './refuse-names-left.ts';
import { seeToAct } from './see-row.ts';

/** A 3x5x2 grade of one item. */
export interface GradeIntelligence extends GradeAsked {
  readonly key: string;
  readonly intelligence: string;
  readonly revision: number;
}

/** The intelligence bureau grades an item, and says how it may be handled and what stands in its sanitised text. */
export function gradeIntelligence(services: ActionServices, actor: Actor, input: GradeIntelligence, now: number): Promise<Acted> {
  return performDecision(services, { action: 'gradeIntelligence', actor, input, now }, async (scene) => {
    const item = await seeToAct(scene, 'IntelligenceItem', input.intelligence);
    const payload = keptByGrader(gradeGiven(services.directory(), input), actor.viewer.agency);
    const about = { id: item.id, records: [item.id] };
    const matter = { kind: 'GRADE', on: item, about, matter: '', revision: input.revision } as const;
    await standsAsRead(scene, matter);
    if (payload.sanitisedText !== null && readsNames(scene, 'IntelligenceItem', item.facts)) {
      const namedPeople = await peopleInIntelligence(scene.em, item.id);
      refuseNamesLeft('sanitisedText', payload.sanitisedText, { answers: { namedPeople: [...namedPeople] }, locating: {} });
    }
    const decided = await decide(scene, { ...matter, payload });
    return { ...decided, id: item.id, child: item.child, warnings: [] };
  });
}

/** Whoever grades an item under conditions goes on seeing it, or nobody could grade it anew. */
function keptByGrader(grade: DecisionPayloads['GRADE'], grader: string): DecisionPayloads['GRADE'] {
  return grade.handling === 'C' ? { ...grade, recipients: [...new Set([...grade.recipients, grader])].sort() } : grade;
}

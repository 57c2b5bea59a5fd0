import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { namesLeftIn } from '../domain/redaction/names-left-in.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { peopleInIntelligence } from '../store/write/read-words.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide, standsAsRead } from './decide.ts';
import { gradeGiven, type GradeAsked } from './grade-given.ts';
import { performDecision } from './perform-decision.ts';
import type { Scene } from './perform.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { tellGraded } from './tell-graded.ts';
import { transmitGraded } from './transmit-by-rule.ts';

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
    if (payload.sanitisedText !== null && readsNames(scene, item) && namesLeftIn(payload.sanitisedText, await peopleInIntelligence(scene.em, item.id))) {
      throw new HubError('BAD_INPUT', '"sanitisedText" names somebody whom the item names. Take them out, in every spelling.');
    }
    const decided = await decide(scene, { ...matter, payload });
    await tellGraded(scene, item);
    await transmitGraded(scene, item.id);
    return { ...decided, id: item.id, child: item.child, warnings: [] };
  });
}

/** May the actor read whom the item names? To anybody else a refusal would tell what stands in it. */
function readsNames({ actor }: Scene, { facts }: Seen<'IntelligenceItem'>): boolean {
  return readableAttributes(abilityOf(actor.viewer), 'IntelligenceItem', facts).has('namedPeople');
}

/** Whoever grades an item under conditions goes on seeing it, or nobody could grade it anew. */
function keptByGrader(grade: DecisionPayloads['GRADE'], grader: string): DecisionPayloads['GRADE'] {
  return grade.handling === 'C' ? { ...grade, recipients: [...new Set([...grade.recipients, grader])].sort() } : grade;
}

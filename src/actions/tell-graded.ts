import { agencyOfPerson, personAt, personOf } from '../domain/sharing/audience.ts';
import { GRADED } from '../domain/workflow/graded-notice.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { takeOff } from '../store/write/notice-store.ts';
import { factsOfIntelligence, type IntelligenceFacts } from '../store/write/read-facts.ts';
import { whoWroteIntelligence } from '../store/write/read-words.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';

/** Whoever wrote an item is told that the bureau graded it, as far as the grade is still theirs to read; the last grade alone, and never whoever gave it. */
export async function tellGraded(scene: Scene, { id: item, person: child }: Pick<Seen<'IntelligenceItem'>, 'id' | 'person'>): Promise<void> {
  const { em, now, actor } = scene;
  const by = personAt(actor.viewer.person, actor.viewer.agency);
  await takeOff(em, { about: item, kind: GRADED.kind, by, at: now });
  const facts = (await factsOfIntelligence(em, item, now))?.facts;
  const wrote = facts === undefined ? [] : (await whoWroteIntelligence(em, item)).filter((person) => person !== by && readsGrade(scene, person, facts));
  await tellEach(scene, { ...GRADED, to: wrote, child, about: item });
}

/** By any post they hold at the agency they wrote it for. */
function readsGrade({ services }: Scene, capacity: string, facts: IntelligenceFacts): boolean {
  const [id, agency] = [personOf(capacity), agencyOfPerson(capacity)];
  const person = services.directory().people.get(id);
  const held = person === undefined || person.suspended ? [] : person.roles.filter((one) => one.agency === agency);
  return held.some(({ role }) => role !== 'INGEST_CLIENT' && readableAttributes(abilityOf({ person: id, agency, role }), 'IntelligenceItem', facts).has('grade'));
}

import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { tellsNobody, type WrittenForCarers } from '../store/write/read-words.ts';
import type { Scene } from './perform.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';

/** The same whatever stands in the text: another word would tell whoever writes what they may not read. */
export const READ_ONCE_SAFE = 'A home or a carer reads this only while it names nobody and no place that the hub knows round the child, read by you or not. Where it has to wait, a manager is told.';

/** A text that a home or a carer is to read. */
interface WrittenText {
  readonly table: WrittenForCarers;
  readonly id: string;
  /** The person record of the child. */
  readonly child: string;
  readonly facts: ChildFacts;
}

/** Does a text wait? Then somebody other than its writer is told that it does, in fixed words. */
export async function tellIfHeldBack(scene: Scene, { table, id, child, facts }: WrittenText): Promise<boolean> {
  const waits = !(await tellsNobody(scene.em, table, id));
  if (waits) {
    const text = 'Something written for a home or a carer waits: somebody or somewhere that they are not to read of may be told by it. See to it that it is written anew with less in it, or tell them yourself.';
    await tellEach(scene, { to: managersBut(scene, facts), kind: 'HELD_BACK', child, about: id, text });
  }
  return waits;
}

/** Those let in to a restricted child, else the managers; where the writer is one of them, the data protection officer, who reads nothing of the child. */
export function managersBut({ actor: { viewer }, services }: Scene, facts: ChildFacts): string[] {
  const admitted = facts.restricted === 'YES' ? peopleNamedAs(facts.named, ['ADMITTED']) : [];
  const self = `${viewer.person}@`;
  const others = admitted.filter((one) => !one.startsWith(self));
  if (admitted.length > 0 && others.length > 0) {
    return others;
  }
  const agencies = answering(facts);
  const isManager = services.directory().people.get(viewer.person)?.roles.some(({ role, agency }) => role === 'TEAM_MANAGER' && agencies.includes(agency)) === true;
  return everyone(isManager || admitted.length > 0 ? 'DATA_PROTECTION_OFFICER' : 'TEAM_MANAGER', agencies);
}

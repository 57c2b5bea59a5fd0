import type { ChildFacts } from '../policy/facts.ts';
import { tellsNobody, type WrittenForCarers } from '../store/write/read-words.ts';
import { managersBut } from './managers-but.ts';
import { countTry } from './may-try-again.ts';
import type { Scene } from './perform.ts';
import { byDefault, ownPractice } from './practice-for.ts';
import { tellEach } from './tell-each.ts';

const READ_ONCE_SAFE = 'A home or a carer reads this only while it names nobody and no place that the hub knows round the child, read by you or not. Where it has to wait, a manager is told';

/** The same whatever stands in the text: another word would tell whoever writes what they may not read. */
export function readOnceSafe({ services, actor: { viewer } }: Scene): string {
  return byDefault(READ_ONCE_SAFE, 'READ_BY_HOMES', ownPractice(services.directory(), viewer.agency));
}

/** A text that a home or a carer is to read. */
interface WrittenText {
  readonly table: WrittenForCarers;
  readonly id: string;
  /** The person record of the child. */
  readonly child: string;
  readonly facts: ChildFacts;
  /** Whose words they are, where that is somebody else than who acts now: the person. */
  readonly writer?: string;
}

/** Does a text wait? Then somebody other than its writer is told that it does, in fixed words, and it counts among what its writer has tried. */
export async function tellIfHeldBack(scene: Scene, { table, id, child, facts, ...by }: WrittenText): Promise<boolean> {
  const waits = !(await tellsNobody(scene.em, table, id));
  if (waits) {
    const text = 'Something written for a home or a carer waits: somebody or somewhere that they are not to read of may be told by it. See to it that it is written anew with less in it, or tell them yourself.';
    await tellEach(scene, { to: managersBut(scene, facts), kind: 'HELD_BACK', child, about: id, text });
    await countTry(scene, { id, person: child, facts, ...by });
  }
  return waits;
}

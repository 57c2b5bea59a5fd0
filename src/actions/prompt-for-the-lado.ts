import { holdersOf } from '../directory/holders-of.ts';
import { personOf } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { addNotice } from '../store/write/notice-store.ts';
import type { Scene } from './perform.ts';

/** What an allegation was recorded of. */
interface Alleged {
  /** The person record of the child. */
  readonly person: string;
  readonly id: string;
  readonly facts: Pick<ChildFacts, 'responsible'>;
  /** Whom the allegation names. */
  readonly excluded: readonly string[];
}

/** Said where nobody could be asked. */
export const LADO_UNTOLD = 'There is nobody whom the hub can ask to tell the designated officer (LADO): tell them yourself now.';

const TEXT = 'An allegation against a professional was recorded and the record restricted. Tell the designated officer (LADO).';

/**
 * By name, not by post: the prompt must never reach the person of whom the allegation is made. Each post has a prompt of its
 * own. Answers what whoever records it has to know.
 */
export async function promptForTheLado({ em, services, now }: Scene, { person: child, id, facts, excluded }: Alleged): Promise<string[]> {
  let asked = 0;
  for (const role of ['TEAM_MANAGER', 'DATA_PROTECTION_OFFICER']) {
    const holders = facts.responsible.flatMap((authority) => holdersOf(services.directory(), role, authority));
    const to = holders.filter((holder) => !excluded.some((person) => personOf(person) === personOf(holder)));
    if (to.length > 0) {
      await addNotice(em, { to, kind: 'LADO', child, about: id, text: TEXT, visibleFrom: now, raisedAt: now });
    }
    asked += to.length;
  }
  if (asked > 0) {
    return [];
  }
  services.log.warn('lado-untold', { record: id });
  return [LADO_UNTOLD];
}

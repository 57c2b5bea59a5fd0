import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Scene } from './perform.ts';

/** Of what goes to somebody by name at another agency, where whoever writes it works for an authority that the child is not of. */
export const WHO_READS_UNSAID = 'Whether they read it in the hub hangs on what they are to the child, which is for the child\'s own authority to say: tell them too.';

/**
 * May an answer tell whether somebody reads of a child? The carer, the social worker and whom a restriction lets in are the
 * responsible authority's to name: to a host an answer that differs would tell who cares for the child.
 */
export function knowsWhoReads({ actor: { viewer } }: Pick<Scene, 'actor'>, who: string, { responsible }: Pick<ChildFacts, 'responsible'>): boolean {
  return !who.includes('@') || agencyOfPerson(who) === viewer.agency || responsible.includes(viewer.agency);
}

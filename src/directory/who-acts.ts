import { chainMoved } from '../domain/authority/chain-moved.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { answering } from '../policy/answering.ts';
import { READING_ROLES, type Viewer } from '../policy/viewer.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { IntelligenceFacts } from '../store/write/read-facts.ts';
import { answerChain } from './answer-chain.ts';
import type { Directory } from './directory.ts';

/**
 * Who answers for what cannot wait, one after the other: the duty of each force involved and of whoever answers for the
 * child, as far as they read the item; of a restricted one those alone who are let in, by name.
 */
export function whoActs(directory: Pick<Directory, 'agencies' | 'people'>, facts: IntelligenceFacts, from: number): readonly (readonly AlertStep[])[] {
  const reads = (who: Viewer): boolean => readableAttributes(abilityOf(who), 'IntelligenceItem', facts).size > 0;
  return [...new Set([...facts.forces, ...answering(facts)])].flatMap((agency) => {
    const alarm = { agency, matter: 'INTELLIGENCE', risk: 'HIGH', raisedAt: from } as const;
    const chain = answerChain(directory, alarm, facts.restricted === 'NO' ? null : reads);
    const reading = facts.restricted === 'NO' ? chain.filter(({ to }) => READING_ROLES.some((role) => to === `${role}:${agency}` && reads({ person: '', agency, role }))) : chain;
    const [first] = reading;
    return first === undefined ? [] : [chainMoved(reading, first.from - from, from)];
  });
}

/** At which agencies the coordinator reads the item: nobody else there so much as hears that there is one. */
export function coordinatorReads(facts: IntelligenceFacts): (agency: string) => boolean {
  return (agency) => readableAttributes(abilityOf({ person: '', agency, role: 'HUB_COORDINATOR' }), 'IntelligenceItem', facts).size > 0;
}

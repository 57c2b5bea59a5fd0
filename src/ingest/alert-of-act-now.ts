import { whoActs } from '../directory/who-acts.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { ACT_NOW } from '../domain/workflow/act-now-notice.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { markActNowTold, untoldActNow, type UntoldActNow } from '../store/write/act-now-store.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { factsOfIntelligence, type IntelligenceFacts } from '../store/write/read-facts.ts';
import type { LookingAgain } from './before-others.ts';

/**
 * What a bureau's file says cannot wait comes before whoever acts on it, in the transaction that shows it and once an item: the
 * duty of each force involved and of whoever answers for the child, as far as they read the item, and the child's social worker.
 */
export async function alertOfActNow(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, now } = again;
  for (const item of await untoldActNow(em, children, now)) {
    const row = await factsOfIntelligence(em, item.id, now);
    if (row !== null) {
      await tell(again, item, row.facts);
    }
  }
}

/** Where nobody may know of it yet it is told once somebody may. */
async function tell({ em, services, now: at }: LookingAgain, { id: about, child }: UntoldActNow, facts: IntelligenceFacts): Promise<void> {
  const chains = whoActs(services.directory(), facts, at);
  const said = { ...ACT_NOW, child, about, raisedAt: at };
  for (const chain of chains) {
    await raiseAlert(em, { ...said, chain });
  }
  const first = chains.flatMap(([step]) => step?.people ?? step?.to ?? []);
  const workers = socialWorkers(facts).filter((one) => !first.includes(one));
  for (const to of workers) {
    await addNotice(em, { ...said, to: [to], visibleFrom: at });
  }
  if (chains.length + workers.length > 0) {
    await markActNowTold(em, about, at);
  }
}

/** Who of the child's social workers reads the item: an item for others they do not so much as hear of. */
function socialWorkers(facts: IntelligenceFacts): string[] {
  const reads = (one: string): boolean => readableAttributes(abilityOf({ person: personOf(one), agency: agencyOfPerson(one), role: 'SOCIAL_WORKER' }), 'IntelligenceItem', facts).size > 0;
  return peopleNamedAs(facts.named, ['SOCIAL_WORKER']).filter(reads);
}

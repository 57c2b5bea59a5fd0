import { haveHostRing } from '../directory/ring-placing.ts';
import { coordinatorReads, whoActs } from '../directory/who-acts.ts';
import { mayLift } from '../directory/who-lifts.ts';
import { DAY } from '../domain/interval/durations.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { ACT_NOW, ACT_NOW_TAKEN_BACK, NOBODY_ACTS } from '../domain/workflow/act-now-notice.ts';
import { RING_PLACING } from '../domain/workflow/ring-placing-notice.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { endActNowTakenBack, markActNowTold, untoldActNow, type UntoldActNow } from '../store/write/act-now-store.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import { addNotice, isToldSince, takeOff } from '../store/write/notice-store.ts';
import { factsOfIntelligence, type IntelligenceFacts } from '../store/write/read-facts.ts';
import type { LookingAgain } from './before-others.ts';

/**
 * What a bureau's file says cannot wait comes before whoever acts on it, in the transaction that shows it and once an item: the
 * duty of each force involved and of whoever answers for the child, as far as they read the item, and the child's social worker.
 * Taken back, or such as can wait after all, it is before nobody any more, and whoever was told hears why.
 */
export async function alertOfActNow(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, now } = again;
  for (const { to, ...gone } of await endActNowTakenBack(em, children, { by: HUB_SYSTEM, at: now })) {
    await takeOff(em, { about: gone.about, kind: RING_PLACING, by: HUB_SYSTEM, at: now });
    for (const one of to) {
      await addNotice(em, { ...ACT_NOW_TAKEN_BACK, ...gone, to: [one], visibleFrom: now, raisedAt: now });
    }
  }
  for (const item of await untoldActNow(em, children, now)) {
    const row = await factsOfIntelligence(em, item.id, now);
    if (row !== null) {
      await tell(again, item, row.facts);
    }
  }
}

/** Where nobody may know of it yet it is told once somebody may, and who may let them in is asked meanwhile. */
async function tell(again: LookingAgain, { id: about, child }: UntoldActNow, facts: IntelligenceFacts): Promise<void> {
  const { em, services, now: at } = again;
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
  await haveHostRing(em, services.directory(), { facts, child, about, isOpenTo: coordinatorReads(facts), at });
  if (chains.length + workers.length > 0) {
    await takeOff(em, { about, kind: NOBODY_ACTS.kind, by: HUB_SYSTEM, at });
    await markActNowTold(em, about, at);
  } else if (facts.restricted === 'YES') {
    await askWhoLetsIn(again, { id: about, child }, facts);
  }
}

/** Asked anew after a day, as long as nobody is let in who reads it; where no manager is left, who names one is told beside this. */
async function askWhoLetsIn({ em, services, now }: LookingAgain, { id: about, child }: UntoldActNow, facts: IntelligenceFacts): Promise<void> {
  for (const to of mayLift(services.directory(), facts)) {
    if (!(await isToldSince(em, { to, kind: NOBODY_ACTS.kind, about: [about] }, now - DAY))) {
      await addNotice(em, { ...NOBODY_ACTS, child, about, to: [to], visibleFrom: now, raisedAt: now });
    }
  }
}

/** Who of the child's social workers reads the item: an item for others they do not so much as hear of. */
function socialWorkers(facts: IntelligenceFacts): string[] {
  const reads = (one: string): boolean => readableAttributes(abilityOf({ person: personOf(one), agency: agencyOfPerson(one), role: 'SOCIAL_WORKER' }), 'IntelligenceItem', facts).size > 0;
  return peopleNamedAs(facts.named, ['SOCIAL_WORKER']).filter(reads);
}

import { whoAnswers } from '../directory/who-answers.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { CONCERN_NOTICE, CONCERN_WAITS } from '../domain/workflow/concern-notice.ts';
import { raiseAlert, settleAlert, type AlertStep } from '../store/write/alert-store.ts';
import { openConcerns, type OpenConcern } from '../store/write/open-concerns.ts';
import { factsOfConcern } from '../store/write/read-facts.ts';
import { decide } from './decide.ts';
import { decidedOn } from './decided-on.ts';
import type { Scene } from './perform.ts';
import type { ChildSeen } from './state-record.ts';

/** Whom a concern is before, as its decision keeps them: `<role>:<agency>` or `person@agency`, each from an instant on. */
export function addresseesOf(chains: readonly (readonly AlertStep[])[]): DecisionPayloads['CONCERN']['chain'] {
  return chains.flat().flatMap(({ to, from, people }) => (people ?? [to]).map((one) => ({ to: one, from })));
}

/**
 * Puts every concern of a child that nobody has answered before those who may know of it now, where a restriction has
 * changed who that is. The time that has passed counts: it does not begin again at the first step.
 */
export async function moveConcerns(scene: Scene, on: ChildSeen & { readonly child: string }): Promise<void> {
  for (const concern of await openConcerns(scene.em, on.child)) {
    await move(scene, on, concern);
  }
}

async function move(scene: Scene, on: ChildSeen & { readonly child: string }, concern: OpenConcern): Promise<void> {
  const { em, now, services } = scene;
  const row = await factsOfConcern(em, concern.id, now);
  if (row === null) {
    return;
  }
  const raisedBy = { person: personOf(concern.by), agency: agencyOfPerson(concern.by), role: concern.role };
  const chains = whoAnswers(services.directory(), { facts: row.facts, matter: concern.concern, risk: concern.risk, raisedBy, from: now });
  if (sameAddressees(chains, concern.before)) {
    return;
  }
  const moved = chains.map((chain) => chainMoved(chain, now - concern.raisedAt, now));
  const about = { id: concern.id, records: [concern.id] };
  const filed = await decidedOn(scene, { ...on, id: concern.id });
  await decide(scene, { kind: 'CONCERN_CHAIN', on: filed, about, matter: '', revision: null, payload: { chain: addresseesOf(moved) }, step: `:chain ${concern.id}` });
  await settleAlert(em, { about: concern.id }, { by: HUB_SYSTEM, at: now });
  for (const chain of moved) {
    await raiseAlert(em, { kind: CONCERN_NOTICE, child: filed.person, about: concern.id, text: CONCERN_WAITS, chain, raisedAt: concern.raisedAt });
  }
}

function sameAddressees(chains: readonly (readonly AlertStep[])[], before: OpenConcern['before']): boolean {
  const steps = chains.flat().map(({ to, people }) => (people ?? [to]).join(' ')).sort();
  return JSON.stringify(steps) === JSON.stringify(before.map((to) => to.join(' ')).sort());
}

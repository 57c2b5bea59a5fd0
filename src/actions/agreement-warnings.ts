import { authorityNamedIn } from '../directory/authority-named-in.ts';
import { agreementGaps } from '../domain/interview/agreement-gaps.ts';
import { placedElsewhere } from '../domain/interview/placed-elsewhere.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { standingAgreements } from '../store/write/read-agreements.ts';
import type { Scene } from './perform.ts';
import { inWords, practiceFor } from './practice-for.ts';
import { readsOf } from './return-as-read.ts';

/** A child by its shown id, with what is true of it now. */
interface ChildAsked {
  readonly child: string;
  readonly facts: ChildFacts;
}

/** What lacks in the agreement for a child who is placed in another authority's area, as far as the actor reads agreements (Somerset 7.1.2-7.1.5). */
export async function agreementWarnings(scene: Scene, { child, facts }: ChildAsked): Promise<string[]> {
  const { actor, em, now, services } = scene;
  if (!readableAttributes(abilityOf(actor.viewer), 'Child', facts).has('placementAgreements')) {
    return [];
  }
  const reads = await readsOf(scene, 'PlacementAgreement', child);
  const agreements = (await standingAgreements(em, child)).filter(({ id }) => reads(id, 'whoInterviews'));
  const directory = services.directory();
  const { responsible, hosts } = facts;
  const host = hosts.find((one) => !responsible.includes(one)) ?? null;
  const placed = placedElsewhere(agreements, { responsible, host, named: (text) => authorityNamedIn(directory, text), now });
  const { practice, of } = practiceFor(directory, facts);
  return placed === null ? [] : inWords(agreementGaps(placed, practice), of);
}

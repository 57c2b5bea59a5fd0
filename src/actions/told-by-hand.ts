import { TOLD, type ToldWho } from '../domain/authority/practice.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { byHandKinds, NAMED_TO_BE_TOLD } from '../domain/workflow/tell-by-hand.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { takeOffByHand } from '../store/write/by-hand-store.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** Once somebody was told, nobody is asked any more to tell them: of the return and of the interview only where they were told after the hub had asked for it. */
export async function endTellingByHand({ em, actor: { viewer }, now }: Scene, on: Seen<'Episode'>, { step, at, addressee }: DecisionPayloads['RETURN_STEP']): Promise<void> {
  const those = step === 'PLACING_WORKER_TOLD' ? (['PLACING_SOCIAL_WORKER'] as const) : step === 'PROFESSIONAL_TOLD' ? whoIsThat(on.facts, addressee) : [];
  if (those.length === 0 || at.from > now) {
    return;
  }
  const by = { by: personAt(viewer.person, viewer.agency), at: now };
  await takeOffByHand(em, { records: on.episodeRecords, kinds: byHandKinds('MISSING', those) }, by);
  await takeOffByHand(em, { records: on.episodeRecords, kinds: [...byHandKinds('RETURNED', those), ...byHandKinds('INTERVIEWED', those)], until: at.until }, by);
}

/** As what somebody is told: by the name of the post, or as they stand to the child. */
function whoIsThat({ hosts, providers, named }: ChildFacts, addressee: string | null): readonly ToldWho[] {
  if (addressee === null) {
    return [];
  }
  return TOLD.filter((who) => {
    const as = NAMED_TO_BE_TOLD[who];
    const stands = { HOST_AUTHORITY: hosts, PROVIDER: providers }[who as string] ?? (as === undefined ? [] : peopleNamedAs(named, [as]));
    // Where several are recorded, one of them is not all: then only the name of the post says it.
    return who === addressee || (stands.length === 1 && stands[0] === addressee);
  });
}

import type { Interval } from '../interval/interval.ts';
import { isBeforeReturn } from '../interview/after-the-return.ts';
import type { ObservationOf } from '../observation/observation.ts';
import { HUB_SYSTEM } from '../record/record.ts';
import type { KeptRecord } from './kept-record.ts';
import { saidOfKind } from './stated-fields.ts';
import type { TakenBackOf } from './taken-back.ts';

type Dated = 'offer' | 'interview';

/** What was said of a record before, and when the child came back from the episodes that a word names. */
export interface WordsBefore<K extends Dated> {
  readonly takenBackOf: TakenBackOf;
  readonly returned: (word: ObservationOf<K>['payload'], by: KeptRecord['ref']) => readonly (Interval | null)[];
}

/**
 * Which word on an offer or interview stands, and the latest of all. It is the latest, but where somebody gave one they had written in the
 * hub a time that cannot be, before the return or ahead of its writing, the one before it: what cannot have been takes the place of nothing.
 */
export function wordThatStands<K extends Dated>(record: KeptRecord, kind: K, { takenBackOf, returned }: WordsBefore<K>): { readonly stands: ObservationOf<K>; readonly latest: ObservationOf<K> } | null {
  const latest = saidOfKind(record.said, kind).at(-1);
  if (latest === undefined) {
    return null;
  }
  const canBe = ({ payload }: ObservationOf<K>): boolean => payload.at.from <= (payload.writtenAt ?? Infinity) && ((kind === 'interview' && departs(payload)) || !isBeforeReturn(payload.at, returned(payload, record.ref)));
  if (record.ref.system !== HUB_SYSTEM || canBe(latest)) {
    return { stands: latest, latest };
  }
  const corrected = takenBackOf(record.ref).flatMap(({ said, how }) => (how === 'CORRECTED' ? [said] : []));
  return { stands: saidOfKind(corrected, kind).findLast(canBe) ?? latest, latest };
}

/** An interview before the return counts for it by the word of whoever says why; an offer never does. */
function departs({ departure }: { readonly departure?: string | null }): boolean {
  return (departure ?? null) !== null;
}

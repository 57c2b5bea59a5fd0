import type { Directory } from '../directory/directory.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfAddressee, personAt } from '../domain/sharing/audience.ts';
import { LATE_NOTICE } from '../domain/workflow/late-duties.ts';
import type { Writing } from '../store/database.ts';
import { endLate, forgetLate, markLate, type OpenLate } from '../store/write/late-clock-store.ts';
import { moveAlert } from '../store/write/move-alert.ts';
import { lateChain } from './late-chain.ts';
import type { AskedOf, LateRead } from './read-late.ts';

/** What is late is told inside one transaction. */
export interface TellingLate {
  readonly em: Writing;
  readonly directory: Directory;
  readonly now: number;
}

/** Who answers for the episode of an alert now, and what of it is late as they read it. */
interface Waits {
  readonly asked: readonly AskedOf[];
  /** At which other agencies the same waits. */
  readonly others: readonly string[];
  /** As the first of each post reads it, and as everybody does. */
  readonly first: LateRead;
  readonly read: LateRead;
}

/** Two authorities that claim a child each have an alert of their own. */
export const agencyBefore = ({ before }: Pick<OpenLate, 'before'>): string => agencyOfAddressee(before.flat()[0] ?? '');

/** Before an authority that answers for the child no more, before people by name though the child is open to the post or none of them may know, or before a post of which there may be one who must not know. */
export function isLateBeforeOthers(alert: OpenLate, asked: readonly AskedOf[]): boolean {
  const to = alert.before.flat();
  const byName = to.every((one) => one.includes('@'));
  const isRight = ({ duty, agency, readers }: AskedOf): boolean =>
    agency === agencyBefore(alert) && (duty.facts.restricted === 'YES' ? byName && readers.some((reader) => to.includes(personAt(reader.person, reader.agency))) : !byName);
  return asked.length > 0 && !asked.some(isRight);
}

/** A late clock that waits for an answer: it ends once the clock runs no more, or is no more that agency's to keep, and moves where a restriction or another authority changed who may know. */
export async function goOnLate(telling: TellingLate, alert: OpenLate, { asked, others, first, read }: Waits): Promise<void> {
  const own = asked.filter(({ agency }) => agency === agencyBefore(alert));
  const seen = (own.length > 0 ? own : asked).flatMap(({ duty, readers }) => readers.map((reader) => first(reader, duty.id) ?? null)).filter((late) => late !== null);
  if (seen.length > 0 && !seen.some((late) => late.some(({ clock }) => clock === alert.clock))) {
    await endLate(telling.em, alert.alert, { by: HUB_SYSTEM, at: telling.now });
  } else if (isLateBeforeOthers(alert, asked)) {
    const untold = asked.filter(({ duty, agency }) => !others.includes(agency) && !marksOf({ asked, read: first }, alert).some((mark) => duty.alerted.includes(`${mark} ${agency}`)));
    await putBefore(telling, alert, { asked: own.length > 0 ? own : untold, isElsewhere: own.length === 0, read });
  }
}

/** Under which marks the clock of an alert is late, as those who are asked read it. */
function marksOf({ asked, read }: Pick<Waits, 'asked' | 'read'>, { clock }: OpenLate): string[] {
  const late = asked.flatMap(({ duty, readers }) => readers.flatMap((reader) => read(reader, duty.id) ?? []));
  return [...new Set(late.filter((one) => one.clock === clock).map(({ mark }) => mark))];
}

/** The time that has passed counts. Where nobody reads it as late it waits as it is, until somebody does; where all who are to hear of it have, it ends. */
async function putBefore(telling: TellingLate, alert: OpenLate, { asked, isElsewhere, read }: Pick<Waits, 'asked' | 'read'> & { readonly isElsewhere: boolean }): Promise<void> {
  const { em, now } = telling;
  const { clock, episode: about, child, records, text, raisedAt } = alert;
  const reached = asked.flatMap((one) => {
    const chain = lateChain(telling, one, { clock, read });
    return chain === null ? [] : [{ ...one, chain }];
  });
  if (asked.length > 0 && reached.length === 0) {
    return;
  }
  await moveAlert(em, { kind: LATE_NOTICE, child, about, clock, text, raisedAt }, { ended: [alert], chains: reached.map(({ chain }) => chain), passed: now - raisedAt, now });
  if (isElsewhere) {
    await forgetLate(em, { records, agency: agencyBefore(alert) });
    await markTold(telling, alert, { asked: reached, read });
  }
}

async function markTold({ em, now: at }: TellingLate, alert: OpenLate, { asked, read }: Pick<Waits, 'asked' | 'read'>): Promise<void> {
  for (const { agency } of asked) {
    for (const mark of marksOf({ asked, read }, alert)) {
      await markLate(em, { records: alert.records, mark, agency, at });
    }
  }
}

import { DateTime } from 'luxon';
import type { Interval } from '../interval/interval.ts';
import { LONDON } from '../interval/london.ts';
import type { AttemptMethod, OfferedTo, YesNoNotSaid } from './interview-words.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

/** How, when and by whom a child and their family can be reached without putting the child at risk, and in which language. */
export interface SafeContact {
  /** Only so; empty: nothing is said of it. */
  readonly safeWays: readonly AttemptMethod[];
  readonly unsafeWays: readonly AttemptMethod[];
  /** London's clock, `16:00`: from then, and until then; null: at any time. Later than `until` it runs past midnight. */
  readonly from: string | null;
  readonly until: string | null;
  /** By whom alone. */
  readonly by: string | null;
  readonly notThrough: readonly OfferedTo[];
  /** Whether an interpreter is needed (Somerset 6). */
  readonly interpreter: YesNoNotSaid;
  readonly language: string | null;
  /** Whether the child lives independently, which decides to whom letters go (Somerset 4.6); not there: nothing was asked. */
  readonly livesIndependently?: YesNoNotSaid;
}

/** How somebody got in touch: by which ways, with whom, and when. */
export interface ContactMade {
  readonly ways: readonly AttemptMethod[];
  readonly through: readonly OfferedTo[];
  readonly at: Pick<Interval, 'from' | 'precision'>;
}

/** Whether the child lives independently, as said last of those that say it; `recorded` the latest first. */
export function livesIndependently(recorded: readonly (Pick<SafeContact, 'livesIndependently'> | null)[]): boolean | null {
  const said = recorded.map((one) => one?.livesIndependently ?? 'NOT_SAID').find((one) => one !== 'NOT_SAID');
  return said === undefined ? null : said === 'YES';
}

/** Who is spoken to where a try goes by way of them. */
const BY_WAY_OF: Readonly<Partial<Record<AttemptMethod, readonly OfferedTo[]>>> = { THROUGH_CARER: ['PARENT', 'CARER'], THROUGH_WORKER: ['SOCIAL_WORKER'] };

/** What a contact went against, of all that is recorded of how the child is reached safely; that nothing is recorded where there is none. It is kept all the same. */
export function safeContactWarnings(made: ContactMade, recorded: readonly (SafeContact | null)[], rule: { readonly source: string }): PracticeWarning[] {
  if (recorded.length === 0) {
    return [practiceWarning('SAFE_CONTACT_MISSING', rule)];
  }
  const known = recorded.filter((one) => one !== null);
  const through = [...made.through, ...made.ways.flatMap((way) => BY_WAY_OF[way] ?? [])];
  const isUnsafe = ({ safeWays, unsafeWays }: SafeContact, way: AttemptMethod): boolean => unsafeWays.includes(way) || (safeWays.length > 0 && !safeWays.includes(way));
  return [
    ...(known.some((one) => made.ways.some((way) => isUnsafe(one, way))) ? [practiceWarning('CONTACT_WAY_UNSAFE', rule)] : []),
    ...(known.some(({ notThrough }) => through.some((who) => notThrough.includes(who))) ? [practiceWarning('CONTACT_THROUGH_UNSAFE', rule)] : []),
    ...(known.some((one) => isOutside(one, made.at)) ? [practiceWarning('CONTACT_TIME_UNSAFE', rule)] : []),
  ];
}

/** Of a contact of which only the day is known nobody can tell. */
function isOutside({ from, until }: SafeContact, { from: at, precision }: ContactMade['at']): boolean {
  if (precision === 'DATE') {
    return false;
  }
  const clock = DateTime.fromMillis(at, { zone: LONDON }).toFormat('HH:mm');
  const [isLateEnough, isEarlyEnough] = [from === null || clock >= from, until === null || clock < until];
  return from !== null && until !== null && from > until ? !isLateEnough && !isEarlyEnough : !isLateEnough || !isEarlyEnough;
}

import { DateTime } from 'luxon';
import type { FigureValue, Practice } from '../authority/practice.ts';
import type { ClockId } from '../clocks/clock.ts';
import { momentsOf } from '../clocks/moments.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import type { ClockReading } from '../clocks/read-clock.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { OfferOutcome } from '../interview/interview-words.ts';
import { LONDON } from '../interval/london.ts';

/** How a duty that was done stands to its clock. */
export type Kept = 'IN_TIME' | 'LATE' | 'CANNOT_TELL';

/** What became of the offer after one return; a parent's refusal is counted apart from the child's. */
export type ReturnOutcome = 'ACCEPTED' | 'REFUSED_BY_CHILD' | 'REFUSED_BY_PARENT' | 'OTHER_END' | 'UNABLE_TO_CONTACT' | 'NOT_APPROPRIATE' | 'NO_OFFER';

/** What the statistics count of one return. Null of an own clock: the practice has none. */
export interface ReturnFacts {
  readonly child: string;
  /** London's month of the return, as `2026-05`; null where the stated time lies in no one month. */
  readonly month: string | null;
  readonly outcome: ReturnOutcome;
  /** The offer by the practice's own clock; of no meaning where none was made. */
  readonly offered: Kept | null;
  /** The interview by the statutory clock and by the practice's own; null: none was held. */
  readonly held: { readonly statutory: Kept; readonly own: Kept | null } | null;
}

/** The practice's own clocks on an interview that was accepted, the first it has. */
const OWN_INTERVIEW: readonly ClockId[] = ['COMPLETED', 'INTERVIEW', 'CHILD_SEEN'];

const ENDS: Readonly<Record<OfferOutcome, ReturnOutcome>> = {
  ACCEPTED: 'ACCEPTED',
  DECLINED_BY_YOUNG_PERSON: 'REFUSED_BY_CHILD',
  REFUSED_AFTER_BOOKING: 'REFUSED_BY_CHILD',
  DECLINED_BY_PARENT: 'REFUSED_BY_PARENT',
  PARENT_ACCEPTED_ADVICE_ONLY: 'REFUSED_BY_PARENT',
  ALREADY_ARRANGED: 'OTHER_END',
  SUBSEQUENT_MISSING_EPISODE: 'OTHER_END',
  UNABLE_TO_ESTABLISH_CONTACT: 'UNABLE_TO_CONTACT',
  UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'UNABLE_TO_CONTACT',
  NOT_APPROPRIATE: 'NOT_APPROPRIATE',
};

/** One return as it is told: `outcome` is that of the offer that stands, null of one nobody has answered, NONE where none was made. */
export interface ToldReturn {
  readonly child: string;
  readonly returned: Span | null;
  readonly outcome: OfferOutcome | 'NONE' | null;
  /** A further episode before the interview counts as offered only where a contact is recorded. */
  readonly contactRecorded: boolean;
  readonly held: boolean;
  /** Of the authority whose return it is. */
  readonly practice: Pick<Practice, 'figures'>;
  /** Every clock of the episode, read at one moment. */
  readonly clocks: readonly PracticeClock[];
}

/** What is counted of one return: whoever was interviewed had accepted, whatever an offer says. */
export function returnFacts(told: ToldReturn): ReturnFacts {
  const { child, returned, held, clocks } = told;
  const own = OWN_INTERVIEW.map((id) => keptOf(id, clocks)).find((kept) => kept !== null) ?? null;
  return {
    child,
    month: returned === null ? null : londonMonth(returned),
    outcome: held ? 'ACCEPTED' : endOf(told),
    offered: keptOf('OFFER', clocks),
    held: held ? { statutory: keptOf('STATUTORY_INTERVIEW', clocks) ?? 'CANNOT_TELL', own } : null,
  };
}

function endOf({ outcome, contactRecorded, practice }: ToldReturn): ReturnOutcome {
  if (outcome === 'NONE' || (outcome === 'SUBSEQUENT_MISSING_EPISODE' && !contactRecorded)) {
    return 'NO_OFFER';
  }
  const end = outcome === null ? 'OTHER_END' : ENDS[outcome];
  return end === 'UNABLE_TO_CONTACT' ? UNABLE_AS[practice.figures.unableCountsAs?.value.offered ?? 'N'] : end;
}

/** A child who was not reached counts as the authority's own rule says: as one who was offered an interview, who was not, or to whom none applies; while it says nothing, as one who was not, and apart. */
const UNABLE_AS: Readonly<Record<FigureValue<'unableCountsAs'>['offered'], ReturnOutcome>> = { Y: 'OTHER_END', N: 'UNABLE_TO_CONTACT', NA: 'NOT_APPROPRIATE' };

/** London's month that a time lies in; null where it can lie in either of two. */
export function londonMonth(time: Span): string | null {
  const { first, last } = momentsOf(time);
  const [from, until] = [first, last].map((moment) => DateTime.fromMillis(moment, { zone: LONDON }).toFormat('yyyy-MM'));
  return from === until ? (from ?? null) : null;
}

function keptOf(id: ClockId, clocks: readonly PracticeClock[]): Kept | null {
  const reading = clocks.find(({ clock }) => clock.id === id)?.reading;
  return reading === undefined ? null : KEPT[reading.state];
}

/** A clock that is still due when its duty is done cannot tell of it. */
const KEPT: Readonly<Record<ClockReading['state'], Kept>> = { ON_TIME: 'IN_TIME', LATE: 'LATE', DUE: 'CANNOT_TELL', CANNOT_TELL: 'CANNOT_TELL' };

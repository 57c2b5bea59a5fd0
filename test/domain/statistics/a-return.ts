import type { ReturnFacts } from '../../../src/domain/statistics/return-facts.ts';
import type { CountName } from '../../../src/domain/statistics/timeliness-counts.ts';

/** An invented return in May after which nothing was offered. */
export function aReturn(changes: Partial<ReturnFacts> = {}): ReturnFacts {
  return { child: 'c1', month: '2026-05', outcome: 'NO_OFFER', offered: 'CANNOT_TELL', held: null, ...changes };
}

/** A number of returns, each of a child of its own. */
export function returns(number: number, changes: Partial<ReturnFacts> = {}): ReturnFacts[] {
  return Array.from({ length: number }, () => aReturn({ ...changes, child: `child ${String((children += 1))}` }));
}
let children = 0;

type Worth = Readonly<Record<CountName, number>>;

/** Returns of which these are the counts, each of a child of its own. */
export function returnsOf(counts: Worth): ReturnFacts[] {
  const offered = timesOf(counts.offeredInTime, counts.offeredLate, counts.offeredCannotTell);
  const statutory = timesOf(counts.statutoryInTime, counts.statutoryLate, counts.statutoryCannotTell);
  const own = timesOf(counts.ownInTime, counts.ownLate, counts.ownCannotTell);
  const accepted = returns(counts.accepted, { outcome: 'ACCEPTED' }).map((one, nth) => {
    const [byStatute, byOwn] = [statutory[nth], own[nth]];
    return byStatute === undefined || byOwn === undefined ? one : { ...one, held: { statutory: byStatute, own: byOwn } };
  });
  const answered = [...accepted, ...returns(counts.refusedByChild, { outcome: 'REFUSED_BY_CHILD' }), ...returns(counts.refusedByParent, { outcome: 'REFUSED_BY_PARENT' }), ...returns(counts.otherEnd, { outcome: 'OTHER_END' })];
  return [
    ...answered.map((one, nth) => ({ ...one, offered: offered[nth] ?? null })),
    ...returns(counts.unableToContact, { outcome: 'UNABLE_TO_CONTACT' }),
    ...returns(counts.noOffer),
    ...returns(counts.notAppropriate, { outcome: 'NOT_APPROPRIATE' }),
  ];
}

function timesOf(inTime: number, late: number, cannotTell: number): ('IN_TIME' | 'LATE' | 'CANNOT_TELL')[] {
  return [...Array<'IN_TIME'>(inTime).fill('IN_TIME'), ...Array<'LATE'>(late).fill('LATE'), ...Array<'CANNOT_TELL'>(cannotTell).fill('CANNOT_TELL')];
}

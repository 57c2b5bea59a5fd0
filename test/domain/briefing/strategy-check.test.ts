import { SILENT } from '../../../src/domain/authority/strategy-triggers.ts';
import type { StartedEpisode } from '../../../src/domain/briefing/held-discussions.ts';
import { endsOfMissing, hoursInWords, hoursMissing } from '../../../src/domain/briefing/hours-missing.ts';
import type { RiskKnown } from '../../../src/domain/briefing/risk-trigger.ts';
import { checkStrategy, startsCountFrom, type StrategyFacts } from '../../../src/domain/briefing/strategy-check.ts';
import type { Span } from '../../../src/domain/interval/compare-intervals.ts';

const NOW = Date.UTC(2026, 2, 10, 9);
const HOUR = 3_600_000;
const hoursAgo = (hours: number): Span => ({ from: NOW - hours * HOUR, until: NOW - hours * HOUR });
const began = (hours: number, ...held: readonly number[]): StartedEpisode => ({ ...hoursAgo(hours), held: held.map(hoursAgo) });
const facts = (changes: Partial<StrategyFacts> = {}): StrategyFacts => ({
  lookedAfter: true,
  missing: { least: 1, most: 1 },
  risk: null,
  starts: [began(1)],
  held: [],
  now: NOW,
  ...changes,
});

describe('strategy triggers', () => {
  it('asks for a meeting for a looked after child missing 24 hours, where the authority says so', () => {
    const triggers = { ...SILENT, lookedAfterHours: 24 };
    expect(checkStrategy(triggers, facts({ missing: { least: 23.9, most: 23.9 } })).reached).toBe(false);
    expect(checkStrategy(triggers, facts({ missing: { least: 24, most: 24 } })).reasons).toEqual(['looked after and missing 24 hours or more']);
  });

  it('does not apply the looked after figure to a child who is not looked after', () => {
    const triggers = { ...SILENT, lookedAfterHours: 24 };
    expect(checkStrategy(triggers, facts({ lookedAfter: false, missing: { least: 90, most: 90 } })).reached).toBe(false);
  });

  it('shows the trigger as perhaps reached when only the day of the start is known', () => {
    const triggers = { ...SILENT, missingHours: 72 };
    expect(checkStrategy(triggers, facts({ missing: { least: 60, most: 84 } })).reasons).toEqual(['perhaps missing 72 hours or more']);
  });

  it('counts episodes that began in the last 30 days', () => {
    const triggers = { ...SILENT, episodesIn30Days: 3 };
    const starts = [1, 24 * 10, 24 * 29].map((hours) => began(hours));
    expect(checkStrategy(triggers, facts({ starts })).reached).toBe(true);
    expect(checkStrategy(triggers, facts({ starts: [...starts.slice(0, 2), began(24 * 31)] })).reached).toBe(false);
  });

  it('counts a start known only by its day even where that day began before the last 30, and none that began earlier still', () => {
    const triggers = { ...SILENT, episodesIn30Days: 1 };
    const autumnDay = { from: startsCountFrom(NOW), until: startsCountFrom(NOW) + 25 * HOUR, held: [] };
    const earlier = { ...autumnDay, from: autumnDay.from - 1 };
    expect(checkStrategy(triggers, facts({ starts: [{ ...autumnDay, until: autumnDay.until + 1 }] })).reached).toBe(true);
    expect(checkStrategy(triggers, facts({ starts: [earlier] })).reached).toBe(false);
  });

  it.each<[string, readonly StartedEpisode[], boolean]>([
    ['is asked for while none was held', [began(5), began(100), began(200)], true],
    ['is not asked for once one was held about the third', [began(5, 2), began(100), began(200)], false],
    ['is not asked for once one was held since the third began, though recorded of an earlier one', [began(5), began(100, 3), began(200)], false],
    ['is asked for where the last was held before the third began', [began(5), began(100, 90), began(200)], true],
    ['is asked for again when a further episode begins', [began(1), began(5, 2), began(100), began(200)], true],
    ['is not asked for while fewer count', [began(5), began(100), began(24 * 31)], false],
  ])('of three episodes in 30 days a discussion %s (Birmingham)', (_, starts, reached) => {
    expect(checkStrategy({ ...SILENT, episodesIn30Days: 3 }, facts({ starts })).reached).toBe(reached);
  });

  it('of a start known only by its day takes a discussion about that episode for one after it, and one about another on the same day for none', () => {
    const day = { from: NOW - 20 * HOUR, until: NOW + 4 * HOUR };
    const starts = (third: readonly Span[], second: readonly Span[]): StartedEpisode[] => [{ ...day, held: third }, { ...began(100), held: second }, began(200)];
    const reached = (...held: Parameters<typeof starts>): boolean => checkStrategy({ ...SILENT, episodesIn30Days: 3 }, facts({ starts: starts(...held) })).reached;
    expect([reached([hoursAgo(2)], []), reached([], [hoursAgo(2)])]).toEqual([false, true]);
  });

  it.each<[string, RiskKnown | null, readonly number[], boolean]>([
    ['at high risk', { grade: 'HIGH', changes: [{ risk: 'HIGH', at: hoursAgo(5) }] }, [], true],
    ['at medium risk', { grade: 'MEDIUM', changes: [{ risk: 'MEDIUM', at: hoursAgo(5) }] }, [], false],
    ['missing no more, or not graded', null, [], false],
    ['at high risk and discussed since', { grade: 'HIGH', changes: [{ risk: 'HIGH', at: hoursAgo(5) }] }, [4], false],
    ['discussed at medium risk, and now at high', { grade: 'HIGH', changes: [{ risk: 'MEDIUM', at: hoursAgo(9) }, { risk: 'HIGH', at: hoursAgo(5) }] }, [7], true],
    ['discussed at high risk, lowered, and now at high again', { grade: 'HIGH', changes: [{ risk: 'HIGH', at: hoursAgo(9) }, { risk: 'LOW', at: hoursAgo(7) }, { risk: 'HIGH', at: hoursAgo(5) }] }, [8], true],
    ['at high risk all along, though a source said so again later', { grade: 'HIGH', changes: [{ risk: 'HIGH', at: hoursAgo(9) }, { risk: null, at: hoursAgo(8) }, { risk: 'HIGH', at: hoursAgo(5) }] }, [7], false],
    ['at high risk, nobody says since when, and discussed', { grade: 'HIGH', changes: [] }, [7], false],
  ])('asks for a discussion of a child %s where the authority says at which risk (Birmingham)', (...[, risk, held, reached]) => {
    const check = checkStrategy({ ...SILENT, atRisk: ['HIGH'] }, facts({ risk, held: held.map(hoursAgo) }));
    expect(check).toMatchObject({ reached, reasons: reached ? ['missing at HIGH risk'] : [] });
    expect(checkStrategy(SILENT, facts({ risk, held: [] })).reached).toBe(false);
  });

  it('borrows no figure where the authority is silent, and says where', () => {
    const check = checkStrategy(SILENT, facts({ missing: { least: 900, most: 900 } }));
    expect(check).toEqual({ reached: false, reasons: [], silent: ['looked after child missing', 'hours missing', 'repeated episodes', 'risk'] });
  });
});

describe('hours missing', () => {
  it('is a range when only the day is known', () => {
    const day = { from: NOW - 33 * HOUR, until: NOW - 9 * HOUR };
    expect(hoursInWords(hoursMissing(day, NOW), 'DATE')).toBe('between 9 hours and 1 day 9 hours (only the day is known)');
  });

  it('is said plainly when the time is known', () => {
    expect(hoursInWords(hoursMissing(hoursAgo(52), NOW), 'MINUTE')).toBe('for 2 days 4 hours');
    expect(hoursInWords(hoursMissing(hoursAgo(0.2), NOW), 'MINUTE')).toBe('for less than an hour');
  });

  it('ends when the child is located, which is not yet back, and goes on where the child is missed again', () => {
    const [start, located, back] = [hoursAgo(40), hoursAgo(20), hoursAgo(5)];
    const until = (course: Parameters<typeof endsOfMissing>[0]): unknown => hoursMissing(start, NOW, endsOfMissing(course))?.most;
    expect(until({ status: 'LOCATED', located, back: null })).toBe(20);
    expect(until({ status: 'RETURNED', located, back })).toBe(20);
    expect(until({ status: 'RETURNED', located: null, back })).toBe(35);
    expect(until({ status: null, located: null, back })).toBe(35);
    expect(until({ status: 'MISSING', located, back: null })).toBe(40);
    expect(until({ status: 'AWAY', located, back: null })).toBe(40);
  });

  it('can have ended any time where no source says when, or the time said is before the start', () => {
    expect(hoursMissing(hoursAgo(40), NOW, endsOfMissing({ status: 'LOCATED', located: null, back: null }))).toEqual({ least: 0, most: 40 });
    expect(hoursMissing(hoursAgo(40), NOW, endsOfMissing({ status: 'RETURNED', located: null, back: null }))).toEqual({ least: 0, most: 40 });
    expect(hoursMissing(hoursAgo(40), NOW, [hoursAgo(41)])).toEqual({ least: 0, most: 40 });
  });

  it('is a range where the end is known by its day, and none goes beyond the present', () => {
    expect(hoursMissing(hoursAgo(40), NOW, [{ from: NOW - 30 * HOUR, until: NOW - 6 * HOUR }])).toEqual({ least: 10, most: 34 });
    expect(hoursMissing(hoursAgo(40), NOW, [{ from: NOW - 9 * HOUR, until: NOW + 15 * HOUR }])).toEqual({ least: 31, most: 40 });
  });

  it('is not guessed when no source states a start', () => {
    expect(hoursInWords(hoursMissing(null, NOW), null)).toBe('for a time no source states');
  });
});

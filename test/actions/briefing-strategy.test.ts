import { briefingEntry, type BriefingRow } from '../../src/actions/briefing-entry.ts';
import { OWN } from '../../src/actions/briefing-wanted.ts';
import { clocksSeen, followCourse, nextStepSeen } from '../../src/actions/clocks-seen.ts';
import type { CourseRow } from '../../src/actions/course-row.ts';
import { SEEN } from '../../src/actions/course-wanted.ts';
import type { PracticeId } from '../../src/domain/authority/known-practices.ts';
import { practiceOf } from '../../src/domain/authority/practice-of.ts';
import type { StrategyTriggers } from '../../src/domain/authority/strategy-triggers.ts';

const NOW = Date.parse('2025-11-20T08:00:00Z');
const after = (start: number, hours: number | null): { from: string; until: string; precision: 'MINUTE' } | null => {
  const at = hours === null ? null : new Date(start + hours * 3_600_000).toISOString();
  return at === null ? null : { from: at, until: at, precision: 'MINUTE' };
};

interface Told {
  readonly status: 'MISSING' | 'LOCATED' | 'RETURNED';
  /** Hours ago. */
  readonly since: number;
  /** Hours from the start. */
  readonly located?: number;
  readonly back?: number;
  readonly lookedAfter: boolean;
}

/** An episode that somebody works in the hub, so that a meeting nobody recorded was not held. */
function aRow({ status, since, located, back, lookedAfter }: Told): BriefingRow & CourseRow {
  const start = NOW - since * 3_600_000;
  const child = { dateOfBirth: null, age: 14, responsibleAuthorities: ['northmere'], legalStatus: lookedAfter ? 'C2' : null, [SEEN.placement]: null, [SEEN.actions]: [], [SEEN.agreements]: [], [SEEN.safeContact]: [] };
  const times = { since: after(start, 0), located: after(start, located ?? null), back: after(start, back ?? null) };
  const step = { id: 's', step: 'SOCIAL_WORKER_AWARE' as const, at: times.since ?? { from: '', until: '' }, addressee: null, outcome: null, coveredBy: null, askAgainOn: null, writtenAt: '2026-05-06T09:00:00Z' };
  return {
    [OWN.id]: 'e',
    [OWN.status]: status,
    [OWN.since]: times.since,
    [OWN.located]: times.located,
    [OWN.returned]: times.back,
    [OWN.risk]: 'LOW',
    [OWN.risks]: [],
    [OWN.held]: [],
    [OWN.child]: { [OWN.responsible]: ['northmere'], [OWN.legalStatus]: child.legalStatus, [OWN.placement]: null, [OWN.starts]: [] },
    [SEEN.id]: 'e',
    [SEEN.status]: status,
    [SEEN.risk]: 'LOW',
    [SEEN.risks]: [],
    [SEEN.missingSince]: times.since,
    [SEEN.locatedAt]: times.located,
    [SEEN.returnedAt]: times.back,
    [SEEN.checkOutcome]: null,
    [SEEN.checkAt]: null,
    [SEEN.finalisedAt]: null,
    [SEEN.notOwed]: [],
    [SEEN.workers]: [],
    [SEEN.offers]: [],
    [SEEN.interviews]: [],
    [SEEN.steps]: [step],
    [SEEN.records]: [],
    [SEEN.child]: child,
  };
}

/** What the entry of one episode says, and how its strategy clock stands: DUE and ON_TIME say that no limit is past, LATE that one is. */
function said(told: Told, authority: { readonly practice: PracticeId | null; readonly strategy: StrategyTriggers | null }): { readonly reached: boolean; readonly clock: string | null } {
  const practice = practiceOf({ ...authority, ownFigures: {}, ownClocks: {} });
  const row = aRow(told);
  const by = { triggersOf: () => practice.figures.strategy?.value ?? null, practiceOf: () => practice, authorityNamed: () => null, mayBeAssigned: () => true };
  const { entry } = briefingEntry(row, { at: NOW, agency: 'northmere', ...by });
  const clock = clocksSeen(followCourse(row, { agency: 'northmere', now: NOW, ...by })).find(({ clock: { id } }) => id === 'STRATEGY');
  return { reached: entry.strategy.reached, clock: clock?.reading.state ?? null };
}

const SOMERSET = { practice: 'somerset', strategy: null } as const;
const BIRMINGHAM = { practice: 'birmingham', strategy: null } as const;
const OWN_24_AND_72 = { practice: 'birmingham', strategy: { lookedAfterHours: 24, missingHours: 72, episodesIn30Days: null, atRisk: null } } as const;
const OWN_48 = { practice: 'somerset', strategy: { lookedAfterHours: 48, missingHours: null, episodesIn30Days: null, atRisk: null } } as const;
const OWN_ALONE = { practice: null, strategy: { lookedAfterHours: null, missingHours: 12, episodesIn30Days: null, atRisk: null } } as const;
const OTHERS_ONLY = { practice: 'somerset', strategy: { lookedAfterHours: null, missingHours: 72, episodesIn30Days: null, atRisk: null } } as const;

const HERS: Told = { status: 'MISSING', since: 40, lookedAfter: true };
const NOT_REACHED = { reached: false, clock: 'DUE' };
const ENDED_BEFORE = { reached: false, clock: 'ON_TIME' };
const REACHED = { reached: true, clock: 'LATE' };

describe('the strategy discussion of one entry of the briefing, and its clock', () => {
  it.each<[string, Parameters<typeof said>, ReturnType<typeof said>]>([
    ['Somerset 5.2.2: missing 23 hours', [{ ...HERS, since: 23 }, SOMERSET], NOT_REACHED],
    ['Somerset 5.2.2: missing 40 hours', [HERS, SOMERSET], REACHED],
    ['Somerset 5.2.2: located after 20 hours, 40 hours ago missed', [{ ...HERS, status: 'LOCATED', located: 20 }, SOMERSET], ENDED_BEFORE],
    ['Somerset 5.2.2: located after 30 hours', [{ ...HERS, status: 'LOCATED', located: 30 }, SOMERSET], REACHED],
    ['Somerset 5.2.2: located after 20 hours and missed again', [{ ...HERS, status: 'MISSING', located: 20 }, SOMERSET], REACHED],
    ['Somerset 5.2.2: located after 20 hours, back after 35', [{ ...HERS, status: 'RETURNED', located: 20, back: 35 }, SOMERSET], ENDED_BEFORE],
    ['Somerset 5.2.2: back after 35 hours', [{ ...HERS, status: 'RETURNED', back: 35 }, SOMERSET], REACHED],
    ['Somerset 5.2.2: not looked after', [{ ...HERS, lookedAfter: false }, SOMERSET], { reached: false, clock: null }],
    ['Birmingham, the trust: missing 40 hours', [HERS, BIRMINGHAM], NOT_REACHED],
    ['Birmingham, the trust: missing 80 hours', [{ ...HERS, since: 80 }, BIRMINGHAM], REACHED],
    ['Birmingham, the trust: located after 60 of 80 hours', [{ ...HERS, status: 'LOCATED', since: 80, located: 60 }, BIRMINGHAM], ENDED_BEFORE],
    ['own figures beside Birmingham: looked after, 40 hours', [HERS, OWN_24_AND_72], REACHED],
    ['own figures beside Birmingham: not looked after, 40 hours', [{ ...HERS, lookedAfter: false }, OWN_24_AND_72], NOT_REACHED],
    ['own figures in the place of Somerset 5.2.2: 40 of 48 hours', [HERS, OWN_48], NOT_REACHED],
    ['own figures in the place of Somerset 5.2.2: 50 of 48 hours', [{ ...HERS, since: 50 }, OWN_48], REACHED],
    ['own figures of every child in the place of Somerset 5.2.2', [HERS, OTHERS_ONLY], NOT_REACHED],
    ['own figures and no practice', [{ ...HERS, since: 13 }, OWN_ALONE], REACHED],
  ])('say the same. %s', (_, given, expected) => {
    expect(said(...given)).toEqual(expected);
  });

  it('say how long the child was missing until located, whose whereabouts are known since', () => {
    const { entry } = briefingEntry(aRow({ ...HERS, status: 'LOCATED', located: 20 }), { at: NOW, agency: 'northmere', triggersOf: () => null, practiceOf: () => null, authorityNamed: () => null, mayBeAssigned: () => true });
    expect(entry).toMatchObject({ hoursMissing: 20, inWords: 'for 20 hours' });
  });
});

test('a clock that runs by the guidance of an authority not the reader’s own says so where it names its rule; the statutory one is everybody’s', () => {
  const by = { now: NOW, practiceOf: () => practiceOf({ ...SOMERSET, ownFigures: {}, ownClocks: {} }), authorityNamed: () => null, mayBeAssigned: () => true };
  const sources = (agency: string): (string | undefined)[] => ['STATUTORY_INTERVIEW', 'STRATEGY'].map((id) => clocksSeen(followCourse(aRow(HERS), { ...by, agency })).find(({ clock }) => clock.id === id)?.source);
  expect(sources('northmere')).toEqual([expect.stringContaining('Statutory guidance 2014'), 'Somerset 5.2.2']);
  expect(sources('southvale')).toEqual([expect.not.stringContaining('another'), 'Somerset 5.2.2, the guidance of another authority (northmere)']);
  expect(nextStepSeen(followCourse(aRow(HERS), { ...by, agency: 'southvale' })).source).toBe('Somerset 5.2.2, the guidance of another authority (northmere)');
});

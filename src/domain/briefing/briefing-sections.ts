import type { AbsenceKind, Risk } from '../observation/observation.ts';

/** What deciding the place of one episode on the briefing needs. */
export interface BriefingFacts {
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED';
  readonly risk: Risk | null;
  readonly strategyReached: boolean;
  /** The most hours the child can have been missing; null when no source states a start. */
  readonly hours: number | null;
  /** Whether anybody knows whose child it is. */
  readonly authorityKnown: boolean;
}

/** The parts of the briefing, in the order they are read. */
export interface BriefingSections<T> {
  readonly authorityUnknown: readonly T[];
  readonly missing: readonly T[];
  readonly locatedNotBack: readonly T[];
  readonly returned: readonly T[];
}

const RISK_ORDER: Readonly<Record<Risk, number>> = { HIGH: 0, MEDIUM: 1, LOW: 2, VERY_LOW: 3 };

/** HIGH first, then strategy trigger reached, then by time missing; a start nobody states counts as the longest. */
function compareUrgency(a: BriefingFacts, b: BriefingFacts): number {
  const high = Number(b.risk === 'HIGH') - Number(a.risk === 'HIGH');
  const strategy = Number(b.strategyReached) - Number(a.strategyReached);
  const hours = (facts: BriefingFacts): number => facts.hours ?? Number.MAX_VALUE;
  const longer = hours(b) - hours(a);
  const graded = (facts: BriefingFacts): number => (facts.risk === null ? 0 : RISK_ORDER[facts.risk]);
  return high || strategy || longer || graded(a) - graded(b);
}

/** Sorts every episode into its part of the briefing, whatever its risk: no missing child is left out. */
export function briefingSections<T>(entries: readonly T[], factsOf: (entry: T) => BriefingFacts): BriefingSections<T> {
  const sorted = entries
    .map((entry) => ({ entry, facts: factsOf(entry) }))
    .sort((a, b) => compareUrgency(a.facts, b.facts));
  const where = (keep: (facts: BriefingFacts) => boolean): T[] =>
    sorted.filter(({ facts }) => keep(facts)).map(({ entry }) => entry);
  const open = (facts: BriefingFacts): boolean => facts.status !== 'RETURNED';
  return {
    authorityUnknown: where((facts) => open(facts) && !facts.authorityKnown),
    missing: where((facts) => facts.authorityKnown && (facts.status === 'MISSING' || facts.status === 'AWAY')),
    locatedNotBack: where((facts) => facts.authorityKnown && facts.status === 'LOCATED'),
    returned: where((facts) => !open(facts)),
  };
}

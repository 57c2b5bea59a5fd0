import type { StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import type { BriefingFacts } from '../domain/briefing/briefing-sections.ts';
import { endsOfMissing, hoursInWords, hoursMissing, type HoursMissing } from '../domain/briefing/hours-missing.ts';
import type { StrategyCheck } from '../domain/briefing/strategy-check.ts';
import type { Precision } from '../domain/interval/interval.ts';
import { OWN } from './briefing-wanted.ts';
import { entryCourse, NO_COURSE, type EntryCourse, type EntryCourseRow } from './entry-course.ts';
import { placesBefore, type PlaceBefore, type PlacesRow } from './places-before.ts';
import type { SeenAt } from './seen-at.ts';
import { strategySeen, type StrategyRow } from './strategy-seen.ts';

/** One child on the briefing. `episode`, `child` and `lastEpisodes` are the gate's rows under the reader's own keys. */
export interface BriefingEntry extends EntryCourse {
  readonly episode: object;
  readonly child: object;
  /** The most hours the child can have been missing until located or back, to a tenth; null when no source states a start. */
  readonly hoursMissing: number | null;
  readonly inWords: string;
  readonly strategy: StrategyCheck;
  readonly lastEpisodes: readonly object[];
  /** Source systems that speak of this episode, for viewers who may see provenance. */
  readonly sources: readonly string[];
  readonly placesBefore: readonly PlaceBefore[];
}

interface MomentRow {
  readonly from: string;
  readonly until: string;
  readonly precision: Precision;
}
type Provenance = readonly { readonly system: string }[] | null;

/** An episode row as `briefingWanted` asks for it; what a reader is not shown is null. */
export interface BriefingRow extends StrategyRow {
  readonly [OWN.id]: string;
  readonly [OWN.since]: MomentRow | null;
  readonly [OWN.located]: MomentRow | null;
  readonly [OWN.returned]: MomentRow | null;
  readonly [OWN.provenance]?: Provenance;
  readonly [OWN.child]: StrategyRow[typeof OWN.child] & PlacesRow & {
    readonly [OWN.provenance]?: Provenance;
    readonly [OWN.last]?: readonly object[] | null;
  };
}

interface Clock extends Omit<SeenAt, 'now'> {
  /** The instant the clocks stand at, epoch milliseconds. */
  readonly at: number;
  readonly triggersOf: (authority: string) => StrategyTriggers | null;
}

const interval = (moment: MomentRow): { from: number; until: number } => ({
  from: Date.parse(moment.from),
  until: Date.parse(moment.until),
});

const timeOf = (moment: MomentRow | null): { from: number; until: number } | null => (moment === null ? null : interval(moment));

/** The systems that speak of the episode or its child, each once. */
function systemsOf(row: BriefingRow): readonly string[] {
  const said = [row[OWN.provenance], row[OWN.child][OWN.provenance]].flatMap((those) => those ?? []);
  return [...new Set(said.map(({ system }) => system))].sort();
}

/** One row of the gate as an entry, with the facts that decide its place. */
export function briefingEntry(row: BriefingRow, clock: Clock): { entry: BriefingEntry; facts: BriefingFacts } {
  const since = row[OWN.since];
  const ends = endsOfMissing({ status: row[OWN.status], located: timeOf(row[OWN.located]), back: timeOf(row[OWN.returned]) });
  const missing = hoursMissing(timeOf(since), clock.at, ends);
  const strategy = strategySeen(row, { missing, now: clock.at, triggersOf: clock.triggersOf });
  const child = row[OWN.child];
  const entry = {
    episode: row,
    child,
    hoursMissing: missing === null ? null : Math.round(missing.most * 10) / 10,
    inWords: hoursInWords(missing, since?.precision ?? null),
    strategy,
    lastEpisodes: child[OWN.last] ?? [],
    sources: systemsOf(row),
    placesBefore: placesBefore(child, row[OWN.id]),
    ...(hasCourse(row) ? entryCourse(row, { ...clock, now: clock.at }) : NO_COURSE),
  };
  return { entry, facts: factsOf(row, strategy.reached, missing) };
}

/** The course is in the row where it was asked for, whatever of it the reader is shown. */
function hasCourse(row: object): row is EntryCourseRow {
  return OWN.mayKnow in row;
}

/** What decides the entry's place. */
function factsOf(row: BriefingRow, strategyReached: boolean, missing: HoursMissing | null): BriefingFacts {
  return {
    // Who is not shown where an episode stands reads it only while the child is missing.
    status: row[OWN.status] ?? 'MISSING',
    risk: row[OWN.risk],
    strategyReached,
    hours: missing?.most ?? null,
    authorityKnown: row[OWN.child][OWN.responsible]?.length !== 0,
  };
}

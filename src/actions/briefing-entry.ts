import { SILENT, type StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import type { BriefingFacts } from '../domain/briefing/briefing-sections.ts';
import { endsOfMissing, hoursInWords, hoursMissing, type HoursMissing } from '../domain/briefing/hours-missing.ts';
import { checkStrategy, type StrategyCheck } from '../domain/briefing/strategy-check.ts';
import type { Precision } from '../domain/interval/interval.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { OWN } from './briefing-wanted.ts';
import { entryCourse, NO_COURSE, type EntryCourse, type EntryCourseRow } from './entry-course.ts';
import type { SeenAt } from './clocks-seen.ts';

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
}

interface MomentRow {
  readonly from: string;
  readonly until: string;
  readonly precision: Precision;
}
type Provenance = readonly { readonly system: string }[] | null;

/** An episode row as `briefingWanted` asks for it; what a reader is not shown is null. */
export interface BriefingRow {
  readonly [OWN.status]: BriefingFacts['status'] | null;
  readonly [OWN.since]: MomentRow | null;
  readonly [OWN.located]: MomentRow | null;
  readonly [OWN.returned]: MomentRow | null;
  readonly [OWN.risk]: Risk | null;
  readonly [OWN.provenance]?: Provenance;
  readonly [OWN.child]: {
    readonly [OWN.responsible]: readonly string[] | null;
    readonly [OWN.legalStatus]: string | null;
    readonly [OWN.placement]: object | null;
    readonly [OWN.provenance]?: Provenance;
    readonly [OWN.starts]: readonly { readonly [OWN.since]: MomentRow | null }[] | null;
    readonly [OWN.last]?: readonly object[] | null;
  };
}

interface Clock {
  /** The instant the clocks stand at, epoch milliseconds. */
  readonly at: number;
  readonly triggersOf: (authority: string) => StrategyTriggers | null;
  readonly practiceOf: SeenAt['practiceOf'];
  /** The reader's own. */
  readonly agency: string;
}

const interval = (moment: MomentRow): { from: number; until: number } => ({
  from: Date.parse(moment.from),
  until: Date.parse(moment.until),
});

const timeOf = (moment: MomentRow | null): { from: number; until: number } | null => (moment === null ? null : interval(moment));

/** Checks the triggers of whoever is responsible; with two authorities claiming the child, of both. */
function strategyOf(row: BriefingRow, missing: HoursMissing | null, clock: Clock): StrategyCheck {
  const child = row[OWN.child];
  const starts = (child[OWN.starts] ?? []).flatMap(({ [OWN.since]: since }) => (since === null ? [] : [interval(since)]));
  const lookedAfter = child[OWN.placement] !== null || child[OWN.legalStatus] !== null;
  const triggers = (child[OWN.responsible] ?? []).map((authority) => clock.triggersOf(authority) ?? SILENT);
  const checks = (triggers.length === 0 ? [SILENT] : triggers).map((each) =>
    checkStrategy(each, { lookedAfter, missing, starts, now: clock.at }),
  );
  return {
    reached: checks.some((check) => check.reached),
    reasons: [...new Set(checks.flatMap((check) => check.reasons))],
    silent: [...new Set(checks.flatMap((check) => check.silent))],
  };
}

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
  const strategy = strategyOf(row, missing, clock);
  const child = row[OWN.child];
  const entry = {
    episode: row,
    child,
    hoursMissing: missing === null ? null : Math.round(missing.most * 10) / 10,
    inWords: hoursInWords(missing, since?.precision ?? null),
    strategy,
    lastEpisodes: child[OWN.last] ?? [],
    sources: systemsOf(row),
    ...(hasCourse(row) ? entryCourse(row, { now: clock.at, practiceOf: clock.practiceOf, agency: clock.agency }) : NO_COURSE),
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

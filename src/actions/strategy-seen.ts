import { SILENT, type StrategyTriggers } from '../domain/authority/strategy-triggers.ts';
import { heldDiscussions, type StartedEpisode } from '../domain/briefing/held-discussions.ts';
import type { HoursMissing } from '../domain/briefing/hours-missing.ts';
import type { RiskKnown } from '../domain/briefing/risk-trigger.ts';
import { checkStrategy, type StrategyCheck } from '../domain/briefing/strategy-check.ts';
import type { Span } from '../domain/interval/compare-intervals.ts';
import type { DatedStep } from '../domain/interview/step-counts.ts';
import type { AbsenceKind, Risk } from '../domain/observation/observation.ts';
import { OWN } from './briefing-wanted.ts';
import { departsOf, spanOf, type MomentRow } from './course-row.ts';

interface StepRow {
  readonly step: DatedStep['step'];
  readonly at: MomentRow;
  readonly departure?: string | null;
}
/** What was done about an episode; null: not for this reader, to whom nothing was held. */
interface HeldRow {
  readonly [OWN.since]: MomentRow | null;
  readonly [OWN.held]: readonly StepRow[] | null;
}

/** What of a row of the briefing its triggers rest on. */
export interface StrategyRow extends HeldRow {
  readonly [OWN.status]: AbsenceKind | 'LOCATED' | 'RETURNED' | null;
  readonly [OWN.risk]: Risk | null;
  readonly [OWN.risks]: readonly { readonly risk: Risk | null; readonly at: MomentRow | null }[] | null;
  readonly [OWN.child]: {
    readonly [OWN.responsible]: readonly string[] | null;
    readonly [OWN.legalStatus]: string | null;
    readonly [OWN.placement]: object | null;
    readonly [OWN.starts]: readonly HeldRow[] | null;
  };
}

interface SeenAt {
  readonly missing: HoursMissing | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly triggersOf: (authority: string) => StrategyTriggers | null;
}

/** Checks the triggers of whoever is responsible by what this reader is shown; with two authorities claiming the child, of both. */
export function strategySeen(row: StrategyRow, { missing, now, triggersOf }: SeenAt): StrategyCheck {
  const child = row[OWN.child];
  const starts = (child[OWN.starts] ?? []).flatMap((start) => startedOf(start, now) ?? []);
  const lookedAfter = child[OWN.placement] !== null || child[OWN.legalStatus] !== null;
  const facts = { lookedAfter, missing, risk: riskOf(row), starts, held: heldOf(row, now), now };
  const triggers = (child[OWN.responsible] ?? []).map((authority) => triggersOf(authority) ?? SILENT);
  const checks = (triggers.length === 0 ? [SILENT] : triggers).map((each) => checkStrategy(each, facts));
  return {
    reached: checks.some((check) => check.reached),
    reasons: [...new Set(checks.flatMap((check) => check.reasons))],
    silent: [...new Set(checks.flatMap((check) => check.silent))],
  };
}

function startedOf(row: HeldRow, now: number): StartedEpisode | null {
  const since = row[OWN.since];
  return since === null ? null : { ...spanOf(since), held: heldOf(row, now) };
}

function heldOf({ [OWN.since]: since, [OWN.held]: steps }: HeldRow, now: number): Span[] {
  const dated = (steps ?? []).map(({ step, at, ...said }) => ({ step, at: spanOf(at), departs: departsOf(said) }));
  return heldDiscussions(dated, since === null ? null : spanOf(since), now);
}

/** Of a child who is located or back no risk asks for anything any more; who is not shown where an episode stands reads it only while the child is missing. */
function riskOf({ [OWN.status]: status, [OWN.risk]: grade, [OWN.risks]: changes }: StrategyRow): RiskKnown | null {
  const isGone = status === null || status === 'MISSING' || status === 'AWAY';
  return !isGone || grade === null ? null : { grade, changes: (changes ?? []).map(({ risk, at }) => ({ risk, at: at === null ? null : spanOf(at) })) };
}

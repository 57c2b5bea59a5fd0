import { inCoreHours, type CoreHours } from '../clocks/working-time.ts';
import { MINUTE } from '../interval/durations.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { Risk } from '../observation/observation.ts';
import { dutySteps, dutyTeam, type Duty, type DutyMatter, type DutyStep } from './duty.ts';

/** An alert, as far as it decides who is told when. */
export interface Alarm {
  readonly agency: string;
  readonly matter: DutyMatter;
  /** Null: nobody has said; answered as quickly as for HIGH. */
  readonly risk: Risk | null;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
  /** Null: the agency's practice rules are silent, and every step counts at every hour. */
  readonly coreHours: CoreHours | null;
  /** Whether anybody at the agency works in a role at some moment of this time. */
  readonly holds: (role: string, during: Span) => boolean;
}

/** Whom an alert is before, from when, and by when they answer before the next are told too; epoch milliseconds. */
export interface DutyReached {
  /** `<role>:<agency>`. */
  readonly to: string;
  readonly from: number;
  readonly until: number;
}

/**
 * Whom an alert reaches one after the other while nobody answers. A step out of its hours, or in whose time nobody works,
 * is passed at once. It never ends in an empty room: where every step would be passed their hours do not count, and where
 * nobody works at all it waits for the last role. Where nobody can say whether it is in core hours, the duty team that is put
 * before the others out of them is told beside them.
 */
export function dutyChain(duty: Duty, alarm: Alarm): readonly DutyReached[] {
  const { chain, team } = dutyTeam(duty, alarm.matter);
  const works = ({ role }: DutyStep, during: Span): boolean => alarm.holds(role, during);
  const beside = isWorking(alarm.raisedAt, alarm.coreHours) === null ? walk(team, alarm, works) : [];
  if (beside.length > 0) {
    return [...beside, ...walk(chain.filter(({ role }) => !team.some((step) => step.role === role)), alarm, works)];
  }
  const steps = dutySteps(duty, alarm.matter);
  const reached = walk(steps, alarm, (step, during) => isOpen(step, during.from, alarm.coreHours) && works(step, during));
  if (reached.length > 0) {
    return reached;
  }
  const atAnyHour = walk(steps, alarm, works);
  return atAnyHour.length > 0 ? atAnyHour : walk(chain.slice(-1), alarm, () => true);
}

function walk(steps: readonly DutyStep[], { agency, risk, raisedAt }: Alarm, answers: (step: DutyStep, during: Span) => boolean): readonly DutyReached[] {
  const reached: DutyReached[] = [];
  for (const step of steps) {
    const to = `${step.role}:${agency}`;
    const from = reached.at(-1)?.until ?? raisedAt;
    const until = from + step.answerWithinMinutes[risk ?? 'HIGH'] * MINUTE;
    // Who has been told in their core hours is not told again out of them.
    if (answers(step, { from, until }) && !reached.some((earlier) => earlier.to === to)) {
      reached.push({ to, from, until });
    }
  }
  return reached;
}

function isOpen({ hours }: DutyStep, at: number, core: CoreHours | null): boolean {
  const working = hours === 'ALWAYS' ? null : isWorking(at, core);
  return working === null || working === (hours === 'CORE_HOURS');
}

/** In a year whose bank holidays are not listed, or where nobody says when core hours are, nobody can say; then everybody is told. */
function isWorking(at: number, core: CoreHours | null): boolean | null {
  return core === null ? null : inCoreHours({ from: at, until: at }, core);
}

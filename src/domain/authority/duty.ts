import type { Risk } from '../observation/observation.ts';

/** What an alert can be about, as far as an agency has different people answer for it. */
/** `EPISODE`: that a child is missing, located or back. */
export const DUTY_MATTERS = ['HARM_DISCLOSED', 'INTELLIGENCE', 'ALLEGATION', 'EPISODE', 'OTHER'] as const;
export type DutyMatter = (typeof DUTY_MATTERS)[number];
/** When a step of a duty chain is reached; core hours are those of the agency's own practice rules. */
export const DUTY_HOURS = ['ALWAYS', 'CORE_HOURS', 'OUT_OF_HOURS'] as const;
type DutyHours = (typeof DUTY_HOURS)[number];

/** One role of a duty chain, and how long it has to answer before the next is told as well. */
export interface DutyStep {
  readonly role: string;
  readonly telephone: string | null;
  readonly hours: DutyHours;
  readonly answerWithinMinutes: Readonly<Record<Risk, number>>;
}

/** Who answers for an alert at one agency, one after the other. */
export interface Duty {
  readonly chain: readonly DutyStep[];
  /** In the place of `chain` for some matters, such as an allegation about somebody who stands in it. */
  readonly matters: Readonly<Partial<Record<DutyMatter, readonly DutyStep[]>>>;
}

/** Minutes to answer in. Our figures: the guidance says no more than "at once" (BHM, WSX). */
export const ANSWER_WITHIN: Readonly<Record<Risk, number>> = { HIGH: 15, MEDIUM: 30, LOW: 60, VERY_LOW: 60 };

/** Our order too: the line manager is told first (BHM, WSX), and nobody's guidance says who is when they do not answer. */
const USUAL_ROLES = {
  AUTHORITY: ['SENIOR_WORKER', 'TEAM_MANAGER', 'EDT', 'HUB_COORDINATOR'],
  POLICE: ['POLICE_MISSING_TEAM'],
  PROVIDER: ['PLACEMENT_PROVIDER'],
  OTHER: ['SENIOR_WORKER', 'TEAM_MANAGER'],
} as const;

/** Who answers for an alert at an agency that has not told the hub who does. */
export function usualDuty(kind: keyof typeof USUAL_ROLES): Duty {
  const chain = USUAL_ROLES[kind].map((role): DutyStep => ({ role, telephone: null, hours: 'ALWAYS', answerWithinMinutes: ANSWER_WITHIN }));
  return { chain, matters: {} };
}

/** The steps that count for one matter; of an episode, where the agency says nothing of it, the duty team before all others out of core hours, and after them in core hours. */
export function dutySteps(duty: Duty, matter: DutyMatter): readonly DutyStep[] {
  const { chain, team } = dutyTeam(duty, matter);
  const last = chain.some(({ role, hours }) => role === 'EDT' && hours === 'ALWAYS') ? [] : team;
  return [...team.map((step) => ({ ...step, hours: 'OUT_OF_HOURS' as const })), ...chain, ...last];
}

/** The steps an agency states for a matter, and the step of its emergency duty team where that is put before them: social care out of hours, in our reading. */
export function dutyTeam({ chain, matters }: Duty, matter: DutyMatter): { readonly chain: readonly DutyStep[]; readonly team: readonly DutyStep[] } {
  const own = matters[matter];
  const step = chain.find(({ role }) => role === 'EDT') ?? { role: 'EDT', telephone: null, hours: 'ALWAYS', answerWithinMinutes: ANSWER_WITHIN };
  return { chain: own ?? chain, team: own === undefined && matter === 'EPISODE' ? [{ ...step, hours: 'ALWAYS' }] : [] };
}

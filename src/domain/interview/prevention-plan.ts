import type { Practice } from '../authority/practice.ts';
import type { OwedState } from './ce-screen.ts';

/** What decides on the plan; null: not for this reader. `reasonNoted`: a case note says why there is none. */
export interface PlanFacts {
  readonly socialWorkerAllocated: boolean | null;
  readonly riskAssessed: boolean | null;
  readonly planMade: boolean | null;
  readonly reasonNoted: boolean | null;
}

/** Somerset 4.13: risk assessment and prevention plan for every child without an allocated social worker, or a case note of the reason why not. */
export function preventionPlan(facts: PlanFacts, { figures }: Pick<Practice, 'figures'>): OwedState {
  const rule = figures.preventionPlan;
  if (rule === null) {
    return { state: 'SILENT', rule: null };
  }
  if (!rule.value.withoutSocialWorker || facts.socialWorkerAllocated === true) {
    return { state: 'NOT_OWED', rule: rule.source };
  }
  return { state: stateOf({ ...facts, reasonNoted: rule.value.elseReason ? facts.reasonNoted : false }), rule: rule.source };
}

/** Of a child of whom nobody knows that there is an allocated worker. */
function stateOf({ socialWorkerAllocated, riskAssessed, planMade, reasonNoted }: PlanFacts): OwedState['state'] {
  const both = [riskAssessed, planMade];
  if (reasonNoted === true || both.every((done) => done === true)) {
    return 'DONE';
  }
  return socialWorkerAllocated === false && reasonNoted === false && both.includes(false) ? 'OWED' : 'NOT_KNOWN';
}

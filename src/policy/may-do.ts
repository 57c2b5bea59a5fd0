import { createMongoAbility, subject } from '@casl/ability';
import { personAt } from '../domain/sharing/audience.ts';
import { actRulesOf, type ActionName } from './action-rules.ts';
import { ASKING, BEGINNING, PAUSING } from './asking.ts';
import type { Family } from './attributes.ts';
import { forViewer } from './for-viewer.ts';
import type { Viewer } from './viewer.ts';

/** What something is done to; `facts` are the row's, and the moment's where a rule asks for more: which relationship is recorded. */
export interface ActedOn {
  readonly family: Family;
  readonly facts: object;
}

/** May this viewer do this to a row with these facts? Only what a rule allows. */
export function mayDo(viewer: Viewer, action: ActionName, { family, facts }: ActedOn): boolean {
  if (action === 'whoseChild' || action === 'nameManager') {
    return mayAsk(viewer, action);
  }
  const rules = actRulesOf(viewer.role).map((rule) => ({
    action: [...rule.action],
    subject: rule.subject,
    conditions: forViewer(rule.conditions, viewer),
  }));
  // subject() tags the object it is given, so it gets a copy.
  return createMongoAbility(rules).can(action, subject(family, { ...facts, ...workedOut(viewer, facts) }));
}

/** May this viewer ask about a child they need not see? */
export function mayAsk({ role }: Viewer, action: keyof typeof ASKING): boolean {
  return ASKING[action].includes(role);
}

/** May this viewer make a record of a child of whom nobody has one? */
export function mayBegin({ role }: Viewer, action: keyof typeof BEGINNING): boolean {
  return BEGINNING[action].includes(role);
}

/** May this viewer hold back what their agency sends to a partner, and let it go again? */
export function mayPause({ role }: Viewer): boolean {
  return PAUSING.includes(role);
}

interface Standing {
  readonly restricted?: string;
  readonly awaitsNaming?: string;
  readonly named?: readonly string[];
}

/** What is not so is left undefined, which no rule accepts. */
function workedOut(viewer: Viewer, facts: Standing): { within: 'YES' | undefined; decisionMaker: 'NOBODY' | undefined } {
  return {
    within: isWithin(viewer, facts) ? 'YES' : undefined,
    decisionMaker: facts.named?.some((entry) => entry.startsWith('DECISION_MAKER:')) === false ? 'NOBODY' : undefined,
  };
}

/** Does the restriction of the row, if there is one, let the viewer in? What is not known to be open is shut. */
function isWithin({ person, agency, role }: Viewer, { restricted, awaitsNaming, named }: Standing): boolean {
  const isNamed = (as: string): boolean => named?.includes(`${as}:${personAt(person, agency)}`) === true;
  if (restricted === 'NO' || isNamed('ADMITTED')) {
    return true;
  }
  return awaitsNaming === 'YES' && (role === 'TEAM_MANAGER' || isNamed('SOCIAL_WORKER'));
}

/** Why somebody may or may not approve a redacted text. */
export type Approval = 'MAY' | 'NOT_TRAINED' | 'OWN_TEXT';

/** A redacted text is approved by a trained person who did not write it. */
export function mayApprove({ author, approver, trained }: { readonly author: string; readonly approver: string; readonly trained: boolean }): Approval {
  if (!trained) {
    return 'NOT_TRAINED';
  }
  return author === approver ? 'OWN_TEXT' : 'MAY';
}

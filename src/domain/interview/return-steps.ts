/** What is done on the way from a child's return to the end of the matter, one by one; most of them start or stop a clock. */
export type ReturnStepKind =
  | 'TRIAGE'
  | 'RETURN_NOTIFIED'
  | 'WORKER_ASSIGNED'
  | 'CONTACT_MADE'
  | 'CHILD_SEEN'
  | 'SAFE_TO_SEND'
  | 'LETTER_SENT'
  | 'PARENTS_ASKED'
  | 'PAPERWORK_RECORDED'
  | 'FOLLOWED_UP'
  | 'SOCIAL_WORKER_AWARE'
  | 'SOCIAL_WORKER_CONTACT'
  | 'VISITED'
  | 'PLACING_WORKER_TOLD'
  | 'PROFESSIONAL_TOLD'
  | 'RISK_CONSIDERED'
  | 'STRATEGY_MEETING'
  | 'PREVENTION_PLAN'
  | 'MEDIA_APPEAL'
  | 'BRIEFING_ANSWER';

/** What is written of the child beside the interview, read as the whole interview is. */
export type CaseRecordKind =
  | 'CE_SCREEN'
  | 'STRATEGY_DISCUSSION'
  | 'RISK_REVIEW'
  | 'CARER_INFORMATION'
  | 'FIB_FORM'
  | 'SAFE_CONTACT';

/** Where an action stands. */
export type ActionState =
  | 'OPEN'
  | 'DONE'
  | 'NOT_DONE';

/** What somebody who spoke with a child cannot keep until the form is written. */
export type ConcernKind =
  | 'HARM_DISCLOSED'
  | 'INTELLIGENCE'
  | 'ALLEGATION'
  | 'OTHER';

/** Which way a return goes; there is no "never" (West Sussex), and somebody visits on the day where the circumstances ask for it (Birmingham). */
export const TRIAGE_OUTCOMES = ['SAME_DAY_VISIT', 'ROUTINE', 'NOT_APPROPRIATE_NOW'] as const;
export type TriageOutcome = (typeof TRIAGE_OUTCOMES)[number];

/** What an agency can say on the briefing of a child who is missing. */
export type BriefingAnswer = 'KNOWN_TO_US' | 'NOT_KNOWN';

import type { ReturnStepKind } from '../domain/interview/return-steps.ts';

/** The social worker's own duties (SOM 5.1, 5.2), and what whoever interviews an open child does (KNT); that the service was told is the service's word. */
export const BY_SOCIAL_WORKER: readonly ReturnStepKind[] = [
  'SOCIAL_WORKER_AWARE',
  'SOCIAL_WORKER_CONTACT',
  'VISITED',
  'RISK_CONSIDERED',
  'STRATEGY_MEETING',
  'PREVENTION_PLAN',
  'PLACING_WORKER_TOLD',
  'PROFESSIONAL_TOLD',
  'CONTACT_MADE',
  'CHILD_SEEN',
  'SAFE_TO_SEND',
  'LETTER_SENT',
  'PARENTS_ASKED',
  'PAPERWORK_RECORDED',
  'FOLLOWED_UP',
];
/** Types what others did: who was told (BHM: business support holds the notification until the child is found). */
export const TYPED: readonly ReturnStepKind[] = ['RETURN_NOTIFIED', 'PROFESSIONAL_TOLD', 'PLACING_WORKER_TOLD'];
/** The police see the child after they are located (SOM 5.2.2), and seek to put out an appeal (BHM). */
export const BY_POLICE: readonly ReturnStepKind[] = ['VISITED', 'MEDIA_APPEAL'];
/** What cannot wait for the morning: who was told and seen, and the risk of a child who is still away (SOM 5.2, 7.1.1). */
export const OUT_OF_HOURS: readonly ReturnStepKind[] = [
  'RETURN_NOTIFIED',
  'CONTACT_MADE',
  'CHILD_SEEN',
  'VISITED',
  'SOCIAL_WORKER_AWARE',
  'PROFESSIONAL_TOLD',
  'PLACING_WORKER_TOLD',
  'RISK_CONSIDERED',
  'STRATEGY_MEETING',
  'MEDIA_APPEAL',
];

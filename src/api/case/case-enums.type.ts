import type { Overnight } from '../../actions/entry-course.ts';
import type { ActionState as ActionStateWord, BriefingAnswer as BriefingAnswerWord, CaseRecordKind as CaseRecordWord, ConcernKind as ConcernWord, ReturnStepKind as ReturnStepWord, TriageOutcome as TriageWord } from '../../domain/interview/return-steps.ts';
import { describedEnum } from '../described-enum.ts';

export const ReturnStepKind = describedEnum<ReturnStepWord>('ReturnStepKind', 'What is done on the way from a return to the end of the matter.', {
  TRIAGE: 'The coordinator says which way the return goes.',
  RETURN_NOTIFIED: 'The service that interviews was told of the return.',
  WORKER_ASSIGNED: 'A worker was given the return.',
  CONTACT_MADE: 'The child, or a parent or carer, was spoken to.',
  CHILD_SEEN: 'The child was seen.',
  SAFE_TO_SEND: 'Somebody found whether a letter is safe to send to this addressee: its outcome is SAFE or NOT_SAFE.',
  LETTER_SENT: 'A letter was sent.',
  PARENTS_ASKED: 'Parents or carers were offered the chance to give information.',
  PAPERWORK_RECORDED: 'The paperwork of the interview was recorded.',
  FOLLOWED_UP: 'It was followed up with the child and the professionals.',
  SOCIAL_WORKER_AWARE: 'The social worker learnt that the child had been missing.',
  SOCIAL_WORKER_CONTACT: 'The social worker was in touch with the child in a way that meant something.',
  VISITED: 'The social worker or the police saw the child after they were located.',
  PLACING_WORKER_TOLD: 'The social worker of the authority that placed the child was told.',
  PROFESSIONAL_TOLD: 'Another professional was told.',
  RISK_CONSIDERED: 'The risk was considered with the manager.',
  STRATEGY_MEETING: 'A strategy discussion took place.',
  PREVENTION_PLAN: 'A plan to prevent another episode, which the placement reads too.',
  MEDIA_APPEAL: 'An appeal through the media was considered or made; with CONSENT_GIVEN or CONSENT_REFUSED as its outcome, that parents or carers were asked.',
  BRIEFING_ANSWER: 'A partner said on the briefing what it knows.',
});

export const TriageOutcome = describedEnum<TriageWord>('TriageOutcome', 'Which way a return goes.', {
  SAME_DAY_VISIT: 'Somebody visits on the day.',
  ROUTINE: 'An interview is offered as usual.',
  NOT_APPROPRIATE_NOW: 'Not now: why, who covers meanwhile, and when to ask again. Never "never".',
});

export const CaseRecordKind = describedEnum<CaseRecordWord>('CaseRecordKind', 'What is written of a child beside the interview.', {
  CE_SCREEN: 'A screen for exploitation.',
  STRATEGY_DISCUSSION: 'A strategy discussion.',
  RISK_REVIEW: 'The risk as it was considered with the manager.',
  CARER_INFORMATION: 'What a parent or carer told.',
  FIB_FORM: 'A form for the Force Intelligence Bureau.',
  SAFE_CONTACT: 'How, when and by whom the child and the family are reached safely; a host authority reads it too.',
});

export const ActionState = describedEnum<ActionStateWord>('ActionState', 'Where an action stands.', {
  OPEN: 'Still to be done.',
  DONE: 'Done.',
  NOT_DONE: 'Not done, for the reason given.',
});

export const ConcernKind = describedEnum<ConcernWord>('ConcernKind', 'What cannot wait for the form.', {
  HARM_DISCLOSED: 'The child told of harm.',
  INTELLIGENCE: 'The child told something the police have to know.',
  ALLEGATION: 'Something was alleged of a person who works with children.',
  OTHER: 'Something else that cannot wait.',
});

export const BriefingAnswer = describedEnum<BriefingAnswerWord>('BriefingAnswer', 'What an agency can say on the briefing.', {
  KNOWN_TO_US: 'The child is known to it.',
  NOT_KNOWN: 'The child is not known to it.',
});

export const OvernightKind = describedEnum<Overnight['kind']>('OvernightKind', 'What can come overnight.', {
  REPORTED: 'The child was reported missing.',
  LOCATED: 'The child was traced.',
  RETURNED: 'The child came back.',
  RISK: 'A risk was stated.',
  OFFER: 'An interview was offered.',
  INTERVIEW: 'An interview was offered, held or refused.',
  STEP: 'A step was written down.',
  ANSWER: 'An agency answered the briefing.',
  CONCERN: 'A concern was raised.',
  INTELLIGENCE: 'Intelligence on the child was recorded.',
});

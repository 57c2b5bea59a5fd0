/** What a practice rule asks for and is not there, in words a worker reads. */
const WARNINGS = {
  ATTEMPTS_TOO_FEW: 'there were fewer tries than the practice asks for',
  ATTEMPTS_AT_ONE_TIME_OF_DAY: 'all tries were in the same part of the day',
  ATTEMPTS_IN_CORE_HOURS_ONLY: 'too few tries were outside core hours',
  ATTEMPTS_WINDOW_OVER: 'the days in which tries go on are over',
  NOT_ALL_TRIED: 'not all numbers, the allocated worker and the carer were tried',
  EXPLANATION_MISSING: 'the written explanation is missing',
  LETTER_MISSING: 'the letter about the services there are was not sent',
  LETTER_NOT_RECORDED_SAFE: 'nobody recorded that the letter is safe to send',
  PARENTS_NOT_ASKED: 'parents and carers were not offered the chance to give information',
  ASK_AGAIN: 'the child can be asked a further time',
  LETTER_TO_PARENT_OR_CARER: 'by age the letter goes to the parent or carer',
  LETTER_TO_CHILD: 'by age the letter goes to the child alone',
  LETTER_TO_BOTH: 'by age the letter goes to the child and to the parent or carer',
  LETTER_UNDEFINED: 'the text does not say to whom the letter goes at this age',
  LETTER_CANNOT_TELL: 'to whom the letter goes rests on age and on living independently, and what is known does not settle it',
  LETTER_KEPT_FROM_PARENT_OR_CARER: 'it is recorded that a letter to the parent or carer is not safe: send them none',
  LETTER_KEPT_FROM_CHILD: 'it is recorded that a letter to the child is not safe: send them none',
  LETTER_SAFE_FOR_PARENT_OR_CARER: 'the letter that is recorded as safe goes to the parent or carer',
  LETTER_SAFE_FOR_CHILD: 'the letter that is recorded as safe goes to the child',
  TO_SOCIAL_CARE: "a child of this age goes to children's social care",
  NOT_BY_TEAM: 'a child of this age is not interviewed by the team',
  AGE_CANNOT_TELL: 'what is known of the age does not settle who interviews',
  FORM_FOR_EACH: 'each episode has a form of its own that refers to the next',
  ONE_FORM: 'one form covers all episodes before the interview, and another one waits',
  CE_SCREEN_MISSING: 'the screen for exploitation is missing',
  PREVENTION_PLAN_MISSING: 'the risk assessment or the plan to prevent another episode is missing, and no note says why',
  REASON_MISSING: 'the reason why it is not appropriate now is missing',
  COVER_MISSING: 'nobody is named who covers meanwhile',
  ASK_AGAIN_DATE_MISSING: 'there is no date on which to ask again',
  ASK_AGAIN_DUE: 'the day to ask again has come',
  INDEPENDENCE_NOT_RECORDED: 'whether the interviewer is independent is not recorded',
  NOT_INDEPENDENT_OF_PLACEMENT: 'the interviewer is not independent of the placement',
  NOT_INDEPENDENT_OF_AUTHORITY: 'the interviewer is not independent of the responsible authority',
  INDEPENDENCE_DIFFERS: 'whether the interviewer is independent is said otherwise than when they were assigned',
  CAPACITY_NOT_RECORDED: 'in what capacity the interview is held is not recorded',
  OTHER_CAPACITY_EXPECTED: 'the practice asks for somebody in another capacity',
  OTHER_WORKER_THAN_BEFORE: 'another worker held the interview before',
  AGREEMENT_MISSING: 'no agreement with the host authority is recorded',
  HOST_OFFICER_MISSING: 'the agreement names no officer of the host authority',
  HOST_CONTACT_MISSING: 'the agreement has no contact of that officer',
  WHO_INTERVIEWS_MISSING: 'the agreement does not say who interviews',
  RESULT_HOW_MISSING: 'the agreement does not say how the result of an interview comes back',
  RESULT_BY_MISSING: 'the agreement does not say by when the result of an interview comes back',
  TELEPHONE_CONTACT: 'the host does not interview: the responsible authority tries to reach the child by telephone',
  AWAY_RISK_NOT_ASSESSED: 'the risk of a child who was away is not assessed',
  AWAY_INTERVIEW_NOT_CONSIDERED: 'whether to interview a child who was away is not considered',
  INTERVIEW_BEFORE_RETURN: 'the interview is dated before the child came back: it does not end what this return asks for, unless you say why under "departure"',
  BEFORE_RETURN: 'the time given lies before the child came back',
  INTERVIEW_IN_FUTURE: 'the interview lies in the future: until then it does not count as held',
  IN_FUTURE: 'the time given lies in the future',
  EARLIER_TIME_STANDS: 'what was recorded before stands as it was: send this again with the time at which it was',
  STEP_BEFORE_MISSING: 'it is dated before the child was missing: it starts and ends no time of this episode, unless you say why under "departure"',
  VISIT_BEFORE_RETURN: 'the visit is dated before the child came back: it is none of the return, unless you say why under "departure"',
  STEP_BEFORE_RETURN: 'the step is dated before the child came back: it starts and ends no time of this return, unless you say why under "departure"',
  STEP_BEFORE_INTERVIEW: 'the step is dated before the interview it follows: it ends no time, unless you say why under "departure"',
  STEP_BEFORE_LOCATED: 'the visit is dated before the child was located: it ends no time, unless you say why under "departure"',
  STEP_IN_FUTURE: 'the step lies in the future: until then it does not count as done',
  SAFE_CONTACT_MISSING: 'how the child is reached safely is not recorded: ask before anybody rings or writes, and record it',
  CONTACT_WAY_UNSAFE: 'it is recorded that the child is not reached safely in this way',
  CONTACT_THROUGH_UNSAFE: 'it is recorded that the child is not reached safely through whom this went',
  CONTACT_TIME_UNSAFE: 'it is recorded that the child is not reached safely at this time of day',
  TRY_OTHER_METHODS: 'reach the child in another way than before: a first contact that failed is followed up by different methods',
  WEEKLY_VISITS: 'weekly visits, where the child is missing again and again and there are risks: agree day, time and place with the child',
  MEETING_AT_REQUEST: 'a meeting of the child and the placing authority about the reasons, where the child asks for one or often goes missing',
  HOST_MAY_INTERVIEW: 'an interview by the host authority as well, where the child was missing with its own children or was placed from far away',
  OPEN_UNTIL_FOUND: 'the notification stays open with Business Support until the police say that the child is found, and then goes to the team that interviews',
  EXPLOITATION_TOOLKIT: 'the toolkit for exploitation and trafficking: consider completing it',
  FORM_OF_MANDATORY_QUESTIONS: 'the child was missing again before an interview could take place: this form asks its mandatory questions, and refers to the form of the next episode',
  FORM_OF_EARLIER_WAITS: 'an earlier episode waits for a form of its own, of the mandatory questions, that refers to the form of the next episode',
  FINALISED_BEFORE_FORM: 'the episode is finalised before the form is done',
} as const;
type WarningCode = keyof typeof WARNINGS;

/** A warning never refuses: recording what happened goes on, and the reason given is kept. `perhaps`: what is known does not settle it. */
export interface PracticeWarning {
  readonly code: WarningCode;
  readonly words: string;
  /** Authority and paragraph. */
  readonly rule: string;
  readonly perhaps: boolean;
}

/** One warning under the rule that asks. */
export function practiceWarning(code: WarningCode, rule: { readonly source: string }, perhaps = false): PracticeWarning {
  return { code, words: WARNINGS[code], rule: rule.source, perhaps };
}

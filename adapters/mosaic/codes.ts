import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { Gender } from '../../src/domain/observation/observation.ts';
import type { MosaicSettings } from './payload.ts';

type Questions = Readonly<Record<string, FormQuestion>>;

/** Filter names of the statutory list of missing children, read in a public extract. */
const OF_BOTH: Questions = {
  'Child Absent or Missing (Document)': 'episode.absence',
  'Child Offered Return Interview': 'offer.offered',
  'Child Accepted Return Interview': 'offer.accepted',
};

/** What the Missing Child Episode's return interview asks; the filter names are our assumption. */
const CYP051: Questions = {
  ...OF_BOTH,
  'Missing From': 'episode.missingFrom',
  'Circumstances of Missing Episode': 'episode.circumstances',
  'Police Risk Level': 'episode.risk',
  'Police Reference': 'episode.incidentRef',
  'Date/Time Reported to Police': 'episode.reportedAt',
  'Date/Time Found': 'episode.locatedAt',
  'Date/Time Returned': 'episode.returnedAt',
  'Returned To': 'episode.returnedTo',
  'Date of Return Home Interview': 'interview.at',
  'Return Home Interview Completed By': 'interview.conductedBy',
  'First Time Missing': 'interview.firstTime',
  'Alone or With Others': 'interview.accompaniment',
  'Reasons for Going Missing': 'interview.reasons',
  'Does the Trigger Still Exist': 'interview.triggerStillExists',
  'Where Did the Child Stay': 'locating.placesStayed',
  'Who Was the Child With': 'locating.peopleWith',
  'Food, Money and Transport': 'interview.foodMoneyTransport',
  'Medical Help': 'interview.medicalHelp',
  'Who Helped': 'interview.whoHelped',
  'Relationships': 'interview.relationships',
  'How Did the Child Feel': 'interview.howFelt',
  'What Led to the Return': 'interview.whyReturned',
  'Push Factors': 'interview.pushFactors',
  'Pull Factors': 'interview.pullFactors',
  "Child's View of the Risk": 'interview.childViewOfRisk',
  'Alternatives to Running Away': 'interview.alternatives',
  'What Would Help': 'interview.childViewsHelp',
  'Plan': 'interview.plan',
  'Follow Up Date': 'interview.followUpOn',
};

/** The offer and interview form, by its own headings; `#` is the number of an attempt. */
const RHI_FORM: Questions = {
  ...OF_BOTH,
  'Date/time reported to police': 'episode.reportedAt',
  'Date/time found': 'episode.locatedAt',
  'Date/time social worker notified of missing episode': 'episode.informedPersons',
  'Have you tried to phone the Young Person?': 'offer.phonedYoungPerson',
  'Have you spoken to the Parent/Carer?': 'offer.spokenToParentCarer',
  'Have you spoken to the social worker/lead practitioner?': 'offer.spokenToSocialWorker',
  'Attempt # made': 'attempt.method',
  'Attempt # date': 'attempt.at',
  'Attempt # response': 'attempt.response',
  'Attempt # outcome': 'attempt.outcome',
  'On which attempt was the independent return interview ended': 'attempt.ended',
  'Outcome of offer': 'offer.outcome',
  'How did the RHI take place?': 'interview.conductedHow',
  'Any other relevant information?': 'offer.explanation',
  'Date and time of return interview': 'interview.at',
  'Person conducting return interview': 'interview.conductedBy',
  'Parents / carers views': 'interview.parentCarerViews',
  'Address or location stayed': 'locating.placesStayed',
  'Reason for going missing identified': 'interview.reasons',
  'Details of any harm': 'interview.harmSuffered',
  "Child / young person's views": 'interview.childViewsWhy',
  'Vulnerability: Sexual exploitation': 'vulnerabilities.SEXUAL_EXPLOITATION',
  'Vulnerability: Criminal exploitation': 'vulnerabilities.CRIMINAL_EXPLOITATION',
  'Vulnerability: Self-harm': 'vulnerabilities.SELF_HARM',
  'Vulnerability: Offending behaviour': 'vulnerabilities.OFFENDING_BEHAVIOUR',
  'Vulnerability: Misuse of substances': 'vulnerabilities.MISUSE_OF_SUBSTANCES',
  'Vulnerability: Trafficking/modern slavery': 'vulnerabilities.TRAFFICKING_MODERN_SLAVERY',
  'Vulnerability: Concerns about physical and emotional presentation': 'vulnerabilities.PHYSICAL_EMOTIONAL_PRESENTATION',
  'Vulnerability: Other': 'vulnerabilities.OTHER',
  'Push factors': 'interview.pushFactors',
  'Pull factors': 'interview.pullFactors',
  'High risk: Missing overnight/24 hours': 'highRiskCategories.MISSING_OVERNIGHT',
  'High risk: Repeat missing episode': 'highRiskCategories.REPEAT_MISSING',
  'High risk: Physical and emotional wellbeing concerns': 'highRiskCategories.PHYSICAL_EMOTIONAL_WELLBEING',
  'High risk: Criminal exploitation': 'highRiskCategories.CRIMINAL_EXPLOITATION',
  'High risk: Trafficking': 'highRiskCategories.TRAFFICKING',
  'High risk: Domestic abuse': 'highRiskCategories.DOMESTIC_ABUSE',
  'High risk: Harmed or injured whilst missing': 'highRiskCategories.HARMED_WHILST_MISSING',
  'High risk: Alcohol/substance misuse': 'highRiskCategories.ALCOHOL_SUBSTANCE_MISUSE',
  'High risk: Sexual exploitation': 'highRiskCategories.SEXUAL_EXPLOITATION',
};

export const QUESTIONS: Readonly<Record<MosaicSettings['profile'], Questions>> = { cyp051: CYP051, 'rhi-form': RHI_FORM };

/** Of a subgroup's subjects only people can be missing. */
export const PERSON_SUBJECT = 'PER';

export const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['F', 'FEMALE'],
  ['FEMALE', 'FEMALE'],
  ['M', 'MALE'],
  ['MALE', 'MALE'],
  ['O', 'OTHER'],
  ['OTHER', 'OTHER'],
  ['INDETERMINATE', 'OTHER'],
  ['U', 'UNKNOWN'],
  ['UNKNOWN', 'UNKNOWN'],
]);

/** Yes and no of a flag column. */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['Y', true],
  ['N', false],
]);

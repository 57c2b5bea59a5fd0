import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { Gender } from '../../src/domain/observation/observation.ts';

/**
 * What a control's name begins with, whatever the case, and what it asks. The first five are read in a public extract;
 * the others are our assumption, to be named in the settings where an authority's form calls them otherwise.
 */
export const CONTROLS: Readonly<Record<string, FormQuestion>> = {
  dateChildLastSeen: 'episode.missingSince',
  absenceType: 'episode.absence',
  foundReportDate: 'episode.returnedAt',
  hasAReturnHomeInterviewBeenOffered: 'offer.offered',
  hasTheReturnHomeInterviewBeenAccepted: 'offer.accepted',
  dateReportedMissing: 'episode.reportedAt',
  reportedBy: 'episode.reportedBy',
  missingFrom: 'episode.missingFrom',
  circumstances: 'episode.circumstances',
  lastSeenWith: 'episode.lastSeenWith',
  lastSeenPlace: 'episode.lastSeenPlace',
  policeRisk: 'episode.risk',
  riskFactors: 'episode.riskFactors',
  policeReference: 'episode.incidentRef',
  foundCircumstances: 'episode.circumstances',
  dateReturnHomeInterviewOffered: 'offer.offeredOn',
  returnHomeInterviewOutcome: 'offer.outcome',
  returnHomeInterviewReason: 'offer.reason',
  returnHomeInterviewExplanation: 'offer.explanation',
  missingNotificationId: 'interview.ofEpisode',
  dateOfReturnHomeInterview: 'interview.at',
  interviewConductedBy: 'interview.conductedBy',
  interviewConductedHow: 'interview.conductedHow',
  interviewConductedWhere: 'interview.conductedWhere',
  parentCarerViews: 'interview.parentCarerViews',
  reasonsForGoingMissing: 'interview.reasons',
  harmSuffered: 'interview.harmSuffered',
  childsViewsWhy: 'interview.childViewsWhy',
  childsViewsHelp: 'interview.childViewsHelp',
  firstTimeMissing: 'interview.firstTime',
  aloneOrWithOthers: 'interview.accompaniment',
  whereChildStayed: 'locating.placesStayed',
  whoChildWasWith: 'locating.peopleWith',
  vulnerabilities: 'interview.vulnerabilities',
  highRiskCategories: 'interview.highRiskCategories',
  pushFactors: 'interview.pushFactors',
  pullFactors: 'interview.pullFactors',
  safetyPlan: 'interview.plan',
  followUpDate: 'interview.followUpOn',
};

export const DUPLICATE = 'DUPLICATE';
export const COMPLETE = 'COMPLETE';

export const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['F', 'FEMALE'],
  ['FEMALE', 'FEMALE'],
  ['M', 'MALE'],
  ['MALE', 'MALE'],
  ['O', 'OTHER'],
  ['OTHER', 'OTHER'],
  ['NON-BINARY', 'OTHER'],
  ['U', 'UNKNOWN'],
  ['UNKNOWN', 'UNKNOWN'],
  ['NOT KNOWN', 'UNKNOWN'],
]);

import { DAY, HOUR } from '../../domain/interval/durations.ts';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { exchangeFile, type ExchangeStory } from './exchange-message.ts';
import { utc } from './police-message.ts';
import { CUT_OFF, type Spoilt } from './spoilt.ts';
import type { XmlTree } from './xml-text.ts';

const ADA = { ChildKey: '007001', GivenName: 'Ada', Surname: 'Testchild', DateOfBirth: '2011-05-14' };
/** Whom Westhaven placed in Southvale, and nobody else here has a file of. */
export const FERN = { GivenName: 'Fern', Surname: 'Inventedale', DateOfBirth: '2011-08-19', NHSNumber: '9990001022' };
const PLACED = { ...FERN, ChildKey: 'WH-31', Gender: 'F', Ethnicity: 'WBRI', ResponsibleAuthority: 'E99000003', HostAuthority: 'E99000002', PlacementURN: 'SC900003', Build: 'Slim', HairColour: 'Red' };
/** The same child as the host keeps her: under a number of its own, quoting Westhaven's. */
const HOSTED = { ...FERN, ChildKey: 'SV-H-31', ResponsibleAuthority: 'E99000003', ResponsibleAuthorityChildId: 'WH-31', HostAuthority: 'E99000002' };

const AS_ANOTHER: Spoilt = { as: 'as-another', make: (text) => text.replace('<SendingAuthority>southvale', '<SendingAuthority>northmere'), refused: { VALUE_INVALID: 1 } };
const UNKNOWN_QUESTION: Spoilt = { as: 'unknown-question', make: (text) => text.replace('question="whyReturned"', 'question="favouriteColour"'), refused: { DOCUMENT_SCHEMA: 1 } };
const WITHOUT_KEY: Spoilt = { as: 'without-key', make: (text) => text.replace(/<AssessmentKey>[^<]*<\/AssessmentKey>/, ''), refused: { RECORD_KEY_MISSING: 1 } };

/** What was agreed with the host (SOM 7.1.2). */
const agreed = (key: string, from: number, contact: string): XmlTree => ({
  AgreementKey: key,
  From: utc(from).slice(0, 10),
  HostAuthority: 'E99000002',
  HostOfficer: 'Sue Example, Southvale',
  HostContact: contact,
  WhoInterviews: 'Southvale, by somebody independent of the home',
  ResultHow: 'As a completed interview from hub to hub',
  ResultBy: 'Two working days after the interview',
});

/** Northmere placed Ada in Southvale and tells it what it knows: an assessment that was put right, and that she is missing. */
function ofAda(now: number): DemonstrationDocument[] {
  const northmeres = (story: Omit<ExchangeStory, 'system' | 'child'>): ExchangeStory => ({ system: 'northmere-hub', child: ADA, ...story });
  const [placed, assessed] = [now - 90 * DAY, now - 20 * DAY];
  const agreement = northmeres({ messageId: 'NM-1', sentAt: placed, matter: 'PlacementNotification', says: { PlacementAgreement: { ...agreed('NM-PA-1', placed, '01632 960950'), URN: 'SC900001' } } });
  const says = { AssessmentKey: 'NM-RA-1', At: utc(assessed), Level: 'Medium', Factors: 'Goes to friends by bus.', Plan: 'Ring her first.', Assessor: 'Ann Example' };
  const assessment = northmeres({ messageId: 'NM-2', sentAt: assessed, matter: 'RiskAssessment', says });
  const worse = { ...says, Level: 'High', Factors: 'Is met by an older associate by Imaginary Wharf.', Plan: 'Report at once; ask the police to look by the wharf.', ValidUntil: utc(now + 60 * DAY).slice(0, 10) };
  const corrected = northmeres({ messageId: 'NM-3', corrects: 'NM-2', sentAt: assessed + DAY, matter: 'RiskAssessment', says: worse });
  const gone = { EpisodeKey: 'NM-EP-1', MissingSince: utc(now - 7 * HOUR), ReportedAt: utc(now - 6 * HOUR), ReportedBy: 'Lou Example', MissingFrom: 'Larkfield House', InformedPersons: 'Duty social worker', Risk: 'High' };
  const missing = northmeres({ messageId: 'NM-4', sentAt: now - 5 * HOUR, matter: 'MissingNotification', says: gone });
  return [exchangeFile(agreement), exchangeFile(corrected), exchangeFile(assessment, CUT_OFF), exchangeFile(assessment), exchangeFile(missing)];
}

const westhavens = (story: Omit<ExchangeStory, 'system' | 'child'>): ExchangeStory => ({ system: 'westhaven-hub', child: PLACED, ...story });

/** Westhaven placed Fern in Southvale a month ago, gave a number for the night that was wrong, and says what she risks. */
function placingFern(now: number): DemonstrationDocument[] {
  const placed = now - 30 * DAY;
  const Placement = { PlacementKey: 'WH-PL-9', From: utc(placed).slice(0, 10), PlacementType: 'K2', ProviderType: 'PR4', LegalStatus: 'C2', NeedCode: 'N1', ReasonStarted: 'P', URN: 'SC900003', PlacementPostcode: 'ZZ2 5EE' };
  const notified = westhavens({ messageId: 'WH-1', sentAt: placed, matter: 'PlacementNotification', says: { Placement, PlacementAgreement: agreed('WH-PA-9', placed, '01632 960951') } });
  const mended = { PlacementAgreement: { ...agreed('WH-PA-9', placed, '01632 960902'), URN: 'SC900003' } };
  const again = westhavens({ messageId: 'WH-2', corrects: 'WH-1', sentAt: placed + DAY, matter: 'PlacementNotification', says: mended });
  const says = { AssessmentKey: 'WH-RA-4', At: utc(placed + 2 * DAY), Level: 'High', Factors: 'Goes back to Westhaven, and has slept at its station.', Plan: 'Ring Westhaven’s duty team; ask its police to look at the station.', Assessor: 'Wyn Example' };
  const assessment = westhavens({ messageId: 'WH-3', sentAt: placed + 2 * DAY, matter: 'RiskAssessment', says });
  const sent = exchangeFile(assessment);
  return [exchangeFile(again), exchangeFile(notified), exchangeFile(assessment, WITHOUT_KEY), sent, { ...sent, name: `again-${sent.name}` }];
}

/** Fern is missing since yesterday's school; a week ago Westhaven thought so in error, and took it back. */
function missingFern(now: number): DemonstrationDocument[] {
  const gone = { ReportedBy: 'Bri Example', MissingFrom: 'Brookside', Circumstances: 'Did not come back from school.', Risk: 'High' };
  const says = { EpisodeKey: 'WH-EP-2', MissingSince: utc(now - 9 * HOUR), ReportedAt: utc(now - 8 * HOUR), ...gone };
  const error = { EpisodeKey: 'WH-EP-1', MissingSince: utc(now - 6 * DAY - HOUR), ReportedAt: utc(now - 6 * DAY), ...gone };
  const missing = westhavens({ messageId: 'WH-4', sentAt: now - 8 * HOUR, matter: 'MissingNotification', says });
  const mistaken = westhavens({ messageId: 'WH-5', sentAt: now - 6 * DAY, matter: 'MissingNotification', says: error });
  const takenBack = westhavens({ messageId: 'WH-6', sentAt: now - 6 * DAY + 3 * HOUR, matter: 'Withdrawal', says: { Withdraws: 'MISSING_NOTIFICATION', RecordKey: 'WH-EP-1' } });
  return [missing, mistaken, takenBack].map((story) => exchangeFile(story));
}

const southvales = (story: Omit<ExchangeStory, 'system'>): ExchangeStory => ({ system: 'southvale-hub', ...story });

/** As her host Southvale reported Fern a fortnight ago, and interviewed her as was agreed; that she was back came before that she was missing. */
function hostingFern(now: number): DemonstrationDocument[] {
  const [from, back, held] = [now - 14 * DAY, now - 13 * DAY, now - 12 * DAY];
  const missing = southvales({ messageId: 'SV-1', sentAt: from + HOUR, child: HOSTED, matter: 'MissingNotification', says: { EpisodeKey: 'SV-EP-7', MissingSince: utc(from), MissingFrom: 'Brookside', Risk: 'Medium' } });
  const returned = southvales({ messageId: 'SV-2', sentAt: back + HOUR, child: HOSTED, matter: 'MissingNotification', says: { EpisodeKey: 'SV-EP-7', LocatedAt: utc(back - 2 * HOUR), LocatedPlace: 'Westhaven station', ReturnedAt: utc(back), ReturnedTo: 'Brookside' } });
  const interview = southvales({
    messageId: 'SV-3',
    sentAt: held + 3 * HOUR,
    child: HOSTED,
    matter: 'CompletedInterview',
    says: {
      InterviewKey: 'SV-IV-7',
      State: 'COMPLETED',
      At: utc(held),
      EpisodeKeys: { EpisodeKey: 'SV-EP-7' },
      Offer: { OfferKey: 'SV-OF-7', At: utc(back + 4 * HOUR), OfferedTo: 'CHILD', Outcome: 'ACCEPTED' },
      Answers: { 'Answer question="conductedBy"': 'Rob Example', 'Answer question="reasons"': 'Missed her friends at home.', 'Answer question="whyReturned"': 'Was cold, and rang.', 'Answer question="firstTime"': 'NO', 'Answer question="pullFactors"': 'NEAR_FRIENDS_OR_FAMILY' },
      Locating: { 'Fact question="placesStayed"': 'Westhaven station' },
    },
  });
  return [exchangeFile(returned), exchangeFile(missing, AS_ANOTHER), exchangeFile(missing), exchangeFile(interview, UNKNOWN_QUESTION), exchangeFile(interview)];
}

/** What three authorities' hubs tell the others of the children whose stories the README walks through. */
export function exchangeFiles(now: number): DemonstrationDocument[] {
  return [ofAda, placingFern, missingFern, hostingFern].flatMap((tell) => tell(now));
}

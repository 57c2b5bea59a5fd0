import type { Sending } from './a-running-hub.ts';
import { aFound, aMissing, aTable, type Fields } from './documents.ts';

/** Everything a police message can say of a child and a report; whose child it is and where it lives is said apart. */
const TOLD: Fields = {
  'Report/InitialRiskLevel': 'Medium',
  'Report/CurrentRiskLevel': 'High',
  'Report/DateReportedMissing': '2025-11-19T22:00:00Z',
  'Report/ReportedMissingBy': 'Night worker',
  'Report/MissingFrom': 'Larkfield House',
  'Person/NHSNumber': '9990001006',
  'Person/Age': '14',
  'Person/Ethnicity': 'W1',
  'Person/Telephone': '01632 960001',
  'Person/Email': 'wrenna@example.org',
  'Person/Build': 'Slim',
  'Person/Complexion': 'Pale',
  'Person/HairColour': 'Brown',
  'Person/EyeColourLeft': 'Green',
  'Person/EyeColourRight': 'Hazel',
  'Person/DistinguishingFeatures': 'Invented scar on left hand',
  'Person/PhotographRef': 'INVENTED-PHOTO-1',
  'LastSeen/At': '2025-11-19T20:45:00Z',
  'LastSeen/With': 'An invented friend',
  'LastSeen/Place': 'Invented bus stop',
  FamilyAddress: '2 Imaginary Row',
  OtherAddress: '3 Imaginary Row',
  'PreviousMissing/Count': '2',
  ActionsTaken: 'Searched the grounds.',
  RiskFactors: 'Invented risk factor',
  InformedPersons: 'Duty social worker',
  IncidentRef: 'INVENTED-INC-9',
  'Care/PlacingAuthority': null,
};
const HERS: Fields = {
  'Care/PlacingAuthority': 'E99000001',
  'Care/HostAuthority': 'E99000002',
  'Care/PlacementURN': 'SC900001',
  'Care/ResponsibleAuthorityChildId': '0042',
};

const traced = aFound({
  'Found/WhenReturned': null,
  'Found/ReturnedTo': null,
  'Found/SafeAndWell/@status': 'NOT_DONE',
  'Found/SafeAndWell/@at': '2025-11-20T03:10:00Z',
});

/**
 * A child of Northmere's placed in Southvale, as force and authority tell of her, not agreeing on everything: missing,
 * traced and not back.
 */
export const missingAndTraced: readonly Sending[] = [
  aTable('header', '0042,2,06/05/2011,WBRI,R999126000001'),
  aTable('uasc', '0042,2,06/05/2011,01/01/2030'),
  aTable(
    'episodes',
    '0042,10/01/2024,S,C2,N1,K2,PR4,20/06/2024,X1,LAREQ,ZZ1 1AA,ZZ1 3CC,SC900002',
    '0042,20/06/2024,P,C2,N1,K2,PR4,01/05/2025,X1,CARPL,ZZ1 1AA,ZZ2 5EE,SC900003',
    '0042,01/05/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ2 2BB,SC900001',
  ),
  aTable('missing', '0042,06/05/2011,M,03/02/2025,05/02/2025', '0042,06/05/2011,M,18/11/2025,'),
  aMissing({ ...TOLD, ...HERS }),
  traced,
];

/** That she is back; the time was mistyped. */
export const back = aFound({
  'Header/SentAt': '2025-11-20T06:00:00Z',
  'Found/WhenReturned': '2025-11-20T02:30:00Z',
  'Found/ReturnedTo': 'Larkfield House',
  'Found/ReturnMethod': 'Brought back by police',
  'Found/SafeAndWell/@status': 'DONE',
  'Found/SafeAndWell/@at': '2025-11-20T05:30:00Z',
});

/** The same told by the police alone, of a child nobody has said whose it is. */
export const nobodysChild: readonly Sending[] = [aMissing(TOLD), traced];

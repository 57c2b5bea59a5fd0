import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const text = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: null, meaning });
const time = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: 'DATETIME', meaning });

const MESSAGE: readonly SourceField[] = [
  { name: '@schemaVersion', ignored: 'It says which shape the message has, and is 1.' },
  { name: 'Header/MessageId', ignored: 'The report and the time of sending name a message.' },
  text('Header/MessageType', 'CANCEL takes back; FOUND says located even without a time; the others say missing.', 'act', 'status.status', 'located'),
  { name: 'Header/ForceCode', ignored: "Who sent it is known from the sender's token, never from the text." },
  time('Header/SentAt', 'In the repeated autumn hour the first of the two.', 'order', 'risk.at'),
  text('Header/ProtectiveMarking', 'As stated.', 'report.protectiveMarking'),
];

const REPORT: readonly SourceField[] = [
  text('Report/MisperId', 'Names the report; where there is no PersonId it stands in for it.', 'record', 'part', 'subject'),
  text('Report/InitialRiskLevel', 'The grade at the report, and its word.', 'report.initialRisk', 'report.initialRiskWord', 'risk.risk', 'risk.word'),
  text('Report/CurrentRiskLevel', 'The grade as of the sending, and its word.', 'risk.risk', 'risk.word'),
  time('Report/MissingSince', 'When the child went missing, as far as is known.', 'report.missingSince', 'status.at', 'record'),
  time('Report/DateReportedMissing', 'When the police were told.', 'report.reportedAt'),
  text('Report/ReportedMissingBy', 'As stated.', 'report.reportedBy'),
  text('Report/MissingFrom', 'As stated.', 'report.missingFrom'),
  text('Report/Circumstances', 'As stated.', 'report.circumstances'),
  time('LastSeen/At', 'As stated.', 'report.lastSeenAt'),
  text('LastSeen/With', 'As stated.', 'report.lastSeenWith'),
  text('LastSeen/Place', 'As stated.', 'report.lastSeenPlace'),
  text('ActionsTaken', 'As stated.', 'report.actionsTaken'),
  text('RiskFactors', 'As stated.', 'report.riskFactors'),
  text('InformedPersons', 'As stated.', 'report.informedPersons'),
  text('IncidentRef', 'As stated.', 'report.incidentRef'),
  text('PreviousMissing/Count', 'How many reports came before.', 'report.previousMissingCount'),
  { name: 'PreviousMissing/MisperId', ignored: 'Those reports come as messages of their own.' },
];

const PERSON: readonly SourceField[] = [
  text('Person/PersonId', "The force's own person key.", 'subject', 'record'),
  text('Person/NHSNumber', 'As stated.', 'person.nhsNumber'),
  text('Person/GivenName', 'As stated.', 'person.givenName'),
  text('Person/Surname', 'As stated.', 'person.familyName'),
  { name: 'Person/DateOfBirth', becomes: ['person.dateOfBirth'], precision: 'DATE', meaning: 'As stated.' },
  text('Person/Age', 'As stated.', 'person.statedAge'),
  text('Person/Gender', 'By the words of codes.ts.', 'person.gender'),
  text('Person/Ethnicity', "The force's code, as it came.", 'person.ethnicity'),
  text('Person/HomeAddress', 'As stated.', 'person.homeAddress'),
  text('Person/Telephone', 'As stated.', 'person.telephone'),
  text('Person/Email', 'As stated.', 'person.email'),
  text('Person/Build', 'As stated.', 'person.build'),
  text('Person/Complexion', 'As stated.', 'person.complexion'),
  text('Person/HairColour', 'As stated.', 'person.hairColour'),
  text('Person/EyeColourLeft', 'As stated.', 'person.eyeColourLeft'),
  text('Person/EyeColourRight', 'As stated.', 'person.eyeColourRight'),
  text('Person/DistinguishingFeatures', 'As stated.', 'person.distinguishingFeatures'),
  text('Person/PhotographRef', 'A reference, never the picture.', 'person.photographRef'),
  text('FamilyAddress', 'As stated.', 'person.familyAddress'),
  text('OtherAddress', 'As stated.', 'person.otherAddress'),
  text('Care/PlacingAuthority', 'Code of the authority whose child this is.', 'person.responsibleAuthority'),
  text('Care/HostAuthority', 'Code of the authority in whose area the child is placed.', 'person.hostAuthority'),
  text('Care/PlacementURN', "Ofsted's number of the home.", 'person.placementUrn'),
  text('Care/ResponsibleAuthorityChildId', "The placing authority's own child number.", 'person.responsibleAuthorityChildId'),
];

const FOUND: readonly SourceField[] = [
  time('Found/WhenTraced', 'When the child was traced; not when they were back.', 'located.at'),
  text('Found/TracedLocation', 'As stated.', 'located.place'),
  time('Found/WhenReturned', 'When the child was back at home or placement.', 'returned.at'),
  text('Found/ReturnedTo', 'As stated.', 'returned.to'),
  text('Found/ReturnMethod', 'As stated; says nothing without a return.', 'returned.method'),
  text('Found/SafeAndWell/@status', 'DONE, NOT DONE or NOT PRACTICABLE.', 'safeAndWell.outcome'),
  time('Found/SafeAndWell/@at', "When the police's own check was made.", 'safeAndWell.at'),
  text('Found/SafeAndWell/Summary', 'As stated.', 'safeAndWell.summary'),
];

/** Every element and attribute of a message. */
export const FIELDS: readonly SourceField[] = [...MESSAGE, ...REPORT, ...PERSON, ...FOUND];

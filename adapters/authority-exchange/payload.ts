import { ASKED_QUESTIONS, LOCATING_QUESTIONS } from '../../src/domain/observation/interview-questions.ts';

export const ROOT = 'AuthorityExchange';
/** What a message may be, and the element that says it. */
export const BODIES = {
  PLACEMENT_NOTIFICATION: 'PlacementNotification',
  MISSING_NOTIFICATION: 'MissingNotification',
  RISK_ASSESSMENT: 'RiskAssessment',
  RISK_ASSESSMENT_REQUEST: 'RiskAssessmentRequest',
  COMPLETED_INTERVIEW: 'CompletedInterview',
  WITHDRAWAL: 'Withdrawal',
} as const;
export type MessageType = keyof typeof BODIES;
// Safe: the keys of a constant object are exactly its own names.
export const MESSAGE_TYPES = Object.keys(BODIES) as MessageType[];

/** The elements with the fields inside them, in any order, each once at most; the XSD, the reader and the map all follow this list. */
export const SECTIONS = {
  Header: ['MessageId', 'MessageType', 'SendingAuthority', 'SentAt', 'Corrects'],
  Child: [
    'ChildKey',
    'NHSNumber',
    'UPN',
    'GivenName',
    'Surname',
    'DateOfBirth',
    'DateOfBirthEstimated',
    'Gender',
    'Ethnicity',
    'Unaccompanied',
    'Restricted',
    'ResponsibleAuthority',
    'ResponsibleAuthorityChildId',
    'HostAuthority',
    'PlacementURN',
    'HomeAddress',
    'Telephone',
    'Email',
    'Build',
    'Complexion',
    'HairColour',
    'EyeColourLeft',
    'EyeColourRight',
    'DistinguishingFeatures',
    'FamilyAddress',
    'OtherAddress',
  ],
  'PlacementNotification/Placement': [
    'PlacementKey',
    'From',
    'Until',
    'PlacementType',
    'ProviderType',
    'LegalStatus',
    'NeedCode',
    'ReasonStarted',
    'ReasonEnded',
    'ReasonChanged',
    'URN',
    'PlacementPostcode',
    'HomePostcode',
  ],
  'PlacementNotification/PlacementAgreement': ['AgreementKey', 'From', 'URN', 'HostAuthority', 'HostOfficer', 'HostContact', 'WhoInterviews', 'ResultHow', 'ResultBy'],
  MissingNotification: [
    'EpisodeKey',
    'Status',
    'MissingSince',
    'ReportedAt',
    'ReportedBy',
    'MissingFrom',
    'Circumstances',
    'LastSeenAt',
    'LastSeenWith',
    'LastSeenPlace',
    'ActionsTaken',
    'RiskFactors',
    'InformedPersons',
    'PoliceReference',
    'Risk',
    'RiskAt',
    'RiskPassedOn',
    'LocatedAt',
    'LocatedPlace',
    'ReturnedAt',
    'ReturnedTo',
    'ReturnMethod',
  ],
  RiskAssessment: ['AssessmentKey', 'At', 'Level', 'Factors', 'Plan', 'Assessor', 'ValidUntil'],
  RiskAssessmentRequest: ['EpisodeKey', 'AskedOf', 'AskedAt', 'DueBy'],
  CompletedInterview: ['InterviewKey', 'State', 'At'],
  'CompletedInterview/Offer': [
    'OfferKey',
    'At',
    'OfferedTo',
    'Outcome',
    'PhonedYoungPerson',
    'SpokenToParentCarer',
    'SpokenToSocialWorker',
    'Reason',
    'AskAgainOn',
    'Explanation',
  ],
  Withdrawal: ['Withdraws', 'RecordKey'],
} as const;

type Sections = typeof SECTIONS;
type Section = keyof Sections;
/** Where a value stands that is there once at most. */
export type ExchangePath = { [S in Section]: `${S}/${Sections[S][number]}` }[Section];
// Safe: the keys of a constant object are exactly its own names.
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** A message as its stated values in their order, each under its path; what is absent or empty says nothing and is not there. */
export type ExchangeMessage = readonly { readonly path: string; readonly value: string }[];

/** Keys end up in database indexes, which refuse very long ones. */
const isKey = (name: string): boolean => name === 'MessageId' || name === 'Corrects' || /(?:Key|ChildId)$/.test(name);
/** Without these a message can be put in no order and under no name. */
const NEEDED: readonly string[] = ['MessageType', 'SendingAuthority', 'SentAt', 'ChildKey'];

function field(name: string): string {
  const type = name === 'MessageType' ? 'MessageType' : isKey(name) ? 'Key' : 'Text';
  return `<xs:element name="${name}" type="${type}" minOccurs="${NEEDED.includes(name) ? '1' : '0'}"/>`;
}

function element(name: string, content: string, needed = false): string {
  return `<xs:element name="${name}" minOccurs="${needed ? '1' : '0'}"><xs:complexType>${content}</xs:complexType></xs:element>`;
}

const fieldsOf = (section: Section): string => SECTIONS[section].map(field).join('');
const all = (content: string): string => `<xs:all>${content}</xs:all>`;
const many = (content: string): string => `<xs:sequence>${content}</xs:sequence>`;
const oneOf = (names: readonly string[]): string => names.map((name) => `<xs:enumeration value="${name}"/>`).join('');

const EPISODE_KEYS = element('EpisodeKeys', many('<xs:element name="EpisodeKey" type="Key" minOccurs="0" maxOccurs="unbounded"/>'));

/** Texts that answer one of these questions, as often as the form has answers. */
function answers(container: string, name: string, questions: readonly string[]): string {
  const question = `<xs:attribute name="question" use="required"><xs:simpleType><xs:restriction base="xs:token">${oneOf(questions)}</xs:restriction></xs:simpleType></xs:attribute>`;
  const answer = `<xs:complexType><xs:simpleContent><xs:extension base="Text">${question}</xs:extension></xs:simpleContent></xs:complexType>`;
  return element(container, many(`<xs:element name="${name}" minOccurs="0" maxOccurs="unbounded">${answer}</xs:element>`));
}

const NAMED_PEOPLE = element(
  'NamedPeople',
  many(`<xs:element name="NamedPerson" minOccurs="0" maxOccurs="unbounded"><xs:complexType>${all(['Name', 'Category', 'ReviewOn'].map(field).join(''))}</xs:complexType></xs:element>`),
);

/** The shape of a message: a header, the child, and one of the bodies. */
export const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="100000"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Key"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="MessageType"><xs:restriction base="xs:token">${oneOf(MESSAGE_TYPES)}</xs:restriction></xs:simpleType>
  <xs:element name="${ROOT}"><xs:complexType>
    <xs:all>
      ${element('Header', all(fieldsOf('Header')), true)}
      ${element('Child', all(fieldsOf('Child')), true)}
      ${element('PlacementNotification', all(element('Placement', all(fieldsOf('PlacementNotification/Placement'))) + element('PlacementAgreement', all(fieldsOf('PlacementNotification/PlacementAgreement')))))}
      ${element('MissingNotification', all(fieldsOf('MissingNotification')))}
      ${element('RiskAssessment', all(fieldsOf('RiskAssessment') + EPISODE_KEYS))}
      ${element('RiskAssessmentRequest', all(fieldsOf('RiskAssessmentRequest')))}
      ${element('CompletedInterview', all(fieldsOf('CompletedInterview') + EPISODE_KEYS + element('Offer', all(fieldsOf('CompletedInterview/Offer'))) + answers('Answers', 'Answer', ASKED_QUESTIONS) + answers('Locating', 'Fact', LOCATING_QUESTIONS) + NAMED_PEOPLE))}
      ${element('Withdrawal', all(fieldsOf('Withdrawal')))}
    </xs:all>
    <xs:attribute name="schemaVersion" use="required" fixed="1"/>
  </xs:complexType></xs:element>
</xs:schema>`;

/** The sections of a message with the fields inside them; the XSD, the reader and the map all follow this list. */
const SECTIONS = {
  Header: ['MessageId', 'MessageType', 'ForceCode', 'SentAt', 'ProtectiveMarking'],
  Report: [
    'MisperId',
    'InitialRiskLevel',
    'CurrentRiskLevel',
    'MissingSince',
    'DateReportedMissing',
    'ReportedMissingBy',
    'MissingFrom',
    'Circumstances',
  ],
  Person: [
    'PersonId',
    'NHSNumber',
    'GivenName',
    'Surname',
    'DateOfBirth',
    'Age',
    'Gender',
    'Ethnicity',
    'HomeAddress',
    'Telephone',
    'Email',
    'Build',
    'Complexion',
    'HairColour',
    'EyeColourLeft',
    'EyeColourRight',
    'DistinguishingFeatures',
    'PhotographRef',
  ],
  LastSeen: ['At', 'With', 'Place'],
  Care: ['PlacingAuthority', 'HostAuthority', 'PlacementURN', 'ResponsibleAuthorityChildId'],
  Found: ['WhenTraced', 'TracedLocation', 'WhenReturned', 'ReturnedTo', 'ReturnMethod'],
} as const;

/** Fields that stand directly under the root. */
const ROOT_FIELDS = [
  'FamilyAddress',
  'OtherAddress',
  'ActionsTaken',
  'RiskFactors',
  'InformedPersons',
  'IncidentRef',
] as const;

/** What a message may be. */
export const MESSAGE_TYPES = ['MISSING', 'UPDATE', 'FOUND', 'CANCEL'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export const ROOT = 'MissingPoliceCompact';

type Sections = typeof SECTIONS;
type SectionPath = { [S in keyof Sections]: `${S}/${Sections[S][number]}` }[keyof Sections];

/** Where a value stands below the root. */
export type CompactPath =
  | SectionPath
  | (typeof ROOT_FIELDS)[number]
  | 'PreviousMissing/Count'
  | 'Found/SafeAndWell/Summary'
  | 'Found/SafeAndWell/@status'
  | 'Found/SafeAndWell/@at';

/** A message as its stated values; what is absent or empty says nothing and is not there. */
export type CompactMessage = Readonly<Partial<Record<CompactPath, string>>>;

/** Keys end up in database indexes, which refuse very long ones. */
const KEYS: readonly string[] = ['MessageId', 'MisperId', 'PersonId', 'ResponsibleAuthorityChildId'];

function fieldType(name: string): string {
  if (name === 'MessageType') {
    return 'MessageType';
  }
  return KEYS.includes(name) ? 'Key' : 'Text';
}

function field(name: string): string {
  // Without its kind and its time a message can be put in no order, so these two alone must be there.
  const least = name === 'MessageType' || name === 'SentAt' ? 1 : 0;
  return `<xs:element name="${name}" type="${fieldType(name)}" minOccurs="${String(least)}"/>`;
}

function section(name: keyof Sections): string {
  const safeAndWell = name === 'Found' ? '<xs:element name="SafeAndWell" type="SafeAndWell" minOccurs="0"/>' : '';
  return `<xs:element name="${name}" minOccurs="${name === 'Header' ? '1' : '0'}">
    <xs:complexType><xs:all>${SECTIONS[name].map(field).join('')}${safeAndWell}</xs:all></xs:complexType>
  </xs:element>`;
}

// Safe: the keys of a constant object are exactly its own names.
const SECTION_NAMES = Object.keys(SECTIONS) as (keyof Sections)[];

/** The shape of a message: every field once at most, in any order, empty or absent as the force likes. */
export const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="100000"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Key"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="MessageType"><xs:restriction base="xs:token">
    ${MESSAGE_TYPES.map((type) => `<xs:enumeration value="${type}"/>`).join('')}
  </xs:restriction></xs:simpleType>
  <xs:complexType name="SafeAndWell">
    <xs:all><xs:element name="Summary" type="Text" minOccurs="0"/></xs:all>
    <xs:attribute name="status" type="Text"/><xs:attribute name="at" type="Text"/>
  </xs:complexType>
  <xs:element name="${ROOT}"><xs:complexType>
    <xs:all>
      ${SECTION_NAMES.map(section).join('')}
      ${ROOT_FIELDS.map(field).join('')}
      <xs:element name="PreviousMissing" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="Count" type="Text" minOccurs="0"/>
        <xs:element name="MisperId" type="Key" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:all>
    <xs:attribute name="schemaVersion" use="required" fixed="1"/>
  </xs:complexType></xs:element>
</xs:schema>`;

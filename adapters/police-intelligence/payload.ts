export const ROOT = 'IntelligenceReport';
/** What a message does with the report it names. */
const ACTS = ['REPORT', 'CORRECTION', 'WITHDRAWAL'] as const;

/** The sections with the fields inside them; the XSD, the reader and the list of fields all follow this list. */
const SECTIONS = {
  Header: ['MessageId', 'Act', 'ForceCode', 'Reference', 'SentAt', 'ProtectiveMarking'],
  Child: ['PersonId', 'MisperId', 'NHSNumber', 'GivenName', 'Surname', 'DateOfBirth'],
  Grade: ['SourceEvaluation', 'IntelligenceAssessment', 'HandlingCode', 'Conditions', 'Result', 'ResultWords'],
  Intelligence: ['Topic', 'Urgency', 'KnownAt', 'Area', 'Content', 'SanitisedText', 'InterviewId'],
  Provenance: ['Source'],
} as const;
type Sections = typeof SECTIONS;
export type Path = { [S in keyof Sections]: `${S}/${Sections[S][number]}` }[keyof Sections];

export const SUBJECT = ['Name', 'DateOfBirth', 'Category', 'Connection', 'ReviewOn'] as const;
export const ENTITIES = ['Vehicle', 'Phone', 'SocialMedia', 'Place'] as const;

/** One value with where it stands; what is empty says nothing and is not there. */
export interface Value {
  readonly text: string;
  readonly line: number;
}

/** A report as its stated values, those that may stand several times in their order. */
export interface Report {
  readonly line: number;
  readonly values: ReadonlyMap<string, Value>;
  readonly recipients: readonly Value[];
  readonly subjects: readonly { readonly line: number; readonly values: ReadonlyMap<string, Value> }[];
  readonly entities: readonly (Value & { readonly name: (typeof ENTITIES)[number] })[];
}

/** Keys end up in database indexes, which refuse very long ones. */
const KEYS: readonly string[] = ['MessageId', 'Reference', 'PersonId', 'MisperId', 'InterviewId'];
/** Without these a message can be put in no order and under no name. */
const NEEDED: readonly string[] = ['Act', 'Reference', 'SentAt'];

function field(name: string): string {
  const type = name === 'Act' ? 'Act' : KEYS.includes(name) ? 'Key' : 'Text';
  return `<xs:element name="${name}" type="${type}" minOccurs="${NEEDED.includes(name) ? '1' : '0'}"/>`;
}

const all = (content: string): string => `<xs:complexType><xs:all>${content}</xs:all></xs:complexType>`;
const often = (name: string, type: string): string => `<xs:element name="${name}" ${type}`;
const section = (name: keyof Sections, besides = ''): string =>
  `<xs:element name="${name}" minOccurs="${name === 'Header' ? '1' : '0'}">${all(SECTIONS[name].map(field).join('') + besides)}</xs:element>`;
const RECIPIENTS = `<xs:element name="Recipients" minOccurs="0"><xs:complexType><xs:sequence>${often('Recipient', 'type="Key" minOccurs="0" maxOccurs="unbounded"/>')}</xs:sequence></xs:complexType></xs:element>`;
const SUBJECTS = `<xs:element name="Subjects" minOccurs="0"><xs:complexType><xs:sequence>${often('Subject', 'minOccurs="0" maxOccurs="unbounded">')}${all(SUBJECT.map(field).join(''))}</xs:element></xs:sequence></xs:complexType></xs:element>`;
const NAMED = `<xs:element name="Entities" minOccurs="0"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">${ENTITIES.map((name) => often(name, 'type="Text"/>')).join('')}</xs:choice></xs:complexType></xs:element>`;

/** The shape of a report: sections in any order, each once at most, what they hold empty or absent as the force likes. */
export const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="100000"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Key"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Act"><xs:restriction base="xs:token">${ACTS.map((act) => `<xs:enumeration value="${act}"/>`).join('')}</xs:restriction></xs:simpleType>
  <xs:element name="${ROOT}"><xs:complexType>
    <xs:all>
      ${section('Header')}
      ${section('Child')}
      ${section('Grade', RECIPIENTS)}
      ${section('Intelligence')}
      ${section('Provenance')}
      ${SUBJECTS}
      ${NAMED}
    </xs:all>
    <xs:attribute name="schemaVersion" use="required" fixed="1"/>
  </xs:complexType></xs:element>
</xs:schema>`;

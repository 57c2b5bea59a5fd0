/** The elements of the XML return, as senders' own programs and the DfE's checks write and read them. */
export const ROOT = 'EXPSSDA903';
export const CHILD = 'CHILD';

/** The elements that hold the cells of a row. */
export const CELLS = {
  HEADER: ['CHILDID', 'UPN', 'SEX', 'DOB', 'ETHNIC', 'UASC', 'DUC', 'MOTHER', 'MC_DOB'],
  AMISSING: ['MISSING', 'MIS_START', 'MIS_END'],
  EPISODE: ['DECOM', 'RNE', 'LS', 'CIN', 'PL', 'PL_POST', 'HOME_POST', 'URN', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE'],
} as const;
export type RowElement = keyof typeof CELLS;

/** Of the modules of the return that the hub has no use for: what stands in HEADER itself, and what holds elements of its own. */
export const UNREAD: ReadonlySet<string> = new Set(
  'IN_TOUCH ACTIV ACCOM DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR AREVIEW OC2 AD_PLACED PERMANENCE'.split(' '),
);

/** Where the XML return names a column otherwise than the CSV return. */
const RENAMED: readonly (readonly [column: string, element: string])[] = [
  ['CHILD', 'CHILDID'],
  ['PLACE', 'PL'],
];
const ELEMENTS: ReadonlyMap<string, string> = new Map(RENAMED);
const COLUMNS: ReadonlyMap<string, string> = new Map(RENAMED.map(([column, element]) => [element, column]));

/** The element that stands for a column of the CSV return. */
export function elementOf(column: string): string {
  return ELEMENTS.get(column) ?? column;
}

/** The column of the CSV return that an element stands for. */
export function columnOf(element: string): string {
  return COLUMNS.get(element) ?? element;
}

function rowType(element: RowElement, ...inside: readonly string[]): string {
  const cells = CELLS[element].map((name) => `<xs:element name="${name}" type="Cell"/>`);
  return `<xs:complexType name="${element}"><xs:choice minOccurs="0" maxOccurs="unbounded">${[...cells, ...inside].join('')}</xs:choice></xs:complexType>`;
}

const unread = [...UNREAD].map((name) => `<xs:element name="${name}" type="Unread"/>`);

/** The shape of the XML return, for senders to check their files with: elements in any order, each cell a short text or empty. */
export const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Cell"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Unread" mixed="true"><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType>
  ${rowType('HEADER', '<xs:element name="AMISSING" type="AMISSING"/>', ...unread)}
  ${rowType('AMISSING')}
  ${rowType('EPISODE')}
  <xs:complexType name="${CHILD}"><xs:sequence>
    <xs:element name="HEADER" type="HEADER"/><xs:element name="EPISODE" type="EPISODE" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType>
  <xs:element name="${ROOT}"><xs:complexType><xs:sequence>
    <xs:element name="${CHILD}" type="${CHILD}" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

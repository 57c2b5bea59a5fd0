import type { EpisodeForm } from '../../src/ingest/adapter-contract-warehouse/episode-form.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';

export const ROOT = 'LcsExport';
export const EPISODE = 'MissingPersonEpisode';

/** The columns of each table, as the elements that stand for them. */
export const COLUMNS = {
  MissingPersonEpisode: [
    'FACT_MISSING_PERSON_ID',
    'DIM_PERSON_ID',
    'START_DTTM',
    'END_DTTM',
    'MISSING_STATUS',
    'RETURN_INTERVIEW_OFFERED',
    'RETURN_INTERVIEW_ACCEPTED',
    'LOCATION_MISSING_FROM',
    'START_REASON',
    'END_REASON',
  ],
  Person: ['DIM_PERSON_ID', 'FORENAME', 'SURNAME', 'BIRTH_DTTM', 'DOB_ESTIMATED', 'GENDER_MAIN_CODE', 'ETHNICITY_MAIN_CODE', 'UPN', 'LEGACY_ID'],
  MissingStatus: ['FACT_MISSING_STATUS_ID', 'FACT_MISSING_PERSON_ID', 'MISSING_STATUS', 'START_DTTM', 'END_DTTM'],
  Form: ['FACT_FORM_ID'],
  Answer: ['FACT_FORM_ID', 'FACT_FORM_ANSWER_ID', 'ANSWER_NO', 'ANSWER', 'ANSWERED_DTTM', 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC'],
} as const;
export type Table = keyof typeof COLUMNS;
export type Column = (typeof COLUMNS)[Table][number];

/** What may stand inside what; only a person once. */
const INSIDE: Readonly<Record<Table, readonly Table[]>> = {
  MissingPersonEpisode: ['Person', 'MissingStatus', 'Form'],
  Person: [],
  MissingStatus: [],
  Form: ['Answer'],
  Answer: [],
};

/** One element with its columns; what is empty says nothing and is not there. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<Column, { readonly text: string; readonly line: number }>;
  readonly inside: readonly { readonly table: Table; readonly row: Row }[];
}

/** One missing episode of the export with everything in it. */
export interface LcsEpisode {
  readonly row: Row;
  readonly key: string;
  /** Where it stands in the export. */
  readonly path: string;
  readonly exported: Interval;
  readonly forms: readonly EpisodeForm[];
}

const isKey = (column: string): boolean => column.endsWith('_ID');

function tableType(table: Table): string {
  const columns = COLUMNS[table].map((column) => `<xs:element name="${column}" type="${isKey(column) ? 'Key' : 'Text'}"/>`);
  const inside = INSIDE[table].map((child) => `<xs:element name="${child}" type="${child}"/>`);
  return `<xs:complexType name="${table}"><xs:choice minOccurs="0" maxOccurs="unbounded">${[...columns, ...inside].join('')}</xs:choice></xs:complexType>`;
}

// Safe: the keys of a constant object are exactly its own names.
const TABLES = Object.keys(COLUMNS) as Table[];

/** The shape of an export: columns in any order, and none of them needed for the shape. */
export const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="100000"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Key"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
  ${TABLES.map(tableType).join('\n  ')}
  <xs:element name="${ROOT}"><xs:complexType>
    <xs:sequence>
      <xs:element name="ExportedAt" type="xs:string"/>
      <xs:element name="${EPISODE}" type="${EPISODE}" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="schemaVersion" use="required" fixed="1"/>
  </xs:complexType></xs:element>
</xs:schema>`;

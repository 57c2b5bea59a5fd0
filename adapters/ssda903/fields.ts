import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const text = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: null, meaning });
const date = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: 'DATE', meaning });

/** Every column of the return's tables that are read, and the elements of the XML return. */
export const FIELDS: readonly SourceField[] = [
  text('CHILD', "The authority's own child number.", 'subject', 'record'),
  text('CHILDID', 'In XML: what CHILD is.', 'subject', 'record'),
  text('SEX', '1 male, 2 female.', 'person.gender'),
  date('DOB', 'Date of birth; rows that contradict each other give none.', 'person.dateOfBirth'),
  text('ETHNIC', 'As coded; common misspellings are read as what they stand for.', 'person.ethnicity'),
  text('UPN', 'UN1 to UN6 mean that there is none.', 'person.upn'),
  { name: 'MOTHER', ignored: 'It says that the child is herself a mother, which is not what this hub is for.' },
  { name: 'MC_DOB', ignored: 'It is the date of birth of another child.' },
  date('DECOM', 'The day this stretch of care began.', 'placement.from', 'record'),
  text('RNE', 'Why it began.', 'placement.reasonStarted'),
  text('LS', 'Legal status.', 'placement.legalStatus'),
  text('CIN', 'Category of need.', 'placement.needCode'),
  text('PLACE', 'Placement type.', 'placement.placementType'),
  text('PL', 'In XML: what PLACE is.', 'placement.placementType'),
  text('PLACE_PROVIDER', 'Whose the placement is.', 'placement.providerType'),
  date('DEC', 'The day this stretch of care ended.', 'placement.until'),
  text('REC', 'Why it ended.', 'placement.reasonEnded'),
  text('REASON_PLACE_CHANGE', 'Why the placement changed.', 'placement.reasonChanged'),
  text('HOME_POST', 'Postcode the child came from.', 'placement.homePostcode'),
  text('PL_POST', 'Postcode of the placement.', 'placement.placementPostcode'),
  text('URN', "Ofsted's number of the home.", 'placement.urn'),
  text('MISSING', "M missing, A away from placement without authorisation; not the police's absent.", 'status.status', 'record'),
  date('MIS_START', 'The first day of it.', 'report.missingSince', 'status.at', 'record'),
  date('MIS_END', 'The day it ended; one after the extraction is none yet.', 'returned.at'),
  { name: 'DUC', ignored: 'Who came unaccompanied came so, also after the day they cease to count as such.' },
  text('UASC', 'In XML: 1 where the child came unaccompanied.', 'person.unaccompanied'),
  ...['IN_TOUCH', 'ACTIV', 'ACCOM'].map((name) => ({ name, ignored: 'It is about somebody who has left care.' })),
  ...['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'].map((name) => ({ name, ignored: 'It is about an adoption.' })),
  { name: 'AREVIEW/*', ignored: 'The reviews of the care plan say nothing of a child who is missing.' },
  { name: 'OC2/*', ignored: 'Health and offending are not read: the hub asks for no more of a child than it needs.' },
  { name: 'AD_PLACED/*', ignored: 'It is about an adoption.' },
  { name: 'PERMANENCE/*', ignored: 'It is about where the child lived for good before this care began.' },
];

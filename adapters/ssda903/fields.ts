import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const text = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: null, meaning });
const date = (name: string, meaning: string, ...becomes: readonly string[]): SourceField => ({ name, becomes, precision: 'DATE', meaning });

/** Every column of the return's tables that are read. */
export const FIELDS: readonly SourceField[] = [
  text('CHILD', "The authority's own child number.", 'subject', 'record'),
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
];

import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const KEY_ABOVE = 'the element stands inside the one it refers to';

/** Every column of the export, and what becomes of it. */
export const fields: readonly SourceField[] = [
  { name: 'ExportedAt', becomes: ['order'], precision: 'DATETIME', meaning: 'when the export was made; everything in it counts as said then' },
  { name: 'FACT_MISSING_PERSON_ID', becomes: ['record', 'part', 'offer.episodeKeys', 'interview.episodeKeys'], precision: null, meaning: 'the key of the episode, and of its offer' },
  { name: 'DIM_PERSON_ID', becomes: ['subject'], precision: null, meaning: 'the authority’s own key of the child; a negative number means unknown' },
  { name: 'START_DTTM', becomes: ['report.missingSince', 'status.at'], precision: 'DATETIME', meaning: 'when the child was missed; of a status, since when it holds' },
  { name: 'END_DTTM', becomes: ['returned.at'], precision: 'DATETIME', meaning: 'when the episode ended: the child was back' },
  { name: 'MISSING_STATUS', becomes: ['status.status', 'located', 'returned'], precision: null, meaning: 'missing, away without authorisation, found, or returned' },
  { name: 'RETURN_INTERVIEW_OFFERED', becomes: ['offer.outcome'], precision: null, meaning: 'with ACCEPTED: the statutory returns’ table read backwards' },
  { name: 'RETURN_INTERVIEW_ACCEPTED', becomes: ['offer.outcome'], precision: null, meaning: 'with OFFERED: NO is taken as the child’s own word unless the form says whose' },
  { name: 'LOCATION_MISSING_FROM', becomes: ['report.missingFrom'], precision: null, meaning: 'as it was typed' },
  { name: 'START_REASON', becomes: ['report.circumstances'], precision: null, meaning: 'in the words of the settings, else the code as it came' },
  { name: 'END_REASON', becomes: ['returned.method'], precision: null, meaning: 'in the words of the settings, else the code as it came' },
  { name: 'FORENAME', becomes: ['person.givenName'], precision: null, meaning: 'as it was typed' },
  { name: 'SURNAME', becomes: ['person.familyName'], precision: null, meaning: 'as it was typed' },
  { name: 'BIRTH_DTTM', becomes: ['person.dateOfBirth'], precision: 'DATE', meaning: 'the day; its time of day is the warehouse’s midnight' },
  { name: 'DOB_ESTIMATED', becomes: ['person.dateOfBirthEstimated'], precision: null, meaning: 'an estimated date of birth never joins two records' },
  { name: 'GENDER_MAIN_CODE', becomes: ['person.gender'], precision: null, meaning: 'by the code list of the README' },
  { name: 'ETHNICITY_MAIN_CODE', becomes: ['person.ethnicity'], precision: null, meaning: 'the code, with CNHE and MWBa read as CHNE and MWBA' },
  { name: 'UPN', becomes: ['person.upn'], precision: null, meaning: 'as it was typed; UN1 to UN6 mean that there is none' },
  { name: 'LEGACY_ID', ignored: 'the child’s number in an earlier system of this same authority; only another agency quotes an authority’s number' },
  { name: 'FACT_MISSING_STATUS_ID', ignored: 'every export restates all statuses of an episode, so none needs a key of its own' },
  { name: 'MissingStatus/FACT_MISSING_PERSON_ID', ignored: KEY_ABOVE },
  { name: 'MissingStatus/END_DTTM', ignored: 'a status ends where the next begins or the episode ends' },
  { name: 'FACT_FORM_ID', becomes: ['record'], precision: null, meaning: 'the key of the interview' },
  { name: 'FACT_FORM_ANSWER_ID', ignored: 'every export restates all answers of a form' },
  { name: 'ANSWER_NO', becomes: ['interview.answers', 'interview.locating', 'offer'], precision: null, meaning: 'which question; by the settings, else by codes.ts' },
  { name: 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC', becomes: ['interview.answers', 'interview.locating', 'offer'], precision: null, meaning: 'which question, where ANSWER_NO does not say' },
  { name: 'ANSWER', becomes: ['interview.answers', 'interview.locating', 'interview.state', 'interview.at', 'offer'], precision: null, meaning: 'as it was typed, lists by their words' },
  { name: 'ANSWERED_DTTM', becomes: ['interview.at', 'offer.at'], precision: 'DATETIME', meaning: 'when it was typed in: offer and interview lie before it, where the form does not say when they were' },
];

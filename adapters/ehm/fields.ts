import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const NO_PLACE = 'the hub keeps no early help episodes; as a placement it would make a child look looked after';

/** Every column of the set, and what becomes of it. */
export const fields: readonly SourceField[] = [
  { name: 'FACT_CAF_EPISODE_ID', becomes: ['part'], precision: null, meaning: 'under which episode of early help the child is known' },
  { name: 'DIM_PERSON_ID', becomes: ['subject', 'record'], precision: null, meaning: 'the authority’s own key of the child; a negative number means unknown' },
  { name: 'EPISODE_START_DTTM', ignored: NO_PLACE },
  { name: 'EPISODE_END_DTTM', becomes: ['person'], precision: 'DATETIME', meaning: 'from then on the episode says nothing of the child any more' },
  { name: 'START_REASON', ignored: NO_PLACE },
  { name: 'DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE', ignored: NO_PLACE },
  { name: 'CASE_NOTE_ID', becomes: ['record', 'part'], precision: null, meaning: 'the key of the episode, offer or interview that the note tells of' },
  { name: 'NOTE_TYPE', becomes: ['record'], precision: null, meaning: 'only significant events are taken' },
  { name: 'SIGNIFICANT_EVENT', becomes: ['status.status', 'located', 'returned', 'offer', 'interview.state'], precision: null, meaning: 'by the settings, else by codes.ts' },
  { name: 'EVENT_DTTM', becomes: ['report.missingSince', 'status.at', 'located.at', 'returned.at', 'offer.at', 'interview.at'], precision: 'DATETIME', meaning: 'when it happened' },
  { name: 'EVENT_END_DTTM', becomes: ['returned.at'], precision: 'DATETIME', meaning: 'of a missing episode: when the child was back' },
  { name: 'ABOUT_CASE_NOTE_ID', becomes: ['record', 'offer.episodeKeys', 'interview.episodeKeys'], precision: null, meaning: 'the case note of the missing episode it is about' },
  { name: 'RECORDED_DTTM', ignored: 'when the note was typed in says nothing of the child' },
  { name: 'NOTE', ignored: 'free text about a whole family; an episode is read by homes and partners, and nobody has looked this over for them' },
  { name: 'FORENAME', becomes: ['person.givenName'], precision: null, meaning: 'as it was typed' },
  { name: 'SURNAME', becomes: ['person.familyName'], precision: null, meaning: 'as it was typed' },
  { name: 'BIRTH_DTTM', becomes: ['person.dateOfBirth'], precision: 'DATE', meaning: 'the day; its time of day is the warehouse’s midnight' },
  { name: 'DOB_ESTIMATED', becomes: ['person.dateOfBirthEstimated'], precision: null, meaning: 'an estimated date of birth never joins two records' },
  { name: 'GENDER_MAIN_CODE', becomes: ['person.gender'], precision: null, meaning: 'by the code list of codes.ts' },
  { name: 'ETHNICITY_MAIN_CODE', becomes: ['person.ethnicity'], precision: null, meaning: 'the code, with CNHE and MWBa read as CHNE and MWBA' },
  { name: 'UPN', becomes: ['person.upn'], precision: null, meaning: 'as it was typed; UN1 to UN6 mean that there is none' },
  { name: 'LEGACY_ID', ignored: 'the child’s number in an earlier system of this same authority; only another agency quotes an authority’s number' },
];

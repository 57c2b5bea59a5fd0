import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const said = (name: string, becomes: readonly string[], meaning: string): SourceField => ({ name, becomes, precision: null, meaning });

/** Every column of the four tables. The questions behind FILTER_NAME stand in codes.ts. */
export const fields: readonly SourceField[] = [
  said('WORKFLOW_STEP_ID', ['record', 'report.togetherKey'], 'Which step it is; the children of one step are missing together.'),
  said('SUBGROUP_ID', ['subject'], 'Whose step it is: the people of this subgroup.'),
  {
    name: 'STARTED_ON',
    becomes: ['report.missingSince', 'status.at', 'offer.at', 'interview.at'],
    precision: 'DATETIME',
    meaning: 'With profile cyp051 when the child was missed; with rhi-form when the form was begun, and no start of the episode. Midnight sharp is the whole day.',
  },
  {
    name: 'COMPLETED_ON',
    becomes: ['returned.at', 'offer.at', 'interview.at'],
    precision: 'DATETIME',
    meaning: 'When the form was completed, by which the child was back; the return itself only where the settings say completedOn: RETURN.',
  },
  said('IS_MISSING_OR_ABSENT', ['record'], 'Y: a step of a missing or absent child; others are not read.'),
  said('SUBJECT_TYPE_CODE', ['subject'], 'PER: a person; other subjects cannot be missing.'),
  said('SUBJECT_COMPOUND_ID', ['subject'], 'The PERSON_ID of a member of the subgroup.'),
  said('FILTER_NAME', ['report', 'status', 'risk', 'located', 'returned', 'offer', 'attempt', 'interview'], 'What was asked.'),
  {
    name: 'TEXT_ANSWER',
    becomes: ['report', 'status', 'risk', 'located', 'returned', 'offer', 'attempt', 'interview'],
    precision: 'DATETIME',
    meaning: 'What was answered; of a date as fine as it is written.',
  },
  said('SUBJECT_PERSON_ID', ['subject'], 'Whom the answer is for; zero or less: every child of the step.'),
  said('PERSON_ID', ['subject'], 'The number of the person.'),
  { name: 'SSDA903_ID', ignored: 'The same agency’s number of another series: quoted, it could name another person whose PERSON_ID is the same.' },
  said('NHS_ID', ['person.nhsNumber'], 'The NHS number; one whose check digit is wrong matches no child.'),
  said('UPN_ID', ['person.upn'], 'The unique pupil number; one whose letter is wrong matches no child.'),
  said('FULL_NAME', ['person.givenName'], 'Only where FIRST_NAME and LAST_NAME are both empty.'),
  said('FIRST_NAME', ['person.givenName'], 'As it stands there.'),
  said('LAST_NAME', ['person.familyName'], 'As it stands there.'),
  { name: 'DATE_OF_BIRTH', becomes: ['person.dateOfBirth'], precision: 'DATE', meaning: 'The day of birth.' },
  said('GENDER', ['person.gender'], 'By its code list.'),
  said('RESTRICTED', ['person.restricted'], 'Y: the child is for named people alone; what cannot be read restricts too.'),
];

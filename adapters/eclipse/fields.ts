import type { SourceField } from '../../src/ingest/adapter-contract.ts';

const said = (name: string, becomes: readonly string[], meaning: string): SourceField => ({ name, becomes, precision: null, meaning });
const day = (name: string, becomes: readonly string[], meaning: string): SourceField => ({ name, becomes, precision: 'DATE', meaning });

/** Every column of the two views. The questions behind CONTROLNAME stand in codes.ts. */
export const fields: readonly SourceField[] = [
  said('INSTANCEID', ['record', 'report.togetherKey'], 'Which form the answer stands in; the children of one form are missing together.'),
  said('SUBJECTID', ['subject'], 'Whose form it is, where no answer says whom it is for.'),
  said('ANSWERFORSUBJECTID', ['subject'], 'Whom the answer is for; empty: every child of the form.'),
  said('DESIGNGUID', ['record'], 'Which form it is, by the settings of the system.'),
  { name: 'DESIGNSUBNAME', ignored: 'The DESIGNGUID says which form it is; this is its title.' },
  said('INSTANCESTATE', ['record'], 'COMPLETE: final. Otherwise the return, offer and interview are not taken yet.'),
  said('CONTROLNAME', ['report', 'status', 'risk', 'located', 'returned', 'offer', 'attempt', 'interview'], 'What was asked.'),
  said('ANSWERVALUE', ['report', 'status', 'risk', 'located', 'returned', 'offer', 'attempt', 'interview'], 'What was answered.'),
  said('SHORTANSWERVALUE', ['status', 'risk', 'offer', 'attempt', 'interview'], 'The answer by its short name, where the long one is in no list.'),
  day('DATEANSWERVALUE', ['report.missingSince', 'returned.at', 'offer.at', 'attempt.at', 'interview.at'], 'The date that was answered; the extract cuts times to dates. Of foundReportDate: when it was reported that the child was found.'),
  day('DATESTARTED', ['offer.at', 'interview.at'], 'When the form was begun: the earliest an offer without a date of its own can have been made.'),
  day('DATECOMPLETED', ['offer.at', 'interview.at'], 'When the form was completed: the latest such an offer can have been made. Not when the child was back.'),
  { name: 'SUBMITTERPERSONID', ignored: 'Who typed the form is not who held the interview; nobody is known by this number outside the system.' },
  { name: 'PAGETITLE', ignored: 'Where in the form a question stands says nothing of the child.' },
  said('DUPLICATED', ['record'], 'DUPLICATE: a copy, which is not read.'),
  said('PERSONID', ['subject'], 'The number of the person.'),
  said('FORENAME', ['person.givenName'], 'As it stands there.'),
  said('SURNAME', ['person.familyName'], 'As it stands there.'),
  said('SEX', ['person.gender'], 'Where GENDER says nothing that is known.'),
  said('GENDER', ['person.gender'], 'What the person says they are.'),
  said('ETHNICITYCODE', ['person.ethnicity'], 'As it stands there.'),
  day('DATEOFBIRTH', ['person.dateOfBirth'], 'The day of birth.'),
];

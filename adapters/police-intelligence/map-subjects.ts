import type { Warning } from '../../src/ingest/adapter-contract.ts';
import type { IntelligencePayload } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { categoryOf } from './codes.ts';
import type { Report, SUBJECT } from './payload.ts';
import { FieldReader } from './read-fields.ts';

const YEAR = 365 * 86_400_000;
type NamedPerson = IntelligencePayload['namedPeople'][number];
type SubjectField = (typeof SUBJECT)[number];

/** Who is named in the report. The guidance asks for the date of birth of everyone, and for one person unless they are connected. */
export function subjectsOf({ subjects }: Report, sent: Interval, warnings: Warning[]): NamedPerson[] {
  const readers = subjects.map(({ values, line }, index) => new FieldReader<SubjectField>(values, { path: `/Subjects/Subject[${String(index + 1)}]`, line }, warnings));
  const people = readers.flatMap((reader) => personOf(reader, sent));
  const [, second] = readers;
  if (second !== undefined && readers.every((reader) => reader.text('Connection') === null)) {
    second.warn('SUBJECTS_UNCONNECTED', 'Connection', 'Several people stand on one report and nothing says how they are connected.');
  }
  return people;
}

function personOf(reader: FieldReader<SubjectField>, sent: Interval): NamedPerson[] {
  const name = reader.text('Name');
  if (name === null) {
    reader.warn('NAME_MISSING', 'Name', 'This person has no name, and was left out.');
    return [];
  }
  const born = reader.date('DateOfBirth');
  if (reader.text('DateOfBirth') === null) {
    reader.warn('DATE_OF_BIRTH_MISSING', 'DateOfBirth', 'This person is named without a date of birth, and may be taken for another.');
  }
  // Where the force sets no day, what is kept of somebody is looked at again after a year.
  const reviewOn = reader.date('ReviewOn')?.text ?? new Date(sent.from + YEAR).toISOString().slice(0, 10);
  return [{ name, category: reader.code('Category', categoryOf) ?? 'UNKNOWN', dateOfBirth: born?.text ?? null, grade: null, reviewOn }];
}

import type { DraftObservation, Mapped, ParsedRecord, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { checkedNhsNumber } from '../../src/domain/observation/nhs-number.ts';
import type { IntelligencePayload } from '../../src/domain/observation/observation.ts';
import { canonicalInstant, type Interval } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import { ENTITY_KIND, topicOf, urgencyOf } from './codes.ts';
import { gradeOf } from './map-grade.ts';
import { subjectsOf } from './map-subjects.ts';
import type { Path, Report } from './payload.ts';
import { FieldReader } from './read-fields.ts';

const A_MINUTE = 60_000;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;
const NO_INTERVIEW = { code: 'INTERVIEW_UNREADABLE', reason: 'This is not the id the hub gave an interview; it was left out.' };

type Reader = FieldReader<Path>;

/** What every message states of the report it is about. */
interface Named {
  readonly reference: string;
  readonly sent: Interval;
  readonly order: string;
}

/** One report to what it says; a correction restates all of it, and a withdrawal takes it back. */
export function map({ record: report, place }: ParsedRecord<Report>): Mapped {
  const warnings: Warning[] = [];
  const reader: Reader = new FieldReader(report.values, { path: '', line: report.line }, warnings);
  const named = nameOf(reader);
  if ('code' in named) {
    return { observations: [], refusals: [named], warnings: [], period: null };
  }
  const said = { subjectKey: subjectOf(reader, named), record: { kind: 'intelligence', key: named.reference }, part: '', order: named.order, place } as const;
  if (reader.text('Header/Act') === 'WITHDRAWAL') {
    const withdrawn: DraftObservation = { ...said, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
    return { observations: [withdrawn], refusals: [], warnings, period: null };
  }
  const content = reader.text('Intelligence/Content');
  if (content === null) {
    const fault = { code: 'VALUE_INVALID', place: reader.place('Intelligence/Content'), reason: 'The report says nothing.', remedy: 'Give the intelligence in Content, or withdraw the report.' } as const;
    const record = { kind: 'intelligence', key: named.reference, part: '', order: named.order } as const;
    return { observations: [], refusals: [{ ...fault, readable: null, record }], warnings: [], period: null };
  }
  const payload = payloadOf(content, { reader, report, sent: named.sent, warnings });
  return { observations: [{ ...said, act: 'correct', kind: 'intelligence', payload }], refusals: [], warnings, period: null };
}

function nameOf(reader: Reader): Named | Refusal {
  const reference = reader.text('Header/Reference');
  if (reference === null) {
    return { code: 'RECORD_KEY_MISSING', place: reader.place('Header/Reference'), reason: 'The report has no reference.', remedy: 'Give the force’s own reference of the report.', readable: null, record: null };
  }
  const silently = new FieldReader<Path>(new Map([['Header/SentAt', { text: reader.text('Header/SentAt') ?? '', line: 0 }]]), { path: '', line: 0 }, []);
  const sent = silently.time('Header/SentAt');
  if (sent === null || sent.precision === 'DATE') {
    const record = { kind: 'intelligence', key: reference, part: '', order: null } as const;
    const reason = 'SentAt is not a date with a time, so the report can be put in no order.';
    return { code: 'VALUE_INVALID', place: reader.place('Header/SentAt'), reason, remedy: 'Give an ISO 8601 time, such as 2026-03-01T22:15:00Z.', readable: null, record };
  }
  if (sent.until - sent.from > A_MINUTE) {
    reader.warn('TIME_AMBIGUOUS', 'Header/SentAt', 'SentAt lies in the hour that the clocks repeat in autumn; the first of the two was taken.');
  }
  return { reference, sent, order: canonicalInstant(sent.from) };
}

/** The force's own key of the child, where its reports name the child by the same; else a key that is of this report alone. */
function subjectOf(reader: Reader, { reference }: Named): string {
  const misper = reader.text('Child/MisperId');
  return reader.text('Child/PersonId') ?? (misper === null ? `intelligence:${reference}` : standInKey(misper));
}

interface Around {
  readonly reader: Reader;
  readonly report: Report;
  readonly sent: Interval;
  readonly warnings: Warning[];
}

function payloadOf(content: string, { reader, report, sent, warnings }: Around): IntelligencePayload {
  return {
    origin: 'POLICE',
    topic: reader.code('Intelligence/Topic', topicOf) ?? 'OTHER',
    urgency: reader.code('Intelligence/Urgency', urgencyOf) ?? 'ROUTINE',
    at: reader.time('Intelligence/KnownAt') ?? sent,
    interview: reader.read('Intelligence/InterviewId', (text) => (UUID.test(text.toLowerCase()) ? text.toLowerCase() : null), NO_INTERVIEW),
    content,
    source: reader.text('Provenance/Source') ?? '',
    namedPeople: subjectsOf(report, sent, warnings),
    area: reader.text('Intelligence/Area'),
    grade: gradeOf(reader, report),
    entities: report.entities.map(({ name, text }) => ({ kind: ENTITY_KIND[name], value: text })),
    protectiveMarking: reader.text('Header/ProtectiveMarking'),
    about: aboutOf(reader),
  };
}

function aboutOf(reader: Reader): NonNullable<IntelligencePayload['about']> {
  const [nhsNumber, familyName] = [reader.text('Child/NHSNumber'), reader.text('Child/Surname')];
  const dateOfBirth = reader.date('Child/DateOfBirth');
  if (nhsNumber !== null && checkedNhsNumber(nhsNumber) === null) {
    reader.warn('NHS_NUMBER_CHECK_FAILED', 'Child/NHSNumber', 'The number fails its check and finds no child.');
  }
  const isNumbered = nhsNumber !== null && (familyName !== null || dateOfBirth !== null);
  if (!isNumbered && reader.text('Child/PersonId') === null && reader.text('Child/MisperId') === null) {
    reader.warn('CHILD_UNFINDABLE', 'Child/NHSNumber', 'Only the force’s own key or a checked NHS number with surname or date of birth finds the child; until then nobody sees the item.');
  }
  return { givenName: reader.text('Child/GivenName'), familyName, dateOfBirth, nhsNumber };
}

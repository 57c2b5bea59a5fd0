import type { ReadableIdentity, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { ToldAnswer } from '../../src/domain/observation/form/form-reader.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { FLAGS, PERSON_SUBJECT, QUESTIONS } from './codes.ts';
import { stepKey, type MosaicSettings, type MosaicStep } from './payload.ts';
import { readMoment } from './read-moment.ts';

/** What one step says of one of its children. */
export interface PlacedStep {
  readonly place: string;
  readonly step: MosaicStep;
  readonly warnings: readonly Warning[];
}

/** The rows of the set's tables that speak of steps, and who stands in its table of persons. */
export interface StepTables {
  readonly steps: readonly TableRow[];
  readonly members: readonly TableRow[];
  readonly answers: readonly TableRow[];
  readonly persons: ReadonlySet<string>;
  readonly settings: MosaicSettings;
  /** When the set was extracted, in epoch milliseconds and as the order of everything it says. */
  readonly extracted: { readonly at: number; readonly order: string };
}

export interface ReadSteps {
  readonly steps: readonly PlacedStep[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** Puts each step together with its children and what is answered for each of them. */
export function readSteps(tables: StepTables): ReadSteps {
  const members = tables.members.filter((row) => isWhole(row, 'SUBJECT_COMPOUND_ID'));
  const broken = [...keyless(tables.steps, 'WORKFLOW_STEP_ID'), ...keyless(tables.members, 'SUBJECT_COMPOUND_ID'), ...keyless(members, 'SUBGROUP_ID'), ...keyless(tables.answers, 'WORKFLOW_STEP_ID')];
  const rows = tables.steps.filter((row) => isWhole(row, 'WORKFLOW_STEP_ID'));
  const taken = rows.filter(({ cells }) => FLAGS.get(flagOf(cells)) !== false);
  const around = { ...tables, members: byColumn(members, 'SUBGROUP_ID'), answers: byColumn(tables.answers, 'WORKFLOW_STEP_ID') };
  const read = taken.map((row) => readStep(row, around));
  const known = new Set(rows.map(({ cells }) => cells.get('WORKFLOW_STEP_ID')));
  const loose = [...around.answers].filter(([step]) => !known.has(step)).flatMap(([, answers]) => answers);
  return {
    steps: read.flatMap(({ steps }) => steps),
    refusals: [...broken, ...read.flatMap(({ refusals }) => refusals)],
    warnings: [
      ...counted('STEPS_OF_OTHER_KINDS', rows.filter((row) => !taken.includes(row)), 'steps are of no missing or absent child; they were not read.'),
      ...counted('ANSWERS_WITHOUT_STEP', loose, 'answers belong to no step of the set; they were not read.'),
      ...read.flatMap(({ warnings }) => warnings),
    ],
  };
}

/** A row that cannot be read may be about a child who is missing. */
const SOMEBODY: ReadableIdentity = { messageKind: 'MOSAIC_STEP', givenName: null, familyName: null, dateOfBirth: null, risk: null, absence: 'MISSING', authority: null };

function isWhole({ fault, cells }: TableRow, key: string): boolean {
  return fault === null && cells.has(key);
}

function keyless(rows: readonly TableRow[], key: string): Refusal[] {
  const noKey = { code: 'RECORD_KEY_MISSING', reason: `The row has no ${key}.`, remedy: `Give the ${key}.` } as const;
  return rows.filter((row) => !isWhole(row, key)).map(({ fault, place }) => ({ ...(fault ?? noKey), place, readable: SOMEBODY, record: null }));
}

function byColumn(rows: readonly TableRow[], column: string): Map<string, TableRow[]> {
  return Map.groupBy(rows.filter((row) => isWhole(row, column)), ({ cells }) => cells.get(column) ?? '');
}

function counted(code: string, rows: readonly TableRow[], reason: string): Warning[] {
  const [first] = rows;
  return first === undefined ? [] : [{ code, place: first.place, reason: `${String(rows.length)} ${reason}` }];
}

/** Empty is no flag at all. */
function flagOf(cells: TableRow['cells']): string {
  return cells.get('IS_MISSING_OR_ABSENT')?.toUpperCase() ?? 'N';
}

type Around = Omit<StepTables, 'members' | 'answers'> & { readonly members: ReadonlyMap<string, TableRow[]>; readonly answers: ReadonlyMap<string, TableRow[]> };

function readStep(row: TableRow, around: Around): ReadSteps {
  const step = row.cells.get('WORKFLOW_STEP_ID') ?? '';
  const answers = around.answers.get(step) ?? [];
  const members = membersOf(row, around);
  const named = [...new Set(answers.flatMap(({ cells }) => personOf(cells) ?? []))];
  const children = members.length > 0 ? members : named;
  if (children.length === 0) {
    const reason = 'The step names no child: its subgroup has no members in the set, and no answer is for a person.';
    return { steps: [], warnings: [], refusals: [{ code: 'RECORD_KEY_MISSING', place: row.place, reason, remedy: 'Send the members of the subgroup, SUBJECT_TYPE_CODE PER.', readable: SOMEBODY, record: null }] };
  }
  const strangers = answers.filter(({ cells }) => !children.includes(personOf(cells) ?? children[0] ?? ''));
  const steps = children.map((child) => placedStep(row, { child, isShared: children.length > 1, answers, around }));
  return { steps, warnings: [], refusals: strangers.map((answer) => refuseStranger(answer, step, around)) };
}

function membersOf({ cells }: TableRow, { members }: Around): string[] {
  const rows = members.get(cells.get('SUBGROUP_ID') ?? '') ?? [];
  const people = rows.filter((member) => member.cells.get('SUBJECT_TYPE_CODE')?.toUpperCase() === PERSON_SUBJECT);
  return [...new Set(people.flatMap((member) => member.cells.get('SUBJECT_COMPOUND_ID') ?? []))];
}

/** Whom an answer is for; null: zero, less, or nobody, which means every child of the step. */
function personOf(cells: TableRow['cells']): string | null {
  const person = cells.get('SUBJECT_PERSON_ID');
  return person === undefined || /^(?:-\d+|0+)$/.test(person) ? null : person;
}

function refuseStranger({ cells, place }: TableRow, step: string, { extracted }: Around): Refusal {
  const record = { kind: 'episode', key: stepKey(step, personOf(cells) ?? ''), part: '', order: extracted.order } as const;
  return { code: 'VALUE_INVALID', place, reason: 'The answer is for a person who is not in the subgroup of its step.', remedy: 'Correct SUBJECT_PERSON_ID, or send the whole subgroup.', readable: SOMEBODY, record };
}

interface Of {
  readonly child: string;
  readonly isShared: boolean;
  readonly answers: readonly TableRow[];
  readonly around: Around;
}

function placedStep(row: TableRow, { child, isShared, answers, around }: Of): PlacedStep {
  const warnings: Warning[] = [];
  const started = momentOf(row, 'STARTED_ON', { warnings, extractedAt: around.extracted.at });
  const completed = momentOf(row, 'COMPLETED_ON', { warnings, extractedAt: around.extracted.at });
  if (!around.persons.has(child)) {
    warnings.push({ code: 'PERSON_NOT_IN_SET', place: row.place, reason: 'A child of the step is not in dm_persons of this set: name and RESTRICTED stay as they were told last, if ever.' });
  }
  if (!FLAGS.has(flagOf(row.cells))) {
    warnings.push({ code: 'CODE_UNKNOWN', place: `${row.place}, IS_MISSING_OR_ABSENT`, reason: 'This is Y or N; the step was read as one of a missing child.' });
  }
  const own = answers.filter(({ cells }) => (personOf(cells) ?? child) === child);
  const step = { step: row.cells.get('WORKFLOW_STEP_ID') ?? '', child, isShared, started, completed, isComplete: completed !== null };
  return { place: row.place, step: { ...step, answers: own.flatMap((answer) => answerOf(answer, around.settings)) }, warnings };
}

function momentOf(row: TableRow, column: string, { warnings, extractedAt }: { warnings: Warning[]; extractedAt: number }): Interval | null {
  const text = row.cells.get(column);
  const moment = readMoment(text ?? '');
  if (text !== undefined && moment === null) {
    warnings.push({ code: 'DATE_UNREADABLE', place: `${row.place}, ${column}`, reason: 'This is not a date or time the adapter README lists; it was left out.' });
  }
  if (moment !== null && moment.from > extractedAt) {
    warnings.push({ code: 'DATE_IN_FUTURE', place: `${row.place}, ${column}`, reason: 'This lies after the set was extracted; it was left out.' });
    return null;
  }
  return moment;
}

/** A filter nobody named is none of the hub's; an empty answer says nothing. */
function answerOf({ cells, place }: TableRow, settings: MosaicSettings): ToldAnswer[] {
  const filter = cells.get('FILTER_NAME') ?? '';
  const [label, question] = questionOf(filter, settings) ?? ['', null];
  const text = cells.get('TEXT_ANSWER');
  if (question === null || text === undefined) {
    return [];
  }
  // Who was told is asked as a time: without the question it would say nobody.
  const words = question === 'episode.informedPersons' ? [`${label}: ${text}`] : [text];
  const digits = label.includes('#') ? /\d{1,3}/.exec(filter)?.[0] : undefined;
  return [{ question, label: filter, words, number: digits === undefined ? null : Number(digits), place }];
}

/** No filter's name is longer. */
const LONGEST_NAME = 200;
type Filters = ReadonlyMap<string, readonly [label: string, question: FormQuestion]>;

function filters(questions: Readonly<Record<string, FormQuestion>>): Filters {
  return new Map(Object.entries(questions).map((entry) => [plain(entry[0]), entry]));
}

const KNOWN: Readonly<Record<MosaicSettings['profile'], Filters>> = { cyp051: filters(QUESTIONS.cyp051), 'rhi-form': filters(QUESTIONS['rhi-form']) };

/** What a filter asks: the authority's own names before the profile's; spaces and case play no part, and `#` is the number of an attempt. */
export function questionOf(filter: string, { profile, questions }: MosaicSettings): readonly [label: string, question: FormQuestion] | null {
  const name = plain(filter);
  const numbered = name.replace(/\d{1,3}/, '#');
  const own = filters(questions);
  return own.get(name) ?? own.get(numbered) ?? KNOWN[profile].get(name) ?? KNOWN[profile].get(numbered) ?? null;
}

function plain(filter: string): string {
  return filter.slice(0, LONGEST_NAME).toLowerCase().replace(/\s+/g, ' ').trim();
}

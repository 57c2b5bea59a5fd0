import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { ToldAnswer } from '../../src/domain/observation/form/form-reader.ts';
import { COMPLETE, CONTROLS } from './codes.ts';
import type { EclipseForm, EclipseSettings, Told } from './payload.ts';
import { readDay } from './read-day.ts';

/** A form of one child, with what it tells of and where it begins. */
export interface PlacedForm {
  readonly place: string;
  readonly tells: readonly Told[];
  readonly form: EclipseForm;
}

export interface ReadForms {
  readonly forms: readonly PlacedForm[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** Gathers the rows of the view into forms, and each form into what it says of each of its children. */
export function readForms(rows: readonly TableRow[], settings: EclipseSettings): ReadForms {
  const whole = rows.filter(({ fault, cells }) => fault === null && cells.has('INSTANCEID'));
  const broken = rows.filter((row) => !whole.includes(row)).map(refuseRow);
  const instances = [...Map.groupBy(whole, ({ cells }) => cells.get('INSTANCEID') ?? '').values()];
  const read = instances.map((instance) => readInstance(instance, settings));
  const other = read.filter((instance) => instance === 'OTHER_FORM').length;
  const known = read.filter((instance) => instance !== 'OTHER_FORM');
  const refusals = [...broken, ...known.flatMap((instance) => ('code' in instance ? [instance] : []))];
  if (other > 0 && other === read.length && broken.length === 0) {
    return { forms: [], refusals: [noneKnown(rows)], warnings: [] };
  }
  const taken = known.flatMap((instance) => ('code' in instance ? [] : [instance]));
  return { forms: taken.flat(), refusals, warnings: [...(other > 0 ? [otherForms(rows, other)] : []), ...taken.flatMap(notComplete)] };
}

/** Answers of a row that cannot be read may be about a child who is missing. */
const SOMEBODY = { messageKind: 'ECLIPSE_ANSWER', givenName: null, familyName: null, dateOfBirth: null, risk: null, absence: 'MISSING', authority: null } as const;

function refuseRow({ place, fault }: TableRow): Refusal {
  const noKey = { code: 'RECORD_KEY_MISSING', reason: 'The row does not say which form it belongs to.', remedy: 'Give the INSTANCEID.' } as const;
  return { ...(fault ?? noKey), place, readable: SOMEBODY, record: null };
}

function noneKnown([first]: readonly TableRow[]): Refusal {
  return {
    code: 'DOCUMENT_SCHEMA',
    place: first?.place ?? 'line 1',
    reason: 'No form of the file is one that the settings of this system name.',
    remedy: 'Name the DESIGNGUID of each form in the settings of the system in the directory.',
    readable: null,
    record: null,
  };
}

function otherForms([first]: readonly TableRow[], count: number): Warning {
  return { code: 'FORMS_NOT_NAMED', place: first?.place ?? 'line 1', reason: `${String(count)} forms are of designs that the settings do not name; they were not read.` };
}

function notComplete([first]: readonly PlacedForm[]): Warning[] {
  const reason = 'The form is not complete: what it says of the return, the offer and the interview waits until it is.';
  return first?.form.state === 'OTHER' ? [{ code: 'FORM_NOT_COMPLETE', place: first.place, reason }] : [];
}

function readInstance(rows: readonly TableRow[], settings: EclipseSettings): PlacedForm[] | Refusal | 'OTHER_FORM' {
  const place = rows[0]?.place ?? '';
  const designs = new Set(rows.map(({ cells }) => cells.get('DESIGNGUID')?.toUpperCase()));
  const named = settings.forms.filter(({ design }) => designs.has(design.toUpperCase()));
  const [form] = named;
  if (form === undefined) {
    return 'OTHER_FORM';
  }
  const children = childrenOf(rows);
  const fault = instanceFault(rows, children);
  if (fault !== null) {
    return { ...fault, place, remedy: 'Correct DESIGNGUID, INSTANCESTATE, SUBJECTID or ANSWERFORSUBJECTID of this form.', readable: SOMEBODY, record: null };
  }
  return children.map((child) => ({ place, tells: form.tells, form: formOf(child, { rows, settings, isShared: children.length > 1 }) }));
}

/** What is wrong with a form as a whole: which one it is, whose, and whether it is final are said by each of its rows alike. */
function instanceFault(rows: readonly TableRow[], children: readonly string[]): Pick<Refusal, 'code' | 'reason'> | null {
  if (named(rows, 'DESIGNGUID').length > 1) {
    return { code: 'VALUE_INVALID', reason: 'The rows of one form name different designs.' };
  }
  if (named(rows, 'INSTANCESTATE').length > 1) {
    return { code: 'VALUE_INVALID', reason: 'The rows of one form state different states.' };
  }
  return children.length === 0 ? { code: 'RECORD_KEY_MISSING', reason: 'The form names no child.' } : null;
}

/** Those the answers are for; where no answer says so, the subject of the form. */
function childrenOf(rows: readonly TableRow[]): string[] {
  const answered = named(rows, 'ANSWERFORSUBJECTID');
  return answered.length > 0 ? answered : named(rows, 'SUBJECTID');
}

function named(rows: readonly TableRow[], column: string): string[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.get(column) ?? []))];
}

interface Around {
  readonly rows: readonly TableRow[];
  readonly settings: EclipseSettings;
  readonly isShared: boolean;
}

/** What one form says of one child: the answers for it, and those for nobody in particular. */
function formOf(child: string, { rows, settings, isShared }: Around): EclipseForm {
  const own = rows.filter(({ cells }) => (cells.get('ANSWERFORSUBJECTID') ?? child) === child);
  return {
    instance: named(rows, 'INSTANCEID')[0] ?? '',
    child,
    isShared,
    state: stateOf(rows, settings),
    started: latestDay(rows, 'DATESTARTED'),
    completed: latestDay(rows, 'DATECOMPLETED'),
    // By what they say: an extract has its rows in any order, and what differs is told in one.
    answers: own.flatMap((row) => answerOf(row, settings)).sort((one, other) => (wordsOf(one) < wordsOf(other) ? -1 : 1)),
  };
}

function wordsOf({ label, words }: ToldAnswer): string {
  return [label, ...words].join('\n');
}

function stateOf(rows: readonly TableRow[], { withdrawnStates }: EclipseSettings): EclipseForm['state'] {
  const states = named(rows, 'INSTANCESTATE').map((state) => state.toUpperCase());
  if (withdrawnStates.some((state) => state.toUpperCase() === states[0])) {
    return 'WITHDRAWN';
  }
  return states[0] === COMPLETE ? 'COMPLETE' : 'OTHER';
}

function latestDay(rows: readonly TableRow[], column: string): ReturnType<typeof readDay> {
  const days = named(rows, column).map(readDay).filter((day) => day !== null);
  return days.toSorted((one, other) => one.from - other.from).at(-1) ?? null;
}

/** A control nobody named is none of the hub's; an empty answer says nothing. */
function answerOf(row: TableRow, settings: EclipseSettings): ToldAnswer[] {
  const label = row.cells.get('CONTROLNAME') ?? '';
  const question = questionOf(label, settings);
  const words = ['ANSWERVALUE', 'SHORTANSWERVALUE', 'DATEANSWERVALUE'].flatMap((column) => row.cells.get(column) ?? []);
  return question === null || words.length === 0 ? [] : [{ question, label, words, number: numberIn(label), place: row.place }];
}

/** No control's name is longer. */
const LONGEST_NAME = 200;
type Beginnings = readonly (readonly [beginning: string, question: FormQuestion])[];

/** The longest first. */
function beginnings(controls: Readonly<Record<string, FormQuestion>>): Beginnings {
  const all = Object.entries(controls).map(([beginning, question]) => [beginning.toLowerCase(), question] as const);
  return all.sort(([one], [other]) => other.length - one.length);
}

const KNOWN = beginnings(CONTROLS);

/** What a control asks: the longest beginning that fits, the authority's own before the adapter's. */
export function questionOf(label: string, { controls, found }: EclipseSettings): FormQuestion | null {
  const name = label.slice(0, LONGEST_NAME).toLowerCase();
  const [, question = null] = [...beginnings(controls), ...KNOWN].find(([beginning]) => name.startsWith(beginning)) ?? [];
  return question === 'episode.returnedAt' && found === 'LOCATED' ? 'episode.locatedAt' : question;
}

/** The number of the attempt that a control is of. */
export function numberIn(label: string): number | null {
  const digits = /\d{1,3}/.exec(label)?.[0];
  return digits === undefined ? null : Number(digits);
}

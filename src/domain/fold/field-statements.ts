import { canonicalJson } from '../observation/canonical-json.ts';
import { agree, choiceRule } from './choose-value.ts';
import type { Priority } from './field-priority.ts';
import { groupBy } from './group-by.ts';
import type { Fate, FieldStatement, FieldStatements, SaidBy } from './field-statement.ts';
import type { FoldContext } from './fold-context.ts';
import { compareText, type TakenBack } from './standing.ts';
import type { Stated } from './stated-fields.ts';

/** One word of a source on one field, oldest first within its record; null takes back what it said of the field before. */
export interface Word {
  readonly field: string;
  readonly value: unknown;
  readonly source: SaidBy;
  readonly takenBack: Pick<TakenBack, 'how' | 'order'> | null;
}

/** What stands of a field, and by which order of sources it was chosen. */
export interface Chosen {
  readonly standing: Stated<unknown> | null;
  readonly priority: Priority;
}

/** Of a field that changed very often the latest words are kept. */
const MOST_VALUES = 50;

/** All words on each field, side by side, fields by name. */
export function fieldStatements(words: readonly Word[], chosen: Readonly<Record<string, Chosen>>, context: FoldContext): FieldStatements[] {
  const byField = [...groupBy(words, ({ field }) => field)].sort(([first], [second]) => compareText(first, second));
  return byField.flatMap(([field, said]) => {
    const { standing, priority } = chosen[field] ?? { standing: null, priority: [] };
    const judged = [...groupBy(said, ({ source }) => source.record).values()].flatMap(judgeRecord);
    const now = judged.filter(({ fate }) => fate === null).map(({ value, source }) => ({ value, source }));
    const values = judged
      .map((statement) => ({ ...statement, fate: isSource(statement, standing) ? 'STANDS' : (statement.fate ?? fateBeside(statement, standing, context)) }))
      .sort(standingFirst)
      .slice(0, MOST_VALUES);
    const rule = standing === null ? null : choiceRule(now, { standing, priority }, context);
    return values.length === 0 ? [] : [{ field, rule, priority, values }];
  });
}

type Judged = Omit<FieldStatement, 'fate'> & { readonly fate: Fate | null };

/** What one record said of a field; what it says again, or says now after all, is not told as taken back. */
function judgeRecord(said: readonly Word[]): Judged[] {
  const inOrder = said.toSorted(bySource);
  const standing = judgeStanding(inOrder.filter(({ takenBack }) => takenBack === null));
  const now = standing.find(({ fate }) => fate === null);
  const gone = inOrder.flatMap(({ value, source, takenBack }) =>
    takenBack === null || value === null || sameWord(value, now?.value) ? [] : [{ value, source, fate: takenBack.how, endedBy: takenBack.order }],
  );
  const once = new Map(gone.map((word) => [canonicalJson([word.value, word.fate]), word]));
  return [...standing, ...once.values()];
}

/** Of what was not taken back each word is replaced by the next that differs; null takes the one before it back. */
function judgeStanding(inOrder: readonly Word[]): Judged[] {
  const judged: Judged[] = [];
  for (const { value, source } of inOrder) {
    const before = judged.at(-1);
    if (before?.fate === null && sameWord(before.value, value)) {
      judged.pop();
    } else if (before?.fate === null) {
      judged[judged.length - 1] = { ...before, fate: value === null ? 'RETRACTED' : 'REPLACED', endedBy: source.order };
    }
    if (value !== null) {
      judged.push({ value, source, fate: null, endedBy: null });
    }
  }
  return judged;
}

function bySource({ source: first }: Pick<Word, 'source'>, { source: second }: Pick<Word, 'source'>): number {
  return compareText(first.order, second.order) || compareText(first.observation, second.observation);
}

function sameWord(first: unknown, second: unknown): boolean {
  return canonicalJson(first) === canonicalJson(second);
}

function isSource({ source }: Pick<Judged, 'value' | 'source'>, standing: Stated<unknown> | null): boolean {
  return source.observation === standing?.source.observation;
}

function fateBeside({ value }: Pick<Judged, 'value' | 'source'>, standing: Stated<unknown> | null, context: FoldContext): Fate {
  return standing !== null && agree(value, standing.value, context) ? 'AGREES' : 'DISAGREES';
}

const FATES: readonly Fate[] = ['STANDS', 'DISAGREES', 'AGREES', 'REPLACED', 'CORRECTED', 'RETRACTED', 'ABSENT'];

/** What is said no more comes last, the latest of it first. */
function standingFirst(first: FieldStatement, second: FieldStatement): number {
  const place = ({ fate }: FieldStatement): number => Math.min(FATES.indexOf(fate), FATES.indexOf('REPLACED'));
  return place(first) - place(second) || bySource(second, first) || compareText(first.source.record, second.source.record);
}

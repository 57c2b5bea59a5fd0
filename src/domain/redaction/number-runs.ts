import { inPlainDigits } from './any-digits.ts';

/** Where something stands in a text. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/** A run of digits as somebody wrote it, and the national number it makes. */
export interface NumberRun extends Span {
  readonly digits: string;
}

/** Digits said as words, how numbers are read out in Britain. */
const SAID: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', nought: '0', naught: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', hundred: '00',
};
const TIMES: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 };
/** A digit, the letter that stands in for one, or what nobody sees between two. */
const FIGURE = '(?:[\\p{Nd}\\p{Cf}]|o(?!ne|h))';
/** Figures go on as long as they can: a row of them that could be parted anywhere would be tried in every way before it is given up. */
const WORDS = [...Object.keys(SAID), ...Object.keys(TIMES)].map((word) => Array.from(word).join('\\p{Cf}*'));
const DIGIT = `(?!\\p{Cf})${FIGURE}+(?!${FIGURE})|${WORDS.join('|')}`;
const BETWEEN = '(?:\\p{Cf}*[ \\t.,()\\-–/]){0,3}\\p{Cf}*';
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])[+(]?(?:${DIGIT})(?:${BETWEEN}(?:${DIGIT}))*(?![\\p{L}\\p{N}])`, 'giu');
const PART = new RegExp(DIGIT, 'giu');
/** A number said digit by digit with its country's code, and the most figures a number has. */
const [MOST_PARTS, LONGEST] = [15, 20];

/** Every run of digits in a text, in figures or words, however they are set apart. */
export function findNumbers(text: string): NumberRun[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({ from: index, until: index + run.length, digits: nationalDigits(run) }));
}

/**
 * Every number that a text may be read to hold, in national digits, and where: of a run also what lies between the beginning of one
 * of its parts and the end of another, for two numbers behind one another are one run.
 */
export function numbersIn(text: string): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  for (const run of findNumbers(text)) {
    const parts = partsOf(text.slice(run.from, run.until));
    parts.forEach((first, place) => {
      let figures = '';
      for (const part of parts.slice(place, place + MOST_PARTS)) {
        figures += part.figures;
        if (figures.length <= LONGEST) {
          const from = run.from + (place === 0 ? 0 : first.from);
          found.set(national(figures), [...(found.get(national(figures)) ?? []), { from, until: run.from + part.until }]);
        }
      }
    });
  }
  return found;
}

/** Without the country's code and the leading nought. */
export function nationalDigits(phone: string): string {
  return national(partsOf(phone).map(({ figures }) => figures).join(''));
}

function national(figures: string): string {
  return figures.replace(/^(?:00)?44/u, '').replace(/^0+/u, '');
}

/** One figure, row of figures or word of a run, and the digits it stands for: "double" is said by the next. */
function partsOf(run: string): (Span & { readonly figures: string })[] {
  let times = 1;
  return [...run.matchAll(PART)].map(({ 0: part, index }) => {
    const said = part.replaceAll(/\p{Cf}/gu, '').toLowerCase();
    const more = TIMES[said];
    const digits = more === undefined ? (SAID[said] ?? inPlainDigits(said.replaceAll('o', '0'))) : '';
    const figures = digits.slice(0, 1).repeat(times) + digits.slice(1);
    times = more ?? 1;
    return { from: index, until: index + part.length, figures };
  });
}

/** A run of digits as somebody wrote it, and the national number it makes. */
export interface NumberRun {
  readonly from: number;
  readonly until: number;
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
const DIGIT = `(?!\\p{Cf})${FIGURE}+(?!${FIGURE})|${[...Object.keys(SAID), ...Object.keys(TIMES)].join('|')}`;
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])[+(]?(?:${DIGIT})(?:[ \\t.,()\\-–/]{0,3}(?:${DIGIT}))*(?![\\p{L}\\p{N}])`, 'giu');
const PART = new RegExp(DIGIT, 'giu');

/** Every run of digits in a text, in figures or words, however they are set apart. */
export function findNumbers(text: string): NumberRun[] {
  return [...text.matchAll(RUN)].map(({ 0: run, index }) => ({ from: index, until: index + run.length, digits: nationalDigits(run) }));
}

/** Without the country's code and the leading nought. */
export function nationalDigits(phone: string): string {
  return inFigures(phone).replace(/^(?:00)?44/u, '').replace(/^0+/u, '');
}

function inFigures(run: string): string {
  let [figures, times] = ['', 1];
  for (const [part] of run.normalize('NFKC').matchAll(PART)) {
    const said = part.toLowerCase();
    const more = TIMES[said];
    const digits = more === undefined ? (SAID[said] ?? said.replaceAll('o', '0').replaceAll(/\D/gu, '')) : '';
    figures += digits.slice(0, 1).repeat(times) + digits.slice(1);
    times = more ?? 1;
  }
  return figures;
}

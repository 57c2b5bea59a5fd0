const DIGIT = /\p{Nd}/u;
const TEN = 10;

/** Every digit as 0 to 9, whatever script it is written in. */
export function inPlainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(placeInRow(digit) % TEN));
}

/** The digits of a script stand in Unicode in a row from nought to nine; rows may follow one another. */
function placeInRow(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) {
    before += 1;
  }
  return before;
}

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A number of the range that the NHS keeps for tests, with its check digit; every one of `place` is another. */
export function inventedNhsNumber(place: number): string {
  // Some nine digits have no check digit: of any two that differ in the last one alone, one has.
  const [number] = [0, 1].map((last) => withCheckDigit(`9995${String(place).padStart(4, '0')}${String(last)}`)).filter((found) => found !== null);
  return number ?? '';
}

function withCheckDigit(nine: string): string | null {
  const sum = Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : nine + String(check);
}

/** A unique pupil number of a school that does not exist, with its check letter. */
export function inventedUpn(place: number): string {
  const digits = `9995000${String(place).padStart(5, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${LETTERS[sum % 23] ?? ''}${digits}`;
}

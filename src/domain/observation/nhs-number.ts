/** The ten digits of an NHS number whose check digit is right, without spaces; null when it cannot identify anyone. */
export function checkedNhsNumber(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  // Ten equal digits pass the check, and are what people type when they have no number.
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) {
    return null;
  }
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) ? digits : null;
}

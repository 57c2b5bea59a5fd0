const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** What a unique pupil number is worth; only a permanent one identifies a child. */
export type CheckedUpn =
  | { readonly state: 'PERMANENT'; readonly upn: string }
  | { readonly state: 'TEMPORARY' }
  | { readonly state: 'FAILED' };

/** Checks a unique pupil number's letter; one that ends in a letter is temporary and changes with the school. */
export function checkUpn(text: string): CheckedUpn {
  const upn = text.replaceAll(/\s/g, '').toUpperCase();
  if (/^[A-Z]\d{11}[A-Z]$/.test(upn)) {
    return { state: 'TEMPORARY' };
  }
  // Twelve equal digits are a placeholder, whatever their letter.
  if (!/^[A-Z]\d{12}$/.test(upn) || /^.(\d)\1+$/.test(upn)) {
    return { state: 'FAILED' };
  }
  const sum = Array.from(upn.slice(1)).reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  return LETTERS[sum % 23] === upn[0] ? { state: 'PERMANENT', upn } : { state: 'FAILED' };
}

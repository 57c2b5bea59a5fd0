/** The form in which two spellings of an agency's code or name are the same: `e99000001 ` and `E99000001`. */
export function agencyCode(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** The column an attribute or fact is kept in, unless a shape says otherwise. */
export function columnName(attribute: string): string {
  return attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

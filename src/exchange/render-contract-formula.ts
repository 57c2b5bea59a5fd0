/** A cell that a spreadsheet would take for a formula, and how it is kept a text that is read back as it was. */

/** What makes a formula at the beginning of a cell, whatever white space or apostrophes stand before it; the wide forms too. */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]/u;
const GUARDED = /^'[\s']*[=+\-@＝＋－＠]/u;

/** With an apostrophe before it where it would be a formula: spreadsheets show the cell as the text it is. */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Without the apostrophe that makes a formula a text, whoever put it there: `withGuard` adds just one wherever this takes one away. */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

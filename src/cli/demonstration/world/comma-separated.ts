export type CsvRow = readonly string[];

/** A table as CSV, with the line ends that exports have. */
export function commaSeparated(columns: string, rows: readonly CsvRow[]): string {
  return [columns, ...rows.map((row) => row.map(cell).join(','))].join('\r\n') + '\r\n';
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

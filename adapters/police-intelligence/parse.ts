import type { AdapterDocument, Parsed } from '../../src/ingest/adapter-contract.ts';
import { openReport } from './open-report.ts';
import { ROOT, type Report } from './payload.ts';

/** One file is one report: it is taken or refused whole, and a refusal says nothing of anybody in it. */
export function parse(document: AdapterDocument): Parsed<Report> {
  const opened = openReport(document.text);
  if ('code' in opened) {
    return { records: [], refusals: [{ ...opened, readable: null, record: null }], warnings: [], coverage: null };
  }
  return { records: [{ place: `line ${String(opened.line)}, /${ROOT}`, record: opened }], refusals: [], warnings: [], coverage: null };
}

import type { Warning } from '../../src/ingest/adapter-contract.ts';
import { WarehouseReader } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import type { Column, Row } from './payload.ts';

/** Reads one element's columns; `path` is where it stands in the export. */
export function readElement(row: Row, path: string, warnings: Warning[]): WarehouseReader<Column> {
  const place = (column: Column | null): string => {
    const line = (column === null ? undefined : row.cells.get(column)?.line) ?? row.line;
    return `line ${String(line)}, ${path}${column === null ? '' : `/${column}`}`;
  };
  return new WarehouseReader({ text: (column) => row.cells.get(column)?.text ?? null, place }, warnings);
}

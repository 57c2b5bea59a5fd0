import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { FIELDS } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import type { ReturnRow } from './payload.ts';
import { XSD } from './xml-shape.ts';

/** The yearly return on looked-after children, one CSV table a file or all of it as XML. */
export const adapter: Adapter<ReturnRow> = {
  manifest: {
    id: 'ssda903',
    version: '1',
    title: 'SSDA903 return (CSV or XML)',
    order: 'extractDate',
    extract: 'full',
    syntaxes: ['csv', 'xml'],
    files: 'one',
  },
  fields: FIELDS,
  xsd: XSD,
  parse,
  map,
  // A return speaks of many children, months later: nothing in a damaged one says who is missing now.
  readIdentity: () => null,
};

import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { FIELDS } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import type { ReturnRow } from './payload.ts';

/** The yearly return on looked-after children, one CSV table a file. */
export const adapter: Adapter<ReturnRow> = {
  manifest: {
    id: 'ssda903',
    version: '1',
    title: 'SSDA903 return (CSV)',
    order: 'extractDate',
    extract: 'full',
    syntaxes: ['csv'],
    files: 'one',
  },
  fields: FIELDS,
  parse,
  map,
  // A return speaks of many children, months later: nothing in a damaged one says who is missing now.
  readIdentity: () => null,
};

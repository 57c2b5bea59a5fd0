import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { fields } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { settings, type MosaicRecord } from './payload.ts';
import { renderer } from './render.ts';

/** Missing-child and return-interview steps of a Mosaic case system, from its reporting warehouse. */
export const adapter: Adapter<MosaicRecord> = {
  manifest: {
    id: 'mosaic',
    version: '1',
    title: 'Mosaic workflow steps and persons (CSV set)',
    order: 'extractDate',
    extract: 'delta',
    syntaxes: ['csv'],
    files: 'set',
    renders: ['EPISODE', 'OFFER', 'INTERVIEW'],
  },
  fields,
  settings,
  parse,
  map,
  renderer,
  // A set speaks of many children: a text that cannot be read does not say which of them is missing now.
  readIdentity: () => null,
};

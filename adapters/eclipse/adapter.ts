import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { fields } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { settings, type EclipseRecord } from './payload.ts';
import { renderer } from './render.ts';

/** Missing and return-interview forms of an Eclipse case system, answer by answer, and its view of persons. */
export const adapter: Adapter<EclipseRecord> = {
  manifest: {
    id: 'eclipse',
    version: '1',
    title: 'Eclipse forms and persons (CSV, JSON)',
    order: 'extractDate',
    extract: 'delta',
    syntaxes: ['csv', 'json'],
    files: 'set',
    renders: ['EPISODE', 'OFFER', 'INTERVIEW', 'RETRACTION'],
  },
  fields,
  settings,
  parse,
  map,
  renderer,
  // An extract speaks of many children: a text that cannot be read does not say which of them is missing now.
  readIdentity: () => null,
};

import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { FIELDS } from './fields.ts';
import { readIdentity } from './identity.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { XSD, type CompactMessage } from './payload.ts';

/** Missing, update, found and cancel notifications from police forces. */
export const adapter: Adapter<CompactMessage> = {
  manifest: {
    id: 'police-compact',
    version: '1',
    title: 'Police missing-person notifications (COMPACT)',
    order: 'sentAt',
    extract: 'delta',
    syntaxes: ['xml'],
    files: 'one',
  },
  fields: FIELDS,
  xsd: XSD,
  parse,
  map,
  readIdentity,
};

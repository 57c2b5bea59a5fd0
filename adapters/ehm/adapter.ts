import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { fields } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { settingsFault, type EhmRecord } from './payload.ts';
import { renderer } from './render.ts';

/** Who is open to early help, and the significant events its case notes tell of. */
export const adapter: Adapter<EhmRecord> = {
  manifest: {
    id: 'ehm',
    version: '1',
    title: 'Liquidlogic EHM: early help episodes and significant events (CSV set)',
    order: 'extractDate',
    extract: 'delta',
    syntaxes: ['csv'],
    files: 'set',
    renders: ['EPISODE', 'OFFER', 'INTERVIEW'],
  },
  fields,
  settings: { describe: 'events: what the words for significant events mean', fault: settingsFault },
  parse,
  map,
  renderer,
  // One table of a damaged set says nothing of who is missing: names and events lie in different files.
  readIdentity: () => null,
};

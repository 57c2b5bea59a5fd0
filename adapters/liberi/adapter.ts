import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { settingsFault } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { fields } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import type { LiberiRecord } from './payload.ts';
import { renderer } from './render.ts';

/** Missing episodes with their status changes and return interview forms, as a set of tables from Liberi. */
export const adapter: Adapter<LiberiRecord> = {
  manifest: {
    id: 'liberi',
    version: '1',
    title: 'Liberi: missing episodes and return interviews (CSV set)',
    order: 'extractDate',
    extract: 'delta',
    syntaxes: ['csv'],
    files: 'set',
    renders: ['EPISODE', 'OFFER', 'INTERVIEW', 'RETRACTION'],
  },
  fields,
  settings: { describe: 'questions: which of the form’s questions asks what; reasons: words for reason codes', fault: settingsFault('liberi') },
  parse,
  map,
  renderer,
  // One table of a damaged set says nothing of who is missing: names and absences lie in different files.
  readIdentity: () => null,
};

import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { settingsFault } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { fields } from './fields.ts';
import { identitiesIn } from './identity.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { XSD, type LcsEpisode } from './payload.ts';
import { renderer } from './render.ts';

/** Missing episodes with their status changes and return interview forms, exported from LCS. */
export const adapter: Adapter<LcsEpisode> = {
  manifest: {
    id: 'lcs',
    version: '1',
    title: 'Liquidlogic LCS: missing episodes and return interviews (XML)',
    order: 'sentAt',
    extract: 'delta',
    syntaxes: ['xml'],
    files: 'one',
    renders: ['EPISODE', 'OFFER', 'INTERVIEW', 'RETRACTION'],
  },
  fields,
  xsd: XSD,
  settings: { describe: 'questions: which of the form’s questions asks what; reasons: words for reason codes', fault: settingsFault('lcs') },
  parse,
  map,
  renderer,
  readIdentity: (text) => identitiesIn(text).find(({ identity }) => identity.absence !== null)?.identity ?? null,
};

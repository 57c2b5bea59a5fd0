import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { FIELDS } from './fields.ts';
import { readIdentity } from './identity.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { XSD, type ExchangeMessage } from './payload.ts';
import { renderer } from './render.ts';

/** What other authorities' hubs send: placements and what was agreed for them, missing children, risk assessments, interviews. */
export const adapter: Adapter<ExchangeMessage> = {
  manifest: {
    id: 'authority-exchange',
    version: '1',
    title: 'Messages between authorities (signed)',
    order: 'sentAt',
    extract: 'delta',
    syntaxes: ['xml'],
    files: 'one',
    signed: true,
    renders: ['EPISODE', 'OFFER', 'INTERVIEW', 'RISK_ASSESSMENT_REQUEST', 'RETRACTION'],
  },
  fields: FIELDS,
  xsd: XSD,
  parse,
  map,
  readIdentity,
  renderer,
};

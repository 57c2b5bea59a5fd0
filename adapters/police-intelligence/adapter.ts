import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { fields } from './fields.ts';
import { map } from './map.ts';
import { parse } from './parse.ts';
import { XSD, type Report } from './payload.ts';
import { renderer } from './render.ts';

/** Graded intelligence on one child from a force's intelligence bureau. */
export const adapter: Adapter<Report> = {
  manifest: {
    id: 'police-intelligence',
    version: '1',
    title: 'Police intelligence reports (3x5x2)',
    order: 'sentAt',
    extract: 'delta',
    syntaxes: ['xml'],
    files: 'one',
    renders: ['INTELLIGENCE', 'RETRACTION'],
  },
  fields,
  xsd: XSD,
  parse,
  map,
  // A report that can't be read is nothing that a briefing may show: it would tell that there is intelligence on a child.
  readIdentity: () => null,
  renderer,
};

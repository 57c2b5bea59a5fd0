import { XmlFormat } from '../../src/ingest/adapter-contract-xml.ts';
import { ROOT, XSD } from './payload.ts';

/** Police messages: what is wrong with one, in the words of this format. */
export const compactFormat = new XmlFormat({
  root: ROOT,
  xsd: XSD,
  reasons: { WORD: 'The message type is not one this format has.' },
  remedies: { MISSING: 'A message needs Header with MessageType and SentAt.', WORD: 'Use MISSING, UPDATE, FOUND or CANCEL.' },
});

import { XmlFormat } from '../../src/ingest/adapter-contract-xml.ts';
import { ROOT, XSD } from './payload.ts';

/** Messages of another authority's hub: what is wrong with one, in the words of this format. */
export const exchangeFormat = new XmlFormat({
  root: ROOT,
  xsd: XSD,
  reasons: { WORD: 'The type of message or the question is not one this format has.' },
  remedies: {
    MISSING: 'A message needs Header with MessageType, SendingAuthority and SentAt, and Child with ChildKey.',
    WORD: 'Use one of the types and questions the adapter README lists.',
  },
});

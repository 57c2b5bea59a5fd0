import type { AdapterDocument, Parsed } from '../../src/ingest/adapter-contract.ts';
import { readElements, type XmlNode } from '../../src/ingest/adapter-contract-xml-text.ts';
import { compactFormat } from './check-document.ts';
import { readIdentity, readRefusedRecord } from './identity.ts';
import { ROOT, type CompactMessage } from './payload.ts';

function* valuesIn(nodes: readonly XmlNode[], above: string): Generator<readonly [path: string, value: string]> {
  for (const { name, attributes, text, inside } of nodes) {
    const path = `${above}${name}`;
    for (const [attribute, value] of attributes) {
      yield [`${path}/@${attribute}`, value];
    }
    yield [path, text];
    yield* valuesIn(inside, `${path}/`);
  }
}

/** The values of a valid message; empty elements are as good as absent, which exports do not tell apart. */
function readMessage(text: string): CompactMessage {
  // The names are those the schema has just allowed.
  return Object.fromEntries([...valuesIn(readElements(text, ROOT), '')].filter(([, value]) => value !== ''));
}

/** One file is one message: it is taken or refused whole. */
export function parse(document: AdapterDocument): Parsed<CompactMessage> {
  const fault = compactFormat.openValid(document.text, () => null);
  if (fault !== null) {
    const refusal = { ...fault, readable: readIdentity(document.text), record: readRefusedRecord(document.text) };
    return { records: [], refusals: [refusal], warnings: [], coverage: null };
  }
  const record = { place: `/${ROOT}`, record: readMessage(document.text) };
  return { records: [record], refusals: [], warnings: [], coverage: null };
}

import type { AdapterDocument, Parsed } from '../../src/ingest/adapter-contract.ts';
import { readElements, type XmlNode } from '../../src/ingest/adapter-contract-xml-text.ts';
import { exchangeFormat } from './check-document.ts';
import { readIdentity, readRefusedRecord } from './identity.ts';
import { ROOT, type ExchangeMessage } from './payload.ts';

/** An answer stands under its question, one of several people under their place among them: each as XPath would find it. */
function stepOf({ name, attributes }: XmlNode, place: number): string {
  const question = attributes.get('question');
  if (question !== undefined) {
    return `${name}[@question="${question}"]`;
  }
  return name === 'NamedPerson' ? `${name}[${String(place)}]` : name;
}

function* valuesIn(nodes: readonly XmlNode[], above: string): Generator<ExchangeMessage[number]> {
  for (const [index, node] of nodes.entries()) {
    const path = `${above}${stepOf(node, index + 1)}`;
    yield { path, value: node.text };
    yield* valuesIn(node.inside, `${path}/`);
  }
}

/** One file is one message: it is taken or refused whole. */
export function parse(document: AdapterDocument): Parsed<ExchangeMessage> {
  const fault = exchangeFormat.openValid(document.text, () => null);
  if (fault !== null) {
    const refusal = { ...fault, readable: readIdentity(document.text), record: readRefusedRecord(document.text) };
    return { records: [], refusals: [refusal], warnings: [], coverage: null };
  }
  // Empty elements are as good as absent, which exports do not tell apart.
  const record = [...valuesIn(readElements(document.text, ROOT), '')].filter(({ value }) => value !== '');
  return { records: [{ place: `/${ROOT}`, record }], refusals: [], warnings: [], coverage: null };
}

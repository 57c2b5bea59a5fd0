import type { XmlElement } from 'libxml2-wasm';
import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { elementsIn, XmlFormat } from '../../src/ingest/adapter-contract-xml.ts';
import { readChild } from './read-child.ts';
import type { Hearing } from './read-elements.ts';
import type { Table } from './read-table.ts';
import { CHILD, ROOT, XSD } from './xml-shape.ts';

const REMEDY = 'Send the return as the DfE takes it; the adapter README shows the shape.';
// Nothing is held to the schema as a whole: each row is taken or refused by itself, and what nobody reads costs none.
const format = new XmlFormat({ root: ROOT, xsd: XSD, reasons: {}, remedies: REMEDY });

function readRoot(root: XmlElement): Table | Refusal {
  if (root.name !== ROOT) {
    const reason = `The root element is not ${ROOT}.`;
    return { code: 'DOCUMENT_SCHEMA', place: `line ${String(root.line)}`, reason, remedy: REMEDY, readable: null, record: null };
  }
  const unknown = new Map<string, Warning>();
  const hear: Hearing = ({ name, line }, above) => {
    // By its place alone: the name of an unknown element is the sender's own text. Told once, or every child would say it.
    const reason = 'The return has no such element here; it was not read, nor in the same place of any other child.';
    const kind = `${above.replaceAll(/\[\d+\]/g, '')}/${name}`;
    unknown.set(kind, unknown.get(kind) ?? { code: 'ELEMENT_UNKNOWN', place: `line ${String(line)}, ${above}/*`, reason });
  };
  const elements = elementsIn(root);
  elements.filter(({ name }) => name !== CHILD).forEach((other) => {
    hear(other, `/${ROOT}`);
  });
  const children = elements.filter(({ name }) => name === CHILD);
  const rows = children.flatMap((child, index) => readChild(child, `/${ROOT}/${CHILD}[${String(index + 1)}]`, hear));
  return { rows, warnings: [...unknown.values()] };
}

/** The rows of all tables that the XML return holds, or why it can't be opened. */
export function openReturn(text: string): Table | Refusal {
  const opened = format.open(text, ({ root }) => readRoot(root));
  return 'rows' in opened ? opened : { ...opened, readable: null, record: null };
}

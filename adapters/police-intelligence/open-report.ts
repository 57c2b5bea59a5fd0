import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import { elementsIn, XmlFormat, type XmlFault } from '../../src/ingest/adapter-contract-xml.ts';
import { ENTITIES, ROOT, XSD, type Report, type Value } from './payload.ts';

const format = new XmlFormat({
  root: ROOT,
  xsd: XSD,
  reasons: {
    MISSING: 'A required element is missing: Header with Act, Reference and SentAt.',
    WORD: 'The act is not REPORT, CORRECTION or WITHDRAWAL.',
    LENGTH: 'A value is longer than its field can be.',
    MISPLACED: 'An element does not belong here, or stands here twice.',
  },
  remedies: 'Mend the named element; the adapter README shows the shape.',
});

const valueOf = (element: XmlElement): Value => ({ text: element.content.trim(), line: element.line });
const isStated = ({ text }: Value): boolean => text !== '';
const valuesIn = (elements: readonly XmlElement[], above: string): [string, Value][] => elements.map((element) => [`${above}${element.name}`, valueOf(element)]);
const stated = (values: readonly [string, Value][]): Map<string, Value> => new Map(values.filter(([, value]) => isStated(value)));

function readReport({ root }: XmlDocument): Report {
  const sections = elementsIn(root);
  const inside = (name: string): XmlElement[] => sections.filter((section) => section.name === name).flatMap(elementsIn);
  return {
    line: root.line,
    values: stated(sections.flatMap((section) => valuesIn(elementsIn(section), `${section.name}/`))),
    recipients: inside('Grade').filter(({ name }) => name === 'Recipients').flatMap(elementsIn).map(valueOf).filter(isStated),
    subjects: inside('Subjects').map((subject) => ({ line: subject.line, values: stated(valuesIn(elementsIn(subject), '')) })),
    entities: inside('Entities').flatMap((element) => {
      const name = ENTITIES.find((known) => known === element.name);
      const value = valueOf(element);
      return name === undefined || !isStated(value) ? [] : [{ ...value, name }];
    }),
  };
}

/** Opens a report, or says why it can't be. */
export function openReport(text: string): Report | XmlFault {
  return format.openValid(text, readReport);
}

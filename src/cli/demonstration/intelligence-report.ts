import { oneFile, type DemonstrationDocument } from './demonstration-document.ts';
import { utc } from './police-message.ts';
import type { Spoilt } from './spoilt.ts';
import { xmlText, type XmlTree } from './xml-text.ts';

/** The bureaus of the invented forces, with the code of each. */
const FORCES = { 'mereshire-bureau': '99', 'westhaven-bureau': '98' } as const;

/** One invented report in 3x5x2, in the shape of adapters/police-intelligence. */
export interface IntelligenceStory {
  readonly system: keyof typeof FORCES;
  readonly reference: string;
  readonly act: 'REPORT' | 'CORRECTION' | 'WITHDRAWAL';
  readonly sentAt: number;
  readonly child: XmlTree;
  /** What it says; nothing in a withdrawal. */
  readonly said: XmlTree | null;
  /** Null where its sender graded nothing. */
  readonly grade: XmlTree | null;
  readonly source?: string;
  readonly subjects?: readonly XmlTree[];
  readonly entities?: XmlTree;
}

/** Free to be shared lawfully. */
export const gradedP = (source: '1' | '2' | '3', assessment: 'A' | 'B' | 'C' | 'D' | 'E'): XmlTree => ({ SourceEvaluation: source, IntelligenceAssessment: assessment, HandlingCode: 'P' });

/** For the agencies that its conditions name. */
export function gradedC(grade: XmlTree, conditions: string, recipients: readonly string[]): XmlTree {
  return { ...grade, HandlingCode: 'C', Conditions: conditions, Recipients: { Recipient: recipients } };
}

/** The report as XML text. */
function intelligenceReport(story: IntelligenceStory): string {
  const { system, reference, act, sentAt, child, said, grade, source, subjects, entities } = story;
  const Header = { MessageId: `${reference}-${utc(sentAt)}`, Act: act, ForceCode: FORCES[system], Reference: reference, SentAt: utc(sentAt), ProtectiveMarking: 'OFFICIAL-SENSITIVE' };
  const body = xmlText({
    Header,
    Child: child,
    ...(grade === null ? {} : { Grade: grade }),
    ...(said === null ? {} : { Intelligence: said }),
    ...(source === undefined ? {} : { Provenance: { Source: source } }),
    ...(subjects === undefined ? {} : { Subjects: { Subject: subjects } }),
    ...(entities === undefined ? {} : { Entities: entities }),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<IntelligenceReport schemaVersion="1">${body}</IntelligenceReport>\n`;
}

/** The report as its bureau sends it; `spoilt` makes of its text one that is refused. */
export function reportFile(story: IntelligenceStory, spoilt: Spoilt | null = null): DemonstrationDocument {
  const text = intelligenceReport(story);
  const name = `${story.reference}-${story.act.toLowerCase()}${spoilt === null ? '' : `-${spoilt.as}`}.xml`;
  return oneFile({ adapter: 'police-intelligence', system: story.system, extracted: null, name, text: spoilt === null ? text : spoilt.make(text), refused: spoilt?.refused ?? {} });
}

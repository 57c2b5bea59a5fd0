import { z } from 'zod';
import { ENTITY_KINDS, HANDLING_CODES, INTELLIGENCE_ASSESSMENTS, INTELLIGENCE_ORIGINS, INTELLIGENCE_RESULTS, INTELLIGENCE_TOPICS, SOURCE_EVALUATIONS, URGENCIES } from '../../domain/intelligence/intelligence-words.ts';
import { INTERVIEW_FORM } from '../../domain/interview/interview-form.ts';
import type { Row } from '../../gate/read-request.ts';
import type { OutgoingIntelligence } from '../render-contract.ts';
import { moment, shaped } from './row-shapes.ts';

const text = z.string().exactOptional();
const item = z.object({
  topic: z.enum(INTELLIGENCE_TOPICS),
  urgency: z.enum(URGENCIES),
  at: moment,
  origin: z.enum(INTELLIGENCE_ORIGINS),
  handling: z.enum(HANDLING_CODES).exactOptional(),
  ...{ conditions: text, area: text, sanitisedText: text, content: text, source: text, protectiveMarking: text, grade: text, resultWords: text },
  result: z.enum(INTELLIGENCE_RESULTS).exactOptional(),
  namedPeople: INTERVIEW_FORM.namedPeople.exactOptional(),
  entities: z.array(z.object({ kind: z.enum(ENTITY_KINDS), value: z.string() })).exactOptional(),
  interview: z.object({ id: z.uuid() }).exactOptional(),
});
type Item = z.output<typeof item>;

/** An item as the recipient may read it; null where there is no text for them. An item of code C takes its conditions along. */
export function outgoingIntelligence(row: Row, key: string): OutgoingIntelligence | null {
  const read = shaped(item, row);
  const { topic, urgency, at, origin, area, sanitisedText, content, source, namedPeople, entities, protectiveMarking, interview } = read;
  const facts = { topic, urgency, at, origin, ...(area === undefined ? {} : { area }) };
  if (row['__typename'] !== 'FullIntelligence') {
    return sanitisedText === undefined ? null : { key, ...facts, level: 'SANITISED', content: sanitisedText, grade: handlingOf(read) };
  }
  const more = { source, namedPeople, entities, protectiveMarking, interview: interview?.id };
  const said = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return content === undefined ? null : { key, ...facts, ...said, level: 'CONTENT', content, grade: gradeOf(read) };
}

/** Such as 1BP; of an item nobody has graded there is none, and none is made up. */
function gradeOf(read: Item): OutgoingIntelligence['grade'] {
  const [, source, assessment, handling] = /^([123])([A-E])([PC])$/.exec(read.grade ?? '') ?? [];
  const made = { sanitisedText: read.sanitisedText, result: read.result, resultWords: read.resultWords };
  const said = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
  if (source === undefined || assessment === undefined || handling === undefined) {
    return read.grade === undefined ? said : { ...said, ...handlingOf(read) };
  }
  const words = z.object({ sourceEvaluation: z.enum(SOURCE_EVALUATIONS), assessment: z.enum(INTELLIGENCE_ASSESSMENTS), handling: z.enum(HANDLING_CODES) });
  return { ...said, ...words.parse({ sourceEvaluation: source, assessment, handling }), ...handlingOf(read) };
}

function handlingOf({ handling, conditions }: Item): OutgoingIntelligence['grade'] {
  return { ...(handling === undefined ? {} : { handling }), ...(conditions === undefined ? {} : { conditions }) };
}

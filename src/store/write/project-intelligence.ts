import type { IntelligencePicture, ItemGrade } from '../../domain/fold/intelligence-picture.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { revisionOf } from './hub-statement-store.ts';
import { intelligenceFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** That there is an item, what it is about and how it must be handled. */
export function projectIntelligence(child: ChildPicture, item: IntelligencePicture): PictureRow {
  const { stated, grade } = item;
  return withHash({
    id: item.id,
    urgency: stated.urgency,
    at: momentOf(stated.at),
    recorded_from_at: new Date(stated.at.from).toISOString(),
    conditions: grade?.conditions ?? null,
    interview: stated.interview,
    concern: stated.concern ?? null,
    record_ids: [item.id],
    ...intelligenceFacts(child, item),
  });
}

/** The text that names nobody; without one there is no row. */
export function projectIntelligenceSanitised(child: ChildPicture, item: IntelligencePicture): PictureRow[] {
  const text = item.grade?.sanitisedText ?? null;
  return text === null ? [] : [withHash({ id: item.id, sanitised_text: text, ...intelligenceFacts(child, item) })];
}

/** What it says, of whom, and how it was graded. */
export function projectIntelligenceContent(child: ChildPicture, item: IntelligencePicture): PictureRow {
  const { stated, grade } = item;
  return withHash({
    id: item.id,
    content: stated.content,
    named_people: stated.namedPeople,
    entities: stated.entities ?? [],
    protective_marking: stated.protectiveMarking ?? null,
    flags: item.flags,
    grade: grade && inOneWord(grade),
    graded_by: item.gradedBy,
    revision: revisionOf(item.order),
    ...intelligenceFacts(child, item),
  });
}

/** What the bureau made of it; until it says so there is no row. */
export function projectIntelligenceResult(child: ChildPicture, item: IntelligencePicture): PictureRow[] {
  const { result = null, resultWords = null } = item.grade ?? {};
  return result === null && resultWords === null ? [] : [withHash({ id: item.id, result, result_words: resultWords, ...intelligenceFacts(child, item) })];
}

/** Such as `1BP`; one that could not be read as it came. */
function inOneWord({ word, sourceEvaluation, assessment, handling }: ItemGrade): string | null {
  return word === '' ? null : (word ?? `${sourceEvaluation}${assessment}${handling}`);
}

/** How it came to be known. */
export function projectIntelligenceSource(child: ChildPicture, item: IntelligencePicture): PictureRow {
  return withHash({ id: item.id, source: item.stated.source, ...intelligenceFacts(child, item) });
}

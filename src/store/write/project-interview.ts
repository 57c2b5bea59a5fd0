import { INTERVIEW_FORM, LOCATING_FORM } from '../../domain/interview/interview-form.ts';
import { NOTICE_SENTENCE } from '../../domain/interview/notice-sentence.ts';
import type { InterviewPicture } from '../../domain/fold/interview-picture.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { revisionOf } from './hub-statement-store.ts';
import { interviewFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** That it took place, and when: the same for everybody who sees it at all. */
export function projectInterview(child: ChildPicture, interview: InterviewPicture): PictureRow {
  return withHash({
    id: interview.id,
    state: interview.state,
    ...whenHeld(interview),
    sentence: NOTICE_SENTENCE,
    consent_not_given: interview.consentNotGiven,
    episode_ids: interview.episodes,
    record_ids: [...new Set([interview.id, ...interview.offers])],
    ...interviewFacts(child, interview),
  });
}

/** Every answer; of an offer that led to no interview, that there is none. */
export function projectInterviewFull(child: ChildPicture, interview: InterviewPicture): PictureRow {
  const { stated } = interview;
  return withHash({
    id: interview.id,
    ...answered(INTERVIEW_FORM, stated?.answers),
    ...answered(LOCATING_FORM, stated?.locating),
    interviewer: stated?.interviewer ?? null,
    departure: stated?.departure ?? null,
    offers: interview.offers,
    episode_gone: interview.episodeGone,
    content_hash: interview.contentHash,
    revision: revisionOf(interview.order),
    ...interviewFacts(child, interview),
  });
}

/** What may find a missing child; nothing where the child said nothing of the kind. */
export function projectInterviewLocating(child: ChildPicture, interview: InterviewPicture): PictureRow[] {
  const locating = interview.stated?.locating ?? {};
  if (!Object.values(locating).some((said) => said.length > 0)) {
    return [];
  }
  return [withHash({ id: interview.id, ...whenHeld(interview), ...answered(LOCATING_FORM, locating), ...interviewFacts(child, interview) })];
}

function whenHeld({ at }: InterviewPicture): { readonly at: object | null; readonly held_from_at: string } {
  return { at: momentOf(at), held_from_at: new Date(at.from).toISOString() };
}

/** A column for each question of a form, whatever the form asks. */
function answered(form: object, answers: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.keys(form).map((question) => [columnOf(question), answers[question] ?? null]));
}

function columnOf(question: string): string {
  return question.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

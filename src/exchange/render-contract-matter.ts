/** What a message is about, and what an interview says at its level: alike in every format. */
import { HubError } from '../domain/errors.ts';
import type { InterviewPayload } from '../domain/observation/observation.ts';
import { NOTICE_SENTENCE } from '../domain/interview/notice-sentence.ts';
import type { Outgoing, OutgoingEpisode, OutgoingIntelligence, OutgoingInterview, OutgoingMatter, Rendered } from './render-contract.ts';

const REDACTED_SENTENCE = 'This text was made for its recipient; who is named was left out. Please ask the child’s social worker for more.';
const SANITISED_SENTENCE = 'This text was made for others; what would tell of the source was left out.';

/** The matter a message is of. */
export function matterOf({ act, intelligence, interview, offers, asks }: Outgoing): OutgoingMatter {
  if (act === 'retract') {
    return 'RETRACTION';
  }
  if (intelligence !== null) {
    return 'INTELLIGENCE';
  }
  if (asks !== null) {
    return 'RISK_ASSESSMENT_REQUEST';
  }
  return interview !== null ? 'INTERVIEW' : offers.length > 0 ? 'OFFER' : 'EPISODE';
}

/**
 * What a form says of the interview at this level. Where it is not told in full, that stands in `reasons`, the one text that every
 * authority's form has.
 */
export function answersOf(interview: OutgoingInterview): Pick<InterviewPayload, 'answers' | 'locating'> {
  const { locating = {} } = interview;
  switch (interview.level) {
    case 'NOTICE':
      return { answers: { reasons: NOTICE_SENTENCE }, locating };
    case 'REDACTED':
      return { answers: { ...interview.structured, reasons: `${REDACTED_SENTENCE}\n${interview.text}` }, locating };
    case 'FULL':
      return { answers: interview.answers, locating };
  }
}

/** The episode with how the child is absent now, and not how before: what most formats have room for. */
export function lastStatus(episode: OutgoingEpisode): OutgoingEpisode {
  return { ...episode, statuses: [episode.statuses.at(-1) ?? episode.statuses[0]] };
}

/** What a report says of an item at this level. */
export function contentOf({ level, content }: OutgoingIntelligence): string {
  return level === 'SANITISED' ? `${SANITISED_SENTENCE}\n${content}` : content;
}

/** The free text of a note: only that, and why, it does not say more. */
export function noteOf(interview: OutgoingInterview): string {
  return interview.level === 'FULL' ? '' : (answersOf(interview).answers.reasons ?? '');
}

/** Names the file by what the hub made up, and by nothing else. */
export function fileNamed({ messageId, revision }: Outgoing, file: { readonly adapter: string; readonly mediaType: Rendered['mediaType']; readonly bytes: Uint8Array }): Rendered {
  const { adapter, mediaType, bytes } = file;
  const ending = mediaType === 'application/zip' ? 'zip' : 'xml';
  return { fileName: `${adapter}-${messageId}-${String(revision)}.${ending}`, mediaType, bytes };
}

/** Most formats refuse an episode that ends before it begins, and whoever is in it would stay missing. */
export function refuseBackwards({ report, returned }: OutgoingEpisode): void {
  const [start, end] = [report?.missingSince ?? null, returned?.at ?? null];
  if (start !== null && end !== null && end.until <= start.from) {
    throw cannotSay('The child is told to be back before they were missed, and this format refuses that.');
  }
}

/** The format has no way to say this; `reason` names what, and never a value. */
export function cannotSay(reason: string): HubError {
  return new HubError('FORMAT_CANNOT_SAY', reason);
}

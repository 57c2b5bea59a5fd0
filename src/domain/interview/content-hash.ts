import { createHash } from 'node:crypto';
import { canonicalJson } from '../observation/canonical-json.ts';
import type { InterviewPicture } from '../fold/interview-picture.ts';
import type { InterviewPayload } from '../observation/observation.ts';

/** What of an interview a redacted text is made from. */
export interface InterviewContent extends Partial<Pick<InterviewPayload, 'answers' | 'locating'>> {
  readonly state: InterviewPicture['state'];
  readonly at: InterviewPicture['at'];
}

/**
 * The sha-256 (hex) of everything an interview says: its answers, locating facts, end and time. A text made from another
 * version of it is stale. Linked intelligence is no part of it.
 */
export function contentHash({ state, at, answers = {}, locating = {} }: InterviewContent): string {
  return createHash('sha256').update(canonicalJson({ state, at, answers, locating })).digest('hex');
}

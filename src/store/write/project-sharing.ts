import { groupBy } from '../../domain/fold/group-by.ts';
import type { InterviewPicture, RedactionPicture, Release } from '../../domain/fold/interview-picture.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import type { StructuredQuestion } from '../../domain/interview/interview-form.ts';
import { derivedId } from './derived-id.ts';
import { interviewFacts, multirange, withHash, type PictureRow } from './project-facts.ts';

/** The approved texts, one row for each recipient: what is released to one is on no other's row. */
export function projectInterviewRedacted(child: ChildPicture, interview: InterviewPicture): PictureRow[] {
  const released = interview.releases.flatMap((release) => {
    const redaction = interview.redactions.find(({ id }) => id === release.redaction);
    return release.level === 'REDACTED' && redaction?.state === 'APPROVED' ? [{ release, redaction }] : [];
  });
  const rows = groupBy(released, ({ release, redaction }) => JSON.stringify([release.recipient, redaction.id]));
  return [...rows.values()].flatMap((held) => {
    const [first] = held;
    return first === undefined ? [] : [releasedText(child, interview, { ...first, times: held.map(({ release }) => release) })];
  });
}

interface ReleasedText {
  readonly release: Release;
  readonly redaction: RedactionPicture;
  readonly times: readonly Release[];
}

function releasedText(child: ChildPicture, interview: InterviewPicture, { release: { recipient }, redaction, times }: ReleasedText): PictureRow {
  return withHash({
    id: derivedId('released text', interview.id, recipient, redaction.id),
    interview: interview.id,
    recipient,
    redaction: redaction.id,
    redacted_text: redaction.text,
    redacted_answers: redaction.answers.flatMap((question) => answerTo(interview, question)),
    released_during: multirange(times),
    ...interviewFacts(child, interview),
  });
}

/** A structured answer as it stands in the interview now, in the words of its list; nothing where it was not asked. */
function answerTo({ stated }: InterviewPicture, question: StructuredQuestion): { question: string; words: readonly string[] }[] {
  const answer = stated?.answers[question] ?? null;
  if (answer === null) {
    return [];
  }
  return [{ question, words: typeof answer === 'string' ? [answer] : answer }];
}

/** A text proposed for one audience, whether or not it is released. */
export function projectRedaction(child: ChildPicture, interview: InterviewPicture): PictureRow[] {
  return interview.redactions.map((redaction) =>
    withHash({
      id: redaction.id,
      interview: interview.id,
      audience: redaction.audience,
      recipient: redaction.recipient,
      text: redaction.text,
      answers: redaction.answers,
      topics: redaction.topics,
      state: redaction.state,
      author: redaction.author,
      approver: redaction.approver,
      proposed_at: new Date(redaction.proposedAt).toISOString(),
      revision: redaction.revision,
      ...interviewFacts(child, interview),
    }),
  );
}

/** What was agreed, decided and authorised on the sharing of an interview. */
export function projectSharingRecord(child: ChildPicture, interview: InterviewPicture): PictureRow[] {
  return interview.sharing.map((record) =>
    withHash({
      id: record.id,
      interview: interview.id,
      kind: record.kind,
      audience: record.audience,
      recipient: record.recipient,
      topic: record.topic,
      state: record.state,
      reason: record.reason,
      by: record.by,
      at: new Date(record.at).toISOString(),
      until: record.until === null ? null : new Date(record.until).toISOString(),
      revision: record.revision,
      ...interviewFacts(child, interview),
    }),
  );
}

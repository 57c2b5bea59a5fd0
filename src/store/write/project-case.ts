import type { CaseActionPicture, CaseRecordPicture, ConcernPicture, ReturnStepPicture } from '../../domain/fold/case-pictures.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { actionFacts, concernFacts, recordFacts, stepFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf, valueOf } from './project-values.ts';

const instant = (at: number): string => new Date(at).toISOString();
const from = (at: number | null): string => (at === null ? 'infinity' : instant(at));
const written = ({ by, writtenAt, revision }: { readonly by: string; readonly writtenAt: number; readonly revision: number }) => ({ by, written_at: instant(writtenAt), revision });

/** One thing done on the way from a return to the end of the matter. */
export function projectReturnStep(child: ChildPicture, step: ReturnStepPicture): PictureRow {
  const { said } = step;
  return withHash({
    id: step.id,
    episode: step.episode,
    step: said.step,
    at: momentOf(said.at),
    done_from_at: instant(said.at.from),
    addressee: said.addressee,
    outcome: said.outcome,
    words: said.words,
    departure: said.departure,
    covered_by: said.coveredBy,
    ask_again_on: said.askAgainOn,
    tells_nobody: step.tellsNobody ? 'YES' : 'NO',
    replaced_from_at: from(step.replacedFrom),
    ...written(step),
    ...stepFacts(child, step),
  });
}

/** What is written of the child beside the interview. */
export function projectCaseRecord(child: ChildPicture, record: CaseRecordPicture): PictureRow {
  const { said } = record;
  return withHash({
    id: record.id,
    episode: record.episode,
    record: said.record,
    at: momentOf(said.at),
    done_from_at: instant(said.at.from),
    outcome: said.outcome,
    grounds: said.grounds,
    present: said.present,
    words: said.words,
    contact: said.contact ?? null,
    concern: said.concern,
    departure: said.departure,
    by_role: record.byRole,
    replaced_from_at: from(record.replacedFrom),
    ...written(record),
    ...recordFacts(child, record),
  });
}

/** A concern, whom it is about, and what was answered. */
export function projectConcern(child: ChildPicture, concern: ConcernPicture): PictureRow {
  const { said } = concern;
  return withHash({
    id: concern.id,
    concern: said.concern,
    words: said.words,
    at: momentOf(said.at),
    heard_from_at: instant(said.at.from),
    risk: said.risk,
    interview: said.interview,
    ...answerOf(concern),
    given_name: valueOf(child.person.givenName),
    family_name: valueOf(child.person.familyName),
    date_of_birth: momentOf(valueOf(child.person.dateOfBirth)),
    placement_name: child.placements.find(({ stated }) => stated.until === null)?.homeName ?? null,
    ...written(concern),
    ...concernFacts(child, concern),
  });
}

function answerOf({ answer }: ConcernPicture): Record<string, string | null> {
  if (answer === null) {
    return { answered_at: null, answered_by: null, action: null, owner: null, due: null };
  }
  return { answered_at: instant(answer.at), answered_by: answer.by, action: answer.action, owner: answer.owner, due: instant(answer.due) };
}

/** Something somebody is to do. */
export function projectCaseAction(child: ChildPicture, action: CaseActionPicture): PictureRow {
  const { said } = action;
  return withHash({
    id: action.id,
    what: said.what,
    due: instant(said.due),
    state: action.state,
    outcome: action.outcome,
    comes_from: said.of,
    tells_nobody: action.tellsNobody ? 'YES' : 'NO',
    of_concern: action.ofConcern ? 'YES' : 'NO',
    closed_at: action.closedAt === null ? null : instant(action.closedAt),
    ...written(action),
    ...actionFacts(child, action),
  });
}

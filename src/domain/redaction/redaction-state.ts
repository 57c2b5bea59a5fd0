import type { Decision, DecisionOf } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import { compareText } from '../fold/standing.ts';
import type { RedactionPicture, RedactionState } from '../fold/interview-picture.ts';
import { personAt } from '../sharing/audience.ts';
import { textHash } from './text-hash.ts';

type Proposal = DecisionOf<'REDACTION'>;
type Approval = DecisionOf<'REDACTION_APPROVAL'>;

/** A text that may be served to its audience, and since when. */
export interface ApprovedText {
  readonly redaction: RedactionPicture;
  readonly since: number;
}

/** Does a text that was proposed for somebody tell who or where anybody is? */
export type TellsSomebody = (proposed: Pick<Proposal['payload'], 'audience' | 'recipient' | 'text'>) => boolean;

/** What a text is held against: the interview as it is now, and all that is known around the child. */
export interface HeldAgainst {
  readonly contentHash: string;
  readonly tells: TellsSomebody;
}

/**
 * A text is approved by somebody other than its author, word for word, as made from the interview as it is now; made or
 * approved from another version it is stale, whatever was approved, and so is one in which somebody stands whom the hub
 * knows, however and whenever that became known. A draft is not held against the last: its author alone would learn by it
 * what they may not read, where an approval takes a second person and is written down.
 */
export function redactionState(proposal: Proposal, approval: Approval | undefined, { contentHash, tells }: HeldAgainst): RedactionState {
  if (proposal.payload.madeFrom !== contentHash) {
    return 'STALE';
  }
  if (approval === undefined || approval.person === proposal.person) {
    return 'DRAFT';
  }
  const ofThis = approval.payload.madeFrom === contentHash && approval.payload.textHash === textHash(proposal.payload.text);
  return ofThis && !tells(proposal.payload) ? 'APPROVED' : 'STALE';
}

/** The texts proposed for an interview, one for each audience and recipient, the latest first. */
export function redactionsOf(decided: readonly Decision[], against: HeldAgainst): RedactionPicture[] {
  return ofKind(decided, 'REDACTION')
    .map((proposal) => redactionOf(proposal, approvalOf(proposal, decided), against))
    .sort((first, second) => second.proposedAt - first.proposedAt || compareText(first.id, second.id));
}

/** Those of them that may be served. */
export function approvedTexts(decided: readonly Decision[], against: HeldAgainst): ApprovedText[] {
  return ofKind(decided, 'REDACTION').flatMap((proposal) => {
    const approval = approvalOf(proposal, decided);
    const redaction = redactionOf(proposal, approval, against);
    // Stryker disable next-line OptionalChaining: what is approved has an approval, which the compiler cannot know.
    return redaction.state === 'APPROVED' ? [{ redaction, since: approval?.at ?? Infinity }] : [];
  });
}

function approvalOf({ id }: Proposal, decided: readonly Decision[]): Approval | undefined {
  return ofKind(decided, 'REDACTION_APPROVAL').find(({ payload }) => payload.redaction === id);
}

function redactionOf(proposal: Proposal, approval: Approval | undefined, against: HeldAgainst): RedactionPicture {
  const { id, payload, person, agency, at, revision } = proposal;
  const { audience, recipient, text, answers, topics } = payload;
  return {
    id,
    audience,
    recipient,
    text,
    answers,
    topics,
    state: redactionState(proposal, approval, against),
    author: personAt(person, agency),
    approver: approval === undefined ? null : personAt(approval.person, approval.agency),
    proposedAt: at,
    revision,
  };
}

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

/**
 * A text is approved by somebody other than its author, word for word, as made from the interview as it is now; made or
 * approved from another version it is stale, whatever was approved.
 */
export function redactionState(proposal: Proposal, approval: Approval | undefined, contentHash: string): RedactionState {
  if (proposal.payload.madeFrom !== contentHash) {
    return 'STALE';
  }
  if (approval === undefined || approval.person === proposal.person) {
    return 'DRAFT';
  }
  const ofThis = approval.payload.madeFrom === contentHash && approval.payload.textHash === textHash(proposal.payload.text);
  return ofThis ? 'APPROVED' : 'STALE';
}

/** The texts proposed for an interview, one for each audience and recipient, the latest first. */
export function redactionsOf(decided: readonly Decision[], contentHash: string): RedactionPicture[] {
  return ofKind(decided, 'REDACTION')
    .map((proposal) => redactionOf(proposal, approvalOf(proposal, decided), contentHash))
    .sort((first, second) => second.proposedAt - first.proposedAt || compareText(first.id, second.id));
}

/** Those of them that may be served. */
export function approvedTexts(decided: readonly Decision[], contentHash: string): ApprovedText[] {
  return ofKind(decided, 'REDACTION').flatMap((proposal) => {
    const approval = approvalOf(proposal, decided);
    const redaction = redactionOf(proposal, approval, contentHash);
    // Stryker disable next-line OptionalChaining: what is approved has an approval, which the compiler cannot know.
    return redaction.state === 'APPROVED' ? [{ redaction, since: approval?.at ?? Infinity }] : [];
  });
}

function approvalOf({ id }: Proposal, decided: readonly Decision[]): Approval | undefined {
  return ofKind(decided, 'REDACTION_APPROVAL').find(({ payload }) => payload.redaction === id);
}

function redactionOf(proposal: Proposal, approval: Approval | undefined, contentHash: string): RedactionPicture {
  const { id, payload, person, agency, at, revision } = proposal;
  const { audience, recipient, text, answers, topics } = payload;
  return {
    id,
    audience,
    recipient,
    text,
    answers,
    topics,
    state: redactionState(proposal, approval, contentHash),
    author: personAt(person, agency),
    approver: approval === undefined ? null : personAt(approval.person, approval.agency),
    proposedAt: at,
    revision,
  };
}

import type { Decision } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import type { SharingRecord } from '../fold/interview-picture.ts';
import { compareText } from '../fold/standing.ts';
import { personAt } from './audience.ts';

/** What was agreed and decided on an interview and stands, the latest first, as those who decide are shown it. */
export function sharingRecords(decided: readonly Decision[]): SharingRecord[] {
  return [...agreements(decided), ...sharing(decided), ...authorisations(decided), ...overrides(decided)].sort(
    (first, second) => second.at - first.at || compareText(first.id, second.id),
  );
}

function agreements(decided: readonly Decision[]): SharingRecord[] {
  return ofKind(decided, 'AGREEMENT').map((decision) => {
    const { audience, recipient, topic, state, understanding } = decision.payload;
    return { ...made(decision), kind: 'AGREEMENT', audience, recipient, topic, state, reason: understanding };
  });
}

function sharing(decided: readonly Decision[]): SharingRecord[] {
  return ofKind(decided, 'SHARING').map((decision) => {
    const { audience, recipient, decision: state, reason } = decision.payload;
    return { ...made(decision), kind: 'SHARING', audience, recipient, state, reason };
  });
}

function authorisations(decided: readonly Decision[]): SharingRecord[] {
  return ofKind(decided, 'AUTHORISATION').map((decision) => {
    const { audience, recipient, authorised, reason } = decision.payload;
    return { ...made(decision), kind: 'AUTHORISATION', audience, recipient, state: authorised ? 'AUTHORISED' : 'NOT_AUTHORISED', reason };
  });
}

/** Until when it lasts is shown beside it: whether it still does is for whoever knows the hour. */
function overrides(decided: readonly Decision[]): SharingRecord[] {
  return ofKind(decided, 'OVERRIDE').map((decision) => {
    const { audience, recipient, reason, until } = decision.payload;
    return { ...made(decision), kind: 'OVERRIDE', audience, recipient, state: 'ACTIVE', reason, until };
  });
}

function made({ id, at, revision, person, agency }: Decision): Pick<SharingRecord, 'id' | 'at' | 'revision' | 'by' | 'topic' | 'until'> {
  return { id, at, revision, by: personAt(person, agency), topic: null, until: null };
}

import type { Decision } from '../../../src/domain/decision/decision.ts';
import type { RedactionPicture, Release } from '../../../src/domain/fold/interview-picture.ts';
import type { ApprovedText } from '../../../src/domain/redaction/redaction-state.ts';
import type { SharingGrounds } from '../../../src/domain/sharing/sharing-grounds.ts';
import { releasesOf } from '../../../src/domain/sharing/releases.ts';
import { NOW } from '../decision/a-decision.ts';

/** A text approved a minute before anything else is decided, unless a test says otherwise. */
export function anApprovedText(redaction: Partial<RedactionPicture> = {}, since = NOW - 60_000): ApprovedText {
  return {
    since,
    redaction: {
      id: 'redaction-1',
      audience: 'PLACEMENT',
      recipient: 'larkfield',
      text: 'She was cold and hungry.',
      answers: [],
      topics: ['HEALTH'],
      state: 'APPROVED',
      author: 'ann@northmere',
      approver: 'bea@northmere',
      proposedAt: NOW - 120_000,
      revision: 1,
      ...redaction,
    },
  };
}

/** What is released by these decisions, with one text approved for Larkfield unless a test says otherwise. */
export function released(decided: readonly Decision[], grounds: Partial<SharingGrounds> = {}): Release[] {
  return releasesOf({ state: 'COMPLETED', decided, texts: [anApprovedText()], closings: [], forces: [], coordinators: [], agreements: [], ...grounds });
}

import type { Decision, DecisionPayloads } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import type { IntelligencePicture } from '../fold/intelligence-picture.ts';
import type { IntelligencePayload } from '../observation/observation.ts';
import type { IntelligenceOrigin } from './intelligence-words.ts';

/** Whether an item is open beyond the service that recorded it: police made it, it cannot wait, or a senior released it. */
export function isReleased({ origin, urgency }: Pick<IntelligencePayload, 'origin' | 'urgency'>, decided: readonly Decision[]): boolean {
  const released = ofKind(decided, 'AUTHORISATION').some(({ matter, payload }) => matter === 'RELEASE' && payload.authorised);
  return origin === 'POLICE' || urgency === 'ACT_NOW' || released;
}

interface Graded {
  readonly grade: DecisionPayloads['GRADE'] | null;
  readonly origin: IntelligenceOrigin;
  readonly originator: string;
}

/** Its handling code, and whom a C item is open to: those its conditions name and whoever made it. Police's own is C until it is graded. */
export function openTo({ grade, origin, originator }: Graded): Pick<IntelligencePicture, 'handling' | 'recipients'> {
  const handling = grade?.handling ?? (origin === 'POLICE' ? 'C' : 'P');
  return { handling, recipients: handling === 'P' ? [] : [...new Set([...(grade?.recipients ?? []), originator])].sort() };
}

import type { Decision } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import { agreementOf } from './agreement-of.ts';

/**
 * The homes and parents who may be told that the child did not agree (SOM 4.15): those for whom it said no and has said
 * nothing else since. Whether they are told is for the responsible authority, whose default is not to.
 */
export function consentNotGiven(decided: readonly Decision[]): string[] {
  const asked = ofKind(decided, 'AGREEMENT').flatMap(({ payload: { audience, recipient } }) => {
    if ((audience === 'PLACEMENT' || audience === 'PARENT') && recipient !== null) {
      return [{ audience, recipient }];
    }
    // Stryker disable next-line ArrayDeclaration: what has no audience was asked of nobody, and nobody refused it.
    return [];
  });
  const refused = asked.filter((one) => ['REFUSED', 'WITHDRAWN'].includes(agreementOf(decided, one, 'ALL').state));
  return [...new Set(refused.map(({ recipient }) => recipient))].sort();
}

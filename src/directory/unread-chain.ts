import { chainMoved } from '../domain/authority/chain-moved.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { Risk } from '../domain/observation/observation.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Directory } from './directory.ts';
import { dutyOf } from './duty-of.ts';

/** A message about a missing child that was refused, at one of the agencies that are shown it. */
export interface UnreadAt {
  readonly agency: string;
  /** Null: nobody has said; answered as quickly as for HIGH. */
  readonly risk: Risk | null;
}

/** Whoever has the list of what was refused, by the kind of agency. */
const HAS_THE_LIST = { AUTHORITY: 'HUB_COORDINATOR', POLICE: 'POLICE_MISSING_TEAM', PROVIDER: null, OTHER: null } as const;

/**
 * Before whom a refused message comes at an agency, one after the other: of its duty whoever has the list of what was refused,
 * and the duty team of the night, who ring; where its chain has neither, whoever has the list at once. Nobody where nobody has.
 */
export function unreadChain(directory: Pick<Directory, 'agencies' | 'people'>, { agency, risk }: UnreadAt, from: number): readonly AlertStep[] {
  const list = HAS_THE_LIST[directory.agencies.get(agency)?.kind ?? 'OTHER'];
  if (list === null) {
    return [];
  }
  const to = `${list}:${agency}`;
  const hearing = dutyOf(directory, { agency, matter: 'OTHER', risk, raisedAt: from }).filter((step) => step.to === to || step.to === `EDT:${agency}`);
  const [first] = hearing;
  return first === undefined ? [{ to, from, until: from + ANSWER_WITHIN[risk ?? 'HIGH'] * MINUTE }] : chainMoved(hearing, first.from - from, from);
}

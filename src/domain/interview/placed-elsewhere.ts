import type { PlacementAgreementPayload } from '../observation/observation.ts';
import type { PlacedElsewhere } from './agreement-gaps.ts';

/** An agreement on a placement as somebody reads it; `from` in epoch milliseconds. */
export interface StatedAgreement extends Pick<PlacementAgreementPayload, 'hostOfficer' | 'hostContact' | 'whoInterviews' | 'resultHow' | 'resultBy'> {
  readonly from: number;
  /** Directory id of the authority it was made with. */
  readonly hostAuthority: string | null;
}

/** Whose child it is and where the child is placed now, by directory ids; `named` says which authority a text names. */
export interface PlacedAt {
  readonly responsible: readonly string[];
  readonly host: string | null;
  readonly named: (text: string) => string | null;
  readonly now: number;
}

/**
 * What holds now for a child whom one authority placed in another's area (Somerset 7.1): the agreement with that host which began last,
 * and whether it is the host that interviews. Null: the child is not placed so, or it is not known.
 */
export function placedElsewhere(agreements: readonly StatedAgreement[], { responsible, host, named, now }: PlacedAt): PlacedElsewhere | null {
  if (host === null || responsible.length === 0 || responsible.includes(host)) {
    return null;
  }
  const begun = agreements.filter(({ from, hostAuthority }) => from <= now && (hostAuthority ?? host) === host);
  const agreement = begun.toSorted((one, other) => other.from - one.from)[0] ?? null;
  const who = agreement?.whoInterviews ? named(agreement.whoInterviews) : null;
  return { agreement, hostInterviews: who === host ? true : who !== null && responsible.includes(who) ? false : null };
}

/**
 * Where the guidance is silent the house opens by default what an authority may close for its own children; it can never
 * open more. `COPY` openings follow the stricter of the responsible and the host authority; a duty to tell is none of them.
 */
export const OPENINGS = [
  /** Redacted copies to a placement, to a parent, to a partner. */
  'COPY_TO_PLACEMENT',
  'COPY_TO_PARENT',
  'COPY_TO_PARTNER',
  /** Copies to partners without a senior's authorisation; a Mosaic authority closes it (MOS). */
  'COPY_TO_PARTNER_WITHOUT_SENIOR',
  /** That an interview took place, to a partner and to another social worker of the authority. */
  'NOTICE_TO_PARTNER',
  'NOTICE_TO_OTHER_SOCIAL_WORKERS',
  /** A child missing now, to partners of the daily briefing. */
  'BRIEFING_TO_PARTNER',
  /** Circumstances, home and description to business support. */
  'DETAIL_TO_BUSINESS_SUPPORT',
  /** Another social worker of the authority reads identity and description. */
  'CHILD_TO_OTHER_SOCIAL_WORKERS',
] as const;
export type Opening = (typeof OPENINGS)[number];

/** Openings for copies, which either of two authorities closes for both. */
export const COPY_OPENINGS: readonly Opening[] = ['COPY_TO_PLACEMENT', 'COPY_TO_PARENT', 'COPY_TO_PARTNER', 'COPY_TO_PARTNER_WITHOUT_SENIOR'];

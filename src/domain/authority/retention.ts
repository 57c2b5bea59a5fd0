/** What is kept for a time of its own. */
export const RETENTION_CLASSES = ['RAW_DOCUMENT', 'QUARANTINE', 'INTERVIEW', 'INTELLIGENCE', 'EPISODE', 'CHILD'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/**
 * How many days each class is kept where an authority says nothing (our default; the guidance is silent). Null: until the
 * authority says; nothing that a child said is erased by a figure we made up.
 */
const RETENTION_DAYS: Readonly<Record<RetentionClass, number | null>> = {
  RAW_DOCUMENT: 365,
  QUARANTINE: 180,
  INTERVIEW: null,
  INTELLIGENCE: null,
  EPISODE: null,
  CHILD: null,
};

/** How long an authority keeps a class, in days; null: nothing of it is due by itself. */
export function daysKept(kept: RetentionClass, own: Readonly<Partial<Record<RetentionClass, number>>>): number | null {
  return own[kept] ?? RETENTION_DAYS[kept];
}

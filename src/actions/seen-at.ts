import type { Practice } from '../domain/authority/practice.ts';

/** At one moment and by whom, by the practice each authority goes by. */
export interface SeenAt {
  /** The reader's own agency. */
  readonly agency: string;
  readonly now: number;
  readonly practiceOf: (authority: string) => Practice | null;
  /** The authority that a text names; null where it names none surely. */
  readonly authorityNamed: (text: string) => string | null;
  /** Whether somebody, `person@agency`, is there still and can be given a return. */
  readonly mayBeAssigned: (worker: string) => boolean;
}

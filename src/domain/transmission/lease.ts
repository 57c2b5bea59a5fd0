/** For whom a transmission is taken: the number grows with every lease and never goes back. */
export interface Lease {
  readonly fence: number;
  /** Epoch milliseconds at which it ends; null: nobody holds it. */
  readonly until: number | null;
}

/** What a worker shows when it acts: the number it was given, and the moment. */
export interface Claim {
  readonly fence: number;
  readonly at: number;
}

/** Nobody has ever held it. */
export const NO_LEASE: Lease = { fence: 0, until: null };

/** May this worker act? Only the last one that was given the lease, while it runs: whoever slept through its end may not. */
export function mayAct({ fence, at }: Claim, lease: Lease): boolean {
  return fence === lease.fence && lease.until !== null && at < lease.until;
}

/** Has its holder let the time go by? Then anybody may say that the try timed out. */
export function hasRunOut({ until }: Lease, at: number): boolean {
  return until !== null && at >= until;
}

/** The lease for the next worker, under a new number; null while one is out, run out or not, as a try that died must count as one. */
export function nextLease(lease: Lease, at: number, length: number): Lease | null {
  return lease.until === null ? { fence: lease.fence + 1, until: at + length } : null;
}

/** The lease ended before its time: its number is spent, so that its holder can do nothing more. */
export function endedLease({ fence }: Lease): Lease {
  return { fence, until: null };
}

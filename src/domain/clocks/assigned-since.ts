import type { Span } from '../interval/compare-intervals.ts';

/** A return worker of the child: from and until in epoch milliseconds, as a coordinator assigned; null is open. */
export interface AssignedWorker {
  readonly from: number | null;
  readonly until: number | null;
  /** `person@agency`, where it is told. */
  readonly person?: string;
}

type Times = readonly (Span | null)[];

/**
 * When the first worker was assigned after the return; nothing where none was, null where the return has no time. A worker
 * who holds the child's case already when the child comes back is assigned from the moment the team is told, else from the
 * return (Somerset 4.2 names the worker holding the case; that nobody need assign that worker anew is our reading).
 */
export function assignedSince(workers: readonly AssignedWorker[], returned: Times, notified: Times): (Span | null)[] {
  const back = firstOf(returned) ?? firstOf(notified);
  if (back === null) {
    return returned.length > 0 && workers.length > 0 ? [null] : [];
  }
  const since = workers.filter(({ until }) => until === null || until > back.from);
  if (since.some(({ from }) => from === null || from < back.from)) {
    return [firstOf(notified) ?? back];
  }
  const from = Math.min(...since.map((worker) => worker.from ?? back.from));
  return since.length === 0 ? [] : [{ from, until: from }];
}

function firstOf(times: Times): Span | null {
  return times.filter((time) => time !== null).toSorted((one, other) => one.from - other.from)[0] ?? null;
}

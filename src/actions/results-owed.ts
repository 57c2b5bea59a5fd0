import type { Gate } from '../gate/gate.ts';
import type { ReadRequest, WantedTree } from '../gate/read-request.ts';
import type { Viewer } from '../policy/viewer.ts';

/** More than any agency has waited with at once. */
export const MOST_OWED = 50;

/** What a reader asks of each. */
interface OwedRequest extends Pick<ReadRequest, 'operation' | 'now'> {
  readonly wanted: WantedTree;
}

/** Interviews whose result the reader's agency has agreed to send by some time and of which no receipt has come, the longest waiting first. */
export async function resultsOwed(gate: Gate, viewer: Viewer, request: OwedRequest): Promise<readonly object[]> {
  const root = { name: 'transmissions', states: null, overdue: false, withdrawnTooLate: false, owed: true, first: MOST_OWED, after: null } as const;
  return (await gate.page(viewer, { ...request, root })).nodes;
}

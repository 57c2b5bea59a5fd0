import type { Directory } from '../../directory/directory.ts';
import { standingOf } from '../../directory/on-shift.ts';
import { agencyAsReader } from '../../directory/recipient-of.ts';
import type { Standing } from '../../gate/viewer-stands.ts';
import type { Viewer } from '../../policy/viewer.ts';

/** Does whoever it is sent to still stand where they stood? An agency does as long as the directory sends it anything. */
export function recipientStands(directory: Directory, viewer: Viewer, now: number): Standing {
  if (viewer.person === agencyAsReader(viewer.agency)) {
    const sentTo = directory.agencies.has(viewer.agency) && directory.exchange.some(({ agency }) => agency === viewer.agency);
    return sentTo ? 'STANDS' : 'GONE';
  }
  return standingOf(directory, viewer, now);
}

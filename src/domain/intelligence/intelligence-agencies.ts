import { mergedPeriods } from '../fold/periods.ts';
import type { IntelligencePicture } from '../fold/intelligence-picture.ts';
import type { Relation } from '../fold/relation.ts';

/** What the exploitation group of the area is told of. */
const FOR_THE_GROUP: readonly string[] = ['HOT_SPOT', 'PERSON_TARGETING_CHILDREN'];

/**
 * Agencies to which some item on the child is open through their force or their exploitation group, with their times: an
 * involved force by the handling code, a group only hot spots and persons who target children, sanitised and code P.
 */
export function intelligenceAgencies(items: readonly IntelligencePicture[], forces: readonly Relation[]): Relation[] {
  return mergedPeriods(items.filter(({ released, restriction }) => released && !restriction.restricted).flatMap((item) => [...forcesFor(item, forces), ...groupsFor(item)]));
}

function forcesFor({ handling, recipients }: IntelligencePicture, forces: readonly Relation[]): Relation[] {
  return forces.filter(({ agency }) => handling === 'P' || recipients.includes(agency));
}

function groupsFor({ handling, grade, stated, groups }: IntelligencePicture): readonly Relation[] {
  const sanitised = grade !== null && grade.sanitisedText !== null;
  return handling === 'P' && sanitised && FOR_THE_GROUP.includes(stated.topic) ? groups : [];
}

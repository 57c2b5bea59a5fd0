import { looksLikeId } from './looks-like-id.ts';
import type { ReadRoot } from './read-request.ts';
import type { SlotValues } from './slot.ts';

type RootValues = Omit<SlotValues, 'lists'>;

/** The values a root is asked with; null where an id is none of the hub's, so that nothing can be there. */
export function valuesOf(root: ReadRoot): RootValues | null {
  if ('id' in root) {
    return ofOne(root.id);
  }
  switch (root.name) {
    case 'episodes':
      return { ...root.filter, missingFrom: instant(root.filter.missingFrom), missingUntil: instant(root.filter.missingUntil) };
    case 'briefing':
      return { authority: root.authority, since: instant(root.returnedSince) };
    case 'quarantine':
      return { ids: root.ids?.filter(looksLikeId), authority: root.authority };
    case 'matchReview':
      return { status: root.states };
    case 'sources':
    case 'notices':
      return {};
    case 'disclosures':
      return ofChild(root.child);
  }
}

const ofOne = (id: string): RootValues | null => (looksLikeId(id) ? { id } : null);
const ofChild = (child: string | null): RootValues | null =>
  child === null || looksLikeId(child) ? { child: child?.toLowerCase() } : null;
const instant = (milliseconds: number | undefined): string | undefined =>
  milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();

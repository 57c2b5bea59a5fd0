import { isFollowed, valuesOfFollowed } from './followed-roots.ts';
import { looksLikeId } from './looks-like-id.ts';
import type { ReadRoot, RootNamed } from './read-request.ts';
import type { SlotValues } from './slot.ts';

type RootValues = Omit<SlotValues, 'lists'>;

/** The values a root is asked with; null where an id is none of the hub's, so that nothing can be there. */
export function valuesOf(root: ReadRoot): RootValues | null {
  if ('id' in root) {
    return ofOne(root.id);
  }
  if (asksNoMore(root)) {
    return ofIds(root);
  }
  if (isFollowed(root)) {
    return valuesOfFollowed(root);
  }
  if ('states' in root) {
    return inStates(root.states);
  }
  switch (root.name) {
    case 'episodes':
      return { ...root.filter, missingFrom: instant(root.filter.missingFrom), missingUntil: instant(root.filter.missingUntil) };
    case 'quarantine':
      return { ids: root.ids?.filter(looksLikeId), authority: root.authority };
    case 'returnsBetween':
      return { authority: root.authority, since: instant(root.from), missingUntil: instant(root.until) };
    case 'disclosures':
      return ofChild(root.child);
  }
}

/** Of which nothing is asked but, of one, which ids. */
const ASKING_NO_MORE = ['alerts', 'concerns', 'notices', 'ownActions', 'returns', 'theseReturns', 'sources'] as const satisfies readonly ReadRoot['name'][];

function asksNoMore(root: ReadRoot): root is RootNamed<(typeof ASKING_NO_MORE)[number]> {
  return ASKING_NO_MORE.some((name) => name === root.name);
}

const ofIds = (root: RootNamed<(typeof ASKING_NO_MORE)[number]>): RootValues => ('ids' in root ? { ids: root.ids } : {});
const inStates = (states: readonly string[] | null): RootValues => ({ status: states ?? undefined });
const ofOne = (id: string): RootValues | null => (looksLikeId(id) ? { id } : null);
const ofChild = (child: string | null): RootValues | null =>
  child === null || looksLikeId(child) ? { child: child?.toLowerCase() } : null;
const instant = (milliseconds: number | undefined): string | undefined =>
  milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();

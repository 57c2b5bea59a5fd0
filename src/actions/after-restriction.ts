import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { MARKED_NOTICE } from '../domain/workflow/marked-notice.ts';
import { mayLift, whoNamesManager } from '../directory/who-lifts.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { takeOff } from '../store/write/notice-store.ts';
import { openActions } from '../store/write/open-actions.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';
import type { ChildSeen } from './state-record.ts';

/** A child that was restricted or opened just now, and whom it shuts out as people an allegation names. */
interface Restricted {
  readonly on: ChildSeen & { readonly child: string };
  readonly excluded: readonly string[];
}

/** A decision on a restriction, and what it is about. */
interface Lifting {
  readonly row: { readonly child: string };
  /** The interview, where it is of one alone. */
  readonly about: object | null;
  readonly payload: { readonly restricted: boolean };
}

/** What whoever restricts has to know of what follows: the picture itself moves what waits, and tells of what was to be done. */
export async function afterRestriction(scene: Scene, { on, excluded }: Restricted): Promise<string[]> {
  const facts = (await factsOfChild(scene.em, on.child, scene.now))?.facts;
  if (facts === undefined) {
    throw new HubError('INTERNAL', 'A child was restricted that is not there.');
  }
  return facts.restricted === 'NO' ? [] : [...(await whereActionsAreLost(scene, on)), ...whereNobodyLifts(scene, { on, excluded }, facts)];
}

/** A manager who lifts a restriction has to know where that lifts nothing; a stranger's mark is decided by it, whichever way. */
export async function whatStaysClosed({ em, actor: { viewer }, now }: Scene, { row, about, payload }: Lifting): Promise<string[]> {
  if (about === null) {
    await takeOff(em, { about: row.child, kind: MARKED_NOTICE.kind, by: personAt(viewer.person, viewer.agency), at: now });
  }
  if (payload.restricted || (await factsOfChild(em, row.child, now))?.facts.restricted !== 'YES') {
    return [];
  }
  return [about === null ? 'This lifts nothing: a source marks the child as restricted still. Ask whoever sends it to take the mark back.' : 'This opens nothing: the child is restricted, and the interview with them.'];
}

/** Only of what is lost by this restriction (`ingest/tell-lost-actions.ts`). */
async function whereActionsAreLost({ em, now }: Scene, { child }: Restricted['on']): Promise<string[]> {
  const isLost = (await openActions(em, child)).some(({ lostSince }) => lostSince !== null && lostSince >= now);
  return isLost ? ['Somebody had something to do about this child and no longer reads of it. Whoever set it is told, or those who are let in.'] : [];
}

/** Said where the operator alone can help. */
export const NOBODY_NAMES = 'No manager who may see this child is left to lift the restriction. Nor is there a data protection officer to name one: ring the operator of the hub now.';

/** The data protection officer is asked to name a manager (`ingest/tell-who-names.ts`). */
function whereNobodyLifts({ services, actor: { viewer } }: Scene, { on, excluded }: Restricted, facts: ChildFacts): string[] {
  const directory = services.directory();
  if (mayLift(directory, facts).length > 0) {
    return [];
  }
  const asked = whoNamesManager(directory, facts, excluded);
  if (asked.length === 0) {
    services.log.warn('restriction-unliftable', { record: on.child });
  }
  const others = asked.filter((officer) => officer !== personAt(viewer.person, viewer.agency));
  return [others.length > 0 ? 'No manager who may see this child is left to lift the restriction. The data protection officer is asked to name one.' : NOBODY_NAMES];
}

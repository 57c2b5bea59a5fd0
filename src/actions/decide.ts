import { createHash } from 'node:crypto';
import type { Decision, DecisionKind, DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { addDecision, standingRevision } from '../store/write/decision-store.ts';
import { keyOf, type Scene } from './perform.ts';

/** A decision as an action has made it out of what the client sent. */
export interface Deciding<K extends DecisionKind> {
  readonly kind: K;
  /** The child, as `seeRow` answered. */
  readonly on: { readonly person: string; readonly childRecords: readonly string[] };
  /** The interview, item, note or episode it is about: the id it is kept under, and every id it was ever decided under. */
  readonly about: { readonly id: string; readonly records: readonly string[] } | null;
  readonly matter: string;
  /** The revision the client read: that of the decision it supersedes, 0 where there is none; null: whatever stands. */
  readonly revision: number | null;
  readonly payload: DecisionPayloads[K];
  /** Tells several decisions of one action apart. */
  readonly step?: string;
}

/** What a decision supersedes, by the revision the client read. */
export type Superseding = Pick<Deciding<DecisionKind>, 'kind' | 'on' | 'about' | 'matter' | 'revision'>;

/** The revision that stands; refuses a client who read another. Before anything is refused for what stands in a text. */
export async function standsAsRead({ em }: Scene, { kind, on, about, matter, revision }: Superseding): Promise<number> {
  const standing = await standingRevision(em, { kind, children: on.childRecords, abouts: about?.records ?? null, matter });
  if (revision !== null && revision !== standing) {
    throw new HubError('STALE_REVISION', `This stands at revision ${String(standing)} now; nothing was stored.`);
  }
  return standing;
}

/** Adds a decision where the one it supersedes is still the one the client read, and folds the child anew. */
export async function decide<K extends DecisionKind>(scene: Scene, deciding: Deciding<K>): Promise<{ id: string; revision: number }> {
  const { em, services, actor, now, content } = scene;
  const { kind, on, about, matter, payload } = deciding;
  const standing = await standsAsRead(scene, deciding);
  const { person, agency, role } = actor.viewer;
  const id = hubId(services.idKey, { agency, kind: 'decision', key: `${keyOf(scene)}${deciding.step ?? ''}` });
  const revision = standing + 1;
  // A payload belongs to the kind it was given with.
  const decision = { id, kind, child: on.person, about: about?.id ?? null, matter, revision, payload, person, agency, role, at: now } as unknown as Decision;
  await addDecision(em, decision, createHash('sha256').update(content, 'utf8').digest('hex'));
  await services.refold(em, [on.person]);
  return { id, revision };
}

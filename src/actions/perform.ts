import { createHash, randomUUID } from 'node:crypto';
import { HubError, type ErrorCode } from '../domain/errors.ts';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import type { ActionName } from '../policy/action-rules.ts';
import { asWriter, type Writing } from '../store/database.ts';
import { auditBody, childrenOf } from '../store/write/action-log.ts';
import { addAuditEvent, type AuditKind } from '../store/write/audit-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { actorStands } from './actor-stands.ts';

/** What somebody asks the hub to do. */
export interface Deed {
  readonly action: ActionName;
  readonly kind: AuditKind;
  readonly actor: Actor;
  readonly input: object;
  /** The client's own name of it, so that a retry gets the first answer; null: done anew each time. */
  readonly key: string | null;
  /** Why, in the actor's words, where the log is to say so. */
  readonly reason: string | null;
  readonly now: number;
}

/** A deed under way: inside the transaction, under the writer's lock. */
export interface Scene extends Omit<Deed, 'input' | 'reason' | 'kind'> {
  readonly em: Writing;
  readonly services: ActionServices;
  /** Everything the client sent, as one text with one form. */
  readonly content: string;
}

/** What an action found or made, and the child it was about. */
export interface Done<A> {
  readonly answer: A;
  /** Shown id; null where no child was found. */
  readonly child: string | null;
}

/** Does one thing once: whoever sends the same key and content again gets the first answer. */
export async function perform<A extends Acted>(services: ActionServices, deed: Deed, work: (scene: Scene) => Promise<A>): Promise<A> {
  return performAsking(services, deed, async (scene) => {
    const answer = await work(scene);
    return { answer, child: answer.child };
  });
}

/** As `perform`, for what may be about no child: all of it, and the audit event that says so, or nothing. */
export async function performAsking<A extends object>(services: ActionServices, deed: Deed, work: (scene: Scene) => Promise<Done<A>>): Promise<A> {
  if (deed.key !== null && !looksLikeId(deed.key)) {
    throw new HubError('BAD_INPUT', '"key" is no UUID. Make one for each new statement, and send the same one when you try again.');
  }
  try {
    return await asWriter(services.database, (em) => once(em, { services, deed }, work), { serial: true });
  } catch (error) {
    if (error instanceof HubError && REFUSALS.includes(error.code)) {
      await logRefusal(services, deed, error.code);
    }
    throw error;
  }
}

/** Errors that say no to this person, rather than to what was sent. */
const REFUSALS: readonly ErrorCode[] = ['NOT_FOUND', 'FORBIDDEN', 'OFF_SHIFT', 'TOKEN_REFUSED', 'NOT_TRAINED', 'RATE_LIMITED', 'LEGAL_HOLD'];

interface Asked {
  readonly services: ActionServices;
  readonly deed: Deed;
}

async function once<A extends object>(em: Writing, asked: Asked, work: (scene: Scene) => Promise<Done<A>>): Promise<A> {
  const { services, deed } = asked;
  const { action, actor, key, now, input, reason } = deed;
  await services.refreshDirectory();
  actorStands(services.directory(), actor.viewer, now);
  const content = canonicalJson({ action, by: personAt(actor.viewer.person, actor.viewer.agency), input });
  const hash = createHash('sha256').update(content, 'utf8').digest('hex');
  const id = key === null ? randomUUID() : hubId(services.idKey, { agency: actor.viewer.agency, kind: 'action', key });
  const earlier = key === null ? null : await firstAnswer<A>(em, id, hash);
  if (earlier !== null) {
    return earlier;
  }
  const { answer, child } = await work({ em, services, action, actor, key, now, content });
  const kept = key === null ? {} : { content: hash, answer };
  await addAuditEvent(em, { ...eventOf(deed), id, children: child === null ? [] : [child], body: { action, outcome: 'DONE', reason, ...kept } });
  return answer;
}

/** What the same key was answered before; who could do it then did it, whatever has changed since. */
async function firstAnswer<A>(em: Writing, id: string, hash: string): Promise<A | null> {
  // The body of an event with such an id was written by `once`.
  const body = (await auditBody(em, id)) as { readonly content: string; readonly answer: A } | null;
  if (body === null) {
    return null;
  }
  if (body.content !== hash) {
    throw new HubError('KEY_REUSED', 'The key was used before, by somebody else or with another content.');
  }
  return body.answer;
}

/** Refusals are written down too, in a transaction of their own. */
async function logRefusal({ database }: ActionServices, deed: Deed, code: ErrorCode): Promise<void> {
  const named = Object.values(deed.input).filter((value): value is string => typeof value === 'string' && looksLikeId(value) && value !== deed.key);
  await asWriter(database, async (em) => {
    const children = await childrenOf(em, named);
    await addAuditEvent(em, { ...eventOf(deed), id: randomUUID(), children, body: { action: deed.action, outcome: 'REFUSED', code, named, reason: deed.reason } });
  });
}

function eventOf({ kind, now, actor: { viewer } }: Deed): { at: number; kind: AuditKind; actor: string; agency: string; role: string } {
  return { at: now, kind, actor: viewer.person, agency: viewer.agency, role: viewer.role };
}

/** The matter of what is decided anew each time: two agencies may choose the same key. */
export function ownMatter(scene: Scene): string {
  return `${scene.actor.viewer.agency} ${keyOf(scene)}`;
}

/** The client's key, of a deed that has one. */
export function keyOf({ key }: Pick<Deed, 'key'>): string {
  if (key === null) {
    throw new HubError('INTERNAL', 'This is done without a key and keeps no record.');
  }
  return key;
}

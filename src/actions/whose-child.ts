import { HubError } from '../domain/errors.ts';
import type { Gate } from '../gate/gate.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { askExactly } from './ask-exactly.ts';
import { childNamed, type ExactChild } from './child-named.ts';
import { checkTexts, requiredText } from './given.ts';

/** Whose child is this: exactly who the child is, and why it is asked. */
export interface WhoseChild extends ExactChild {
  readonly reason: string;
}

/** Whom to ring about the child, and nothing else. */
export interface AuthorityToRing {
  /** Directory id. */
  readonly authority: string;
  readonly name: string;
  readonly dutyContact: string | null;
}

interface AskingServices extends ActionServices {
  readonly gate: Pick<Gate, 'whose'>;
}
type Asking = Parameters<Gate['whose']>[2];

/** Answers which authority is responsible for the child exactly so named; no such child and several are the same answer. */
export async function whoseChild(services: AskingServices, actor: Actor, input: WhoseChild, asking: Asking): Promise<AuthorityToRing> {
  checkTexts(input);
  const key = childNamed(input);
  const reason = requiredText(input.reason, 'reason');
  await askExactly(services, { action: 'whoseChild', actor, input: {}, key: null, reason, now: asking.now }, key);
  const [authority, ...more] = await services.gate.whose(actor.viewer, key, asking);
  const found = authority === undefined || more.length > 0 ? undefined : services.directory().agencies.get(authority);
  if (found === undefined) {
    throw new HubError('NOT_FOUND', 'There is not exactly one child so named, or nobody knows yet whose child it is. Check the spelling and the date; else ring the duty contact of the authority where the child is.');
  }
  return { authority: found.id, name: found.name, dutyContact: found.dutyContact };
}

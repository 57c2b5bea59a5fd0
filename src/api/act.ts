import type { GraphQLResolveInfo } from 'graphql';
import type { Acted, ActionServices, Actor } from '../actions/action-services.ts';
import type { ViewingCaller } from '../auth/caller.ts';
import type { OneRowRoot } from '../gate/gate.ts';
import type { RequestContext } from './context.ts';
import { operationOf } from './read-request.ts';
import { selects, wantedTree } from './wanted-tree.ts';

/** An action as every resolver of a mutation calls it. */
type Action<I, A extends Acted> = (...asked: [services: ActionServices, actor: Actor, input: I, now: number]) => Promise<A>;

/** Who acts is who the token says; nothing of the input says it. */
export function actorOf({ viewer, person }: ViewingCaller): Actor {
  return { viewer, person };
}

/** One mutation: what is done, and what of its payload is read back. */
interface Mutation<I, A extends Acted> {
  readonly action: Action<I, A>;
  readonly input: I;
  /** By the payload's field: where the object lies that was made or changed; null where there is none. */
  readonly readBack: Readonly<Record<string, (acted: A) => OneRowRoot | null>>;
}

/** The request a resolver stands in. */
export interface Call {
  readonly context: RequestContext;
  readonly info: GraphQLResolveInfo;
}

/**
 * Does it, then reads what it came to through the gate like any other reader: who may record something need not be one who
 * may see it. What the selection asks for is counted first, so that nothing is done whose answer would be refused.
 */
export async function act<I, A extends Acted>({ context, info }: Call, { action, input, readBack }: Mutation<I, A>): Promise<object> {
  const { services, caller, now, budget } = context;
  const wanted = Object.keys(readBack)
    .filter((field) => selects(info, field))
    .map((field) => ({ field, tree: wantedTree(info, [field]) }));
  wanted.forEach(({ tree }) => {
    budget.spend(tree, 1);
  });
  const acted = await action(services.actions, actorOf(caller), input, now);
  const payload = new Map<string, unknown>(Object.entries(acted));
  for (const { field, tree } of wanted) {
    const root = readBack[field]?.(acted) ?? null;
    payload.set(field, root === null ? null : await services.gate.row(caller.viewer, { root, wanted: tree, operation: operationOf(info), now }));
  }
  return Object.fromEntries(payload);
}

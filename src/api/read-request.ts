import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReadRequest, ReadRoot, WantedTree } from '../gate/read-request.ts';
import { HubError } from '../domain/errors.ts';
import type { RequestContext } from './context.ts';

const LARGEST_PAGE = 100;
const LONGEST_NAME = 60;

/** The operation as it is written into the disclosure: its name and the hash of its text. */
export function operationOf({ operation }: GraphQLResolveInfo): ReadRequest['operation'] {
  return {
    name: (operation.name?.value ?? 'unnamed').slice(0, LONGEST_NAME),
    hash: createHash('sha256').update(operation.loc?.source.body ?? '').digest('hex'),
  };
}

interface Read<R extends ReadRoot> {
  readonly root: R;
  readonly wanted: WantedTree;
  /** How many rows the root can bring. */
  readonly rows: number;
}

/** What the gate is asked for one field of the query, after counting it against the request's budget. */
export function readRequest<R extends ReadRoot>(
  context: RequestContext,
  info: GraphQLResolveInfo,
  { root, wanted, rows }: Read<R>,
): ReadRequest<R> {
  context.budget.spend(wanted, rows);
  return { root, wanted, operation: operationOf(info), now: context.now };
}

/** The size of a page, or a refusal. */
export function pageSize(first: number): number {
  if (first < 1 || first > LARGEST_PAGE) {
    throw new HubError('BAD_INPUT', `"first" of a page is from 1 to ${LARGEST_PAGE.toString()}.`);
  }
  return first;
}

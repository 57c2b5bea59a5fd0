import { createHash, randomUUID } from 'node:crypto';
import { groundFor, type ReadOperation } from '../policy/purpose.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { DisclosedObjects } from './disclosed-objects.ts';
import type { Asking } from './read-request.ts';

/** What came of a read: something was shown, nothing was there for this viewer, or it was refused. */
export type Outcome = 'SHOWN' | 'NOTHING' | 'REFUSED';

/** What a disclosure is written from. */
export interface DisclosedRead {
  readonly viewer: Viewer;
  readonly request: Asking;
  readonly operation: ReadOperation;
  readonly policyVersion: string;
  readonly outcome: Outcome;
  readonly disclosed: DisclosedObjects;
}

/** The columns of a disclosure in the order they are hashed. */
export const DISCLOSURE_COLUMNS = [
  'id',
  'at',
  'actor',
  'agency',
  'role',
  'purpose',
  'lawful_basis',
  'operation',
  'operation_hash',
  'policy_version',
  'controllers',
  'children',
  'outcome',
  'body',
  'hash',
] as const;

/** Writes one disclosure; prepared once on each connection. */
export const INSERT_DISCLOSURE = `insert into disclosure (${DISCLOSURE_COLUMNS.join(', ')})
  values (${DISCLOSURE_COLUMNS.map((_, place) => `$${String(place + 1)}`).join(', ')})`;

/** The values of one disclosure, ending with the sha-256 of all the others. */
export function disclosureRow(read: DisclosedRead): unknown[] {
  const { viewer, request, operation, policyVersion, outcome, disclosed } = read;
  const { purpose, lawfulBasis } = groundFor(viewer.role, operation);
  const content = [
    randomUUID(),
    new Date(request.now).toISOString(),
    viewer.person,
    viewer.agency,
    viewer.role,
    purpose,
    lawfulBasis,
    request.operation.name,
    request.operation.hash,
    policyVersion,
    disclosed.controllers,
    disclosed.children,
    outcome,
  ];
  const body = JSON.stringify(disclosed.body);
  return [...content, body, disclosureHash(content, body)];
}

/**
 * The sha-256 of everything else a disclosure says, its body as the very text that is stored: the form that is sealed, and
 * made again to verify. `content` are the columns before the body, in their order, the time as an ISO instant.
 */
export function disclosureHash(content: readonly unknown[], body: string): string {
  // The text of the whole as JSON, with the body written only once: it may be long.
  return createHash('sha256').update(`${JSON.stringify(content).slice(0, -1)},${body}]`).digest('hex');
}

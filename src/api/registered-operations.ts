import { createHash } from 'node:crypto';
import { Kind, parse, print, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { HubError } from '../domain/errors.ts';

/** A document that is promised to a partner, as it was written. */
interface WrittenOperation {
  readonly partner: string;
  readonly query: string;
}

/** A document that is promised to a partner. */
export interface RegisteredOperation {
  /** The sha256 of `body`, in hexadecimal: what a client sends in the place of the document. */
  readonly id: string;
  readonly partner: string;
  readonly name: string;
  readonly type: OperationDefinitionNode['operation'];
  /** The document as graphql-js prints it, so that spaces and comments make no other document of it. */
  readonly body: string;
}

/** By its id, in the order of partners and names. */
export type RegisteredOperations = ReadonlyMap<string, RegisteredOperation>;

/** The promised documents by their ids; each has one operation, with a name, since the log of disclosures names it. */
export function registerOperations(written: readonly WrittenOperation[]): RegisteredOperations {
  const registered = written.map(({ partner, query }) => {
    const document = parse(query);
    const { name, type } = theOperation(document, partner);
    const body = print(document);
    return { id: idOf(body), partner, name, type, body };
  });
  return new Map(registered.map((one) => [one.id, one]));
}

/** The id of a document, exactly as it is written. */
export function idOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

function theOperation({ definitions }: DocumentNode, partner: string): { readonly name: string; readonly type: RegisteredOperation['type'] } {
  const [first, ...more] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (first?.name === undefined || more.length > 0) {
    throw new HubError('CONFIG_INVALID', `Each document of schema/operations/${partner} has one operation, with a name.`);
  }
  return { name: first.name.value, type: first.operation };
}

/** The list that partners put into their clients, in the form that the tools of persisted operations read. */
export function manifestOf(registered: RegisteredOperations): string {
  const operations = [...registered.values()].map(({ id, name, type, body, partner }) => ({ id, name, type, partner, body }));
  return `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`;
}

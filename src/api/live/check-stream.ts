import { getOperationAST, getVariableValues, GraphQLError, NoSchemaIntrospectionCustomRule, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { HubError } from '../../domain/errors.ts';
import { askedOperation, type AllowedOperations } from '../asked-operation.ts';
import { toGraphQLError } from '../error-map.ts';
import { MOST_TOKENS, validationLimits } from '../limits.ts';

/** A subscription as a client sends it; nothing of it is believed. */
export interface StreamAsked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** A subscription that may be opened. */
export interface CheckedStream {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** By the same limits as a query, with the same words: what is wrong with the subscription, or what may be opened. */
export function createCheckStream(schema: GraphQLSchema, { production, operations }: Allowed): (sent: StreamAsked) => CheckedStream | readonly GraphQLError[] {
  const rules = [...specifiedRules, ...validationLimits(), ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
  return (sent) => {
    const asked = withDocument(sent, operations);
    if (asked instanceof GraphQLError) {
      return [asked];
    }
    const document = typeof asked.query === 'string' ? parsed(asked.query) : badRequest();
    if (document instanceof GraphQLError) {
      return [document];
    }
    const faults = validate(schema, document, rules);
    return faults.length > 0 ? faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED')) : operationIn(schema, document, asked);
  };
}

interface Allowed {
  readonly production: boolean;
  readonly operations: AllowedOperations;
}

function withDocument(sent: StreamAsked, operations: AllowedOperations): StreamAsked | GraphQLError {
  try {
    return askedOperation(sent, operations);
  } catch (error) {
    if (error instanceof HubError) {
      return toGraphQLError(error);
    }
    throw error;
  }
}

function operationIn(schema: GraphQLSchema, document: DocumentNode, { operationName: named, variables }: StreamAsked): CheckedStream | readonly GraphQLError[] {
  const operationName = typeof named === 'string' ? named : null;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [operation ? onlySubscriptions() : coded(new GraphQLError(''), 'OPERATION_RESOLUTION_FAILURE')];
  }
  const variableValues = asRecord(variables);
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues);
  return errors?.map((fault) => coded(fault, 'BAD_USER_INPUT')) ?? { document, operationName, variableValues };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (fault) {
    return coded(fault, 'GRAPHQL_PARSE_FAILED');
  }
}

const badRequest = (): GraphQLError => coded(new GraphQLError(''), 'BAD_REQUEST');
const onlySubscriptions = (): GraphQLError => toGraphQLError(new HubError('BAD_INPUT', 'Subscriptions alone are answered here; send queries and mutations by POST /graphql.'));
// Any object a client sends as its variables; each is checked against what the operation declares.
const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

/** The fault with the code by which the error map finds words of our own for it; a fault of the limits has its own. */
function coded(fault: unknown, code: string): GraphQLError {
  const known = fault instanceof GraphQLError ? fault : new GraphQLError('');
  if (known.originalError instanceof HubError) {
    return known;
  }
  return new GraphQLError(known.message, { nodes: known.nodes ?? null, source: known.source ?? null, positions: known.positions ?? null, extensions: { code } });
}

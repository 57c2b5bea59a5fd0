import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import { endedBy } from '../../actions/follow.ts';
import { toGraphQLError } from '../../api/error-map.ts';
import type { CheckedStream } from '../../api/live/check-stream.ts';
import { openStream, type AnswerStream } from '../../api/live/open-stream.ts';
import type { StreamContext } from '../../api/live/stream-context.ts';
import { HubError } from '../../domain/errors.ts';
import type { LiveParts } from './live-parts.ts';
import { hubErrorOf } from './told-error.ts';

/** The answers of one subscription in a place of their own, which is free again however they end. `failed` hears why they ended early. */
export async function answersIn({ schema, streams }: LiveParts, { checked, context }: Opened, failed: (error: HubError) => void): Promise<AnswerStream | { readonly errors: readonly GraphQLError[] }> {
  const leave = placeOf(() => streams.take(context.caller.person.id));
  if (leave instanceof HubError) {
    return { errors: [toGraphQLError(leave)] };
  }
  const opened = await openStream(schema, checked, context).catch((error: unknown) => {
    leave();
    throw error;
  });
  if (!(Symbol.asyncIterator in opened)) {
    leave();
    return { errors: opened.errors ?? [] };
  }
  async function* answers(of: AnswerStream): AnswerStream {
    try {
      yield* of;
    } catch (error) {
      failed(hubErrorOf(error));
      throw error;
    }
  }
  return endedBy(answers(opened), () => {
    leave();
    void opened.return(undefined);
  });
}

interface Opened {
  readonly checked: CheckedStream;
  readonly context: StreamContext;
}

function placeOf(take: () => () => void): (() => void) | HubError {
  try {
    return take();
  } catch (error) {
    if (error instanceof HubError) {
      return error;
    }
    throw error;
  }
}

/** One answer in the words a client sees. */
export function formatted({ errorMap }: LiveParts, { data, errors }: { readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined }): FormattedExecutionResult {
  // What was executed has data of this shape.
  const shown = data as FormattedExecutionResult['data'];
  return { ...(shown !== undefined && { data: shown }), ...(errors && { errors: errors.map((error) => errorMap(error.toJSON(), error)) }) };
}

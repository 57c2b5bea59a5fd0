import { createSourceEventStream, execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { endedBy } from '../../actions/follow.ts';
import type { CheckedStream } from './check-stream.ts';
import type { StreamContext, StreamEvent } from './stream-context.ts';

/** The answers of one subscription, as they come. */
export type AnswerStream = AsyncGenerator<ExecutionResult, undefined, undefined>;

/** Opens a subscription that was checked; an error where there is nothing to follow. Each event is answered in a request of its own. */
export async function openStream(schema: GraphQLSchema, checked: CheckedStream, contextValue: StreamContext): Promise<AnswerStream | ExecutionResult> {
  const asked = { schema, document: checked.document, operationName: checked.operationName, variableValues: checked.variableValues };
  const source = await createSourceEventStream({ ...asked, contextValue });
  if (isRefusal(source)) {
    return source;
  }
  // Every subscription of this schema is a stream that `follow` made.
  const events = source as AsyncGenerator<StreamEvent, undefined, undefined>;
  async function* answers(): AnswerStream {
    for await (const event of events) {
      yield await execute({ ...asked, rootValue: event, contextValue: event.follower });
    }
  }
  return endedBy(answers(), () => void events.return(undefined));
}

function isRefusal(source: AsyncIterable<unknown> | ExecutionResult): source is ExecutionResult {
  return !(Symbol.asyncIterator in source);
}

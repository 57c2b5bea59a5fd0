import express, { Router, type Request, type Response } from 'express';
import { streamContext } from '../../api/live/stream-context.ts';
import { ERRORS, HubError } from '../../domain/errors.ts';
import { authHeaders } from '../auth-headers.ts';
import { onError } from '../on-error.ts';
import { answersIn, formatted } from './answers.ts';
import type { LiveParts } from './live-parts.ts';
import { takeInTime } from './take-in-time.ts';
import { graphQLErrorOf, hubErrorOf } from './told-error.ts';
import { watchStanding } from './watch-standing.ts';

/** Subscriptions as event streams, one for each request: the protocol of graphql-sse in distinct connections. */
export interface EventStreams {
  readonly router: Router;
  /** Ends every stream that is open. */
  end(): void;
}

/** `POST /graphql/stream`. What fails before the stream begins is answered as a query's failure is. */
export function createEventStreams(parts: LiveParts): EventStreams {
  const router = Router();
  const open = new Set<() => void>();
  router.post('/', express.json({ limit: parts.limits.messageBytes }), async (request, response) => {
    if (!(request.get('accept') ?? '').includes('text/event-stream')) {
      throw new HubError('BAD_INPUT', 'Ask for an event stream: send the header "Accept: text/event-stream".');
    }
    await answer(parts, request, { response, open });
  });
  router.use(
    onError((error, response) => {
      const { errors } = formatted(parts, { errors: [graphQLErrorOf(error)] });
      response.status(ERRORS[hubErrorOf(error).code].status).json({ errors });
    }),
  );
  return { router, end: () => { open.forEach((end) => { end(); }); } };
}

interface Open {
  readonly response: Response;
  readonly open: Set<() => void>;
}

async function answer(parts: LiveParts, request: Request, { response, open }: Open): Promise<void> {
  const headers = authHeaders(request);
  const context = await streamContext(parts.services, headers);
  // Whatever JSON a client sent; each part of it is checked.
  const checked = parts.check((request.body ?? {}) as object);
  const answers = 'document' in checked ? await answersIn(parts, { checked, context }, () => undefined) : { errors: checked };
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const write = (text: string): Promise<void> => takeInTime(parts.limits.slowMs, { send: (taken) => { response.write(text, taken); }, drop: () => { response.destroy(); } });
  const next = (result: Parameters<typeof formatted>[1]): Promise<void> => write(`event: next\ndata: ${JSON.stringify(formatted(parts, result))}\n\n`);
  if (!(Symbol.asyncIterator in answers)) {
    await next(answers);
    response.end('event: complete\ndata:\n\n');
    return;
  }
  const end = (): void => { void answers.return(undefined); };
  open.add(end);
  const refuse = async (error: unknown): Promise<void> => {
    await next({ errors: [graphQLErrorOf(error)] });
    end();
  };
  const unwatch = watchStanding(parts.services, { headers, standingMs: parts.limits.standingMs, refused: (error) => void refuse(error) });
  // A sign of life, whatever happens in the hub; whoever takes nothing is found by what they do not take.
  const beat = setInterval(() => void write(':\n\n'), parts.limits.beatMs);
  response.once('close', end);
  try {
    for await (const result of answers) {
      await next(result);
    }
  } catch (error) {
    await refuse(error);
  } finally {
    clearInterval(beat);
    unwatch();
    open.delete(end);
    response.end('event: complete\ndata:\n\n');
  }
}

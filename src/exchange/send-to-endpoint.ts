import http from 'node:http';
import https from 'node:https';
import { pinnedLookup, type PinnedEndpoint } from './pin-endpoint.ts';

/** One message as it goes out. */
export interface OutgoingRequest {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for all of it, from the first byte to the last. */
  readonly timeout: number;
  /** A longer answer is not read. */
  readonly mostBytes: number;
  /** Whoever waits may wait no longer. */
  readonly signal?: AbortSignal;
}

/** What came of it. A redirection is an answer that is not followed; of NO_ANSWER nobody knows whether the message came. */
export type SendOutcome = { readonly outcome: 'ANSWERED'; readonly status: number; readonly body: Buffer } | { readonly outcome: 'REDIRECTED' | 'TOO_LARGE' | 'NO_ANSWER' };

/** Sends to the checked addresses alone: through no proxy, over no connection of another message, with the certificate checked whatever the environment says. */
export function sendToEndpoint(endpoint: PinnedEndpoint, { body, headers, timeout, mostBytes, signal }: OutgoingRequest): Promise<SendOutcome> {
  const { secure, host, port, path } = endpoint;
  const until = signal === undefined ? AbortSignal.timeout(timeout) : AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  const options = { method: 'POST', host, port, path, headers: { ...headers, 'content-length': String(body.length) }, agent: false, lookup: pinnedLookup(endpoint), signal: until, maxHeaderSize: 8192 } as const;
  return new Promise((done) => {
    const onAnswer = (answer: http.IncomingMessage): void => {
      void read(answer, mostBytes).then(done);
    };
    const request = secure ? https.request({ ...options, rejectUnauthorized: true, minVersion: 'TLSv1.2' }, onAnswer) : http.request(options, onAnswer);
    endWithout(request, until, () => {
      done({ outcome: 'NO_ANSWER' });
    });
    request.end(body);
  });
}

/** Whatever becomes of a request, whoever waits is told. What failed is not: an error of a connection names addresses. */
function endWithout(request: http.ClientRequest, until: AbortSignal, noAnswer: () => void): void {
  request.on('error', noAnswer);
  // Unheard, Node ends a request whose connection becomes another protocol, and tells of neither an error nor an answer.
  request.on('upgrade', (_answer, socket) => {
    socket.destroy();
    noAnswer();
  });
  until.addEventListener('abort', noAnswer, { once: true });
  if (until.aborted) {
    noAnswer();
  }
}

async function read(answer: http.IncomingMessage, mostBytes: number): Promise<SendOutcome> {
  const status = answer.statusCode ?? 0;
  // 101 without a protocol: what would come after it is no answer either.
  if (status < 200) {
    answer.destroy();
    return { outcome: 'NO_ANSWER' };
  }
  if (status >= 300 && status < 400) {
    answer.destroy();
    return { outcome: 'REDIRECTED' };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) { // Without an encoding set, a stream of bytes.
      length += chunk.length;
      if (length > mostBytes) {
        return { outcome: 'TOO_LARGE' };
      }
      chunks.push(chunk);
    }
  } catch {
    return { outcome: 'NO_ANSWER' };
  }
  return { outcome: 'ANSWERED', status, body: Buffer.concat(chunks) };
}

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageShape } from '../../../src/exchange/message.ts';
import { signedReceived } from '../../../src/exchange/receipt.ts';
import type { Fault, Moment, Passage } from './exchange-plan.ts';

/** A message that came to the network, and what became of it there. */
export interface Arrival {
  readonly transmission: string;
  /** Epoch milliseconds at which the try began, by the sender's clock. */
  readonly saidAt: number;
  readonly fault: Fault | null;
  /** What the receiver answered each time it was passed on; null: nothing, or nothing that it signed. */
  readonly answers: (string | null)[];
}

/** What the network is between, and what it does. */
export interface NetworkTerms {
  /** The receiver's port; null while it is down. */
  readonly receiver: () => number | null;
  /** Draws what befalls a message on this interview. */
  readonly befalls: (interview: string) => Passage;
  /** Has a side killed, where this is the moment of the passage for it. */
  readonly kills: (passage: Passage, moment: Moment) => Promise<void>;
  /** For so long nothing is answered where it hangs, in milliseconds; a late answer takes up to as much. */
  readonly hangs: number;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** What lies between the two hubs: it passes on what the one sends the other, or fails at it as it is told. On this machine alone. */
export class FaultyNetwork {
  readonly arrivals: Arrival[] = [];
  readonly #terms: NetworkTerms;
  readonly #sockets = new Set<Socket>();
  readonly #server = http.createServer((request, response) => {
    // A socket that is gone is what this is about.
    void this.#arrived(request, response).catch(() => response.destroy());
  });

  private constructor(terms: NetworkTerms) {
    this.#terms = terms;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket)));
    });
  }

  static async start(terms: NetworkTerms): Promise<FaultyNetwork> {
    const network = new FaultyNetwork(terms);
    network.#server.listen(0, '127.0.0.1');
    await once(network.#server, 'listening');
    return network;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port; // A server that listens on a port has an address with one.
  }

  async close(): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    await new Promise((closed) => this.#server.close(closed));
  }

  async #arrived(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { statement } = messageShape.parse(JSON.parse(body.toString('utf8'))).sent;
    const passage = this.#terms.befalls(statement.records[0] ?? '');
    const arrival: Arrival = { transmission: statement.transmission, saidAt: Date.parse(statement.at), fault: passage.fault, answers: [] };
    this.arrivals.push(arrival);
    await this.#terms.kills(passage, 'ARRIVED');
    const pass = (): Promise<Answer> => this.#pass(request, body, arrival);
    switch (passage.fault) {
      case 'FAILS':
        response.writeHead(503).end();
        break;
      case 'HANGS':
        await sleep(this.#terms.hangs, undefined, { ref: false });
        response.destroy();
        break;
      case 'DROPS':
      case 'CHANGES':
        await pass();
        response.destroy();
        break;
      case 'TWICE':
        twice(response, await Promise.all([pass(), pass()]));
        break;
      case 'LATE':
        await late(pass, response, passage.share * this.#terms.hangs);
        break;
      case null:
        await this.#plainly(passage, pass, response);
    }
  }

  async #plainly(passage: Passage, pass: () => Promise<Answer>, response: http.ServerResponse): Promise<void> {
    const [{ status, body }] = await Promise.all([pass(), this.#terms.kills(passage, 'PASSED_ON')]);
    await this.#terms.kills(passage, 'ANSWERED');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    await this.#terms.kills(passage, 'TOLD');
  }

  async #pass({ url, headers }: http.IncomingMessage, body: Buffer, { answers }: Arrival): Promise<Answer> {
    const port = this.#terms.receiver();
    const place = answers.push(null) - 1;
    const request = http.request({ host: '127.0.0.1', port: port ?? 1, path: url, method: 'POST', headers, agent: false });
    request.end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    const answer = { status: response.statusCode ?? 502, body: await buffer(response) };
    answers[place] = outcomeOf(answer);
    return answer;
  }
}

async function late(pass: () => Promise<Answer>, response: http.ServerResponse, wait: number): Promise<void> {
  const { status, body } = await pass();
  await sleep(wait, undefined, { ref: false });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Two answers to one request, one after the other on its connection. */
function twice({ socket }: http.ServerResponse, answers: readonly Answer[]): void {
  const bytes = answers.flatMap(({ status, body }) => [Buffer.from(`HTTP/1.1 ${String(status)} So\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n`), body]);
  socket?.end(Buffer.concat(bytes));
}

function outcomeOf({ status, body }: Answer): string | null {
  return status === 200 ? (signedReceived.safeParse(JSON.parse(body.toString('utf8'))).data?.statement.outcome ?? null) : null;
}

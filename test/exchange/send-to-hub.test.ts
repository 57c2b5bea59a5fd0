import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { PartnerHub } from '../../src/directory/exchange-directory.ts';
import type { Delivered } from '../../src/exchange/delivery.ts';
import type { Message } from '../../src/exchange/message.ts';
import type { SignedReceived, SignedSent } from '../../src/exchange/receipt.ts';
import { sendToHub } from '../../src/exchange/send-to-hub.ts';
import { signReceived, signSent } from '../../src/exchange/sign-receipt.ts';
import { ACCEPTED, aPair, HOST, MESSAGE, PLACING } from './a-receipt.ts';

/** What a receiver on a real socket answers to a message. */
type Answers = (response: http.ServerResponse, sent: SignedSent) => Promise<void> | void;
let answers: Answers;
const server = http.createServer((request, response) => {
  void text(request).then((body) => answers(response, (JSON.parse(body) as Message).sent));
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const HUB: PartnerHub = { id: 'westhaven', name: "Westhaven's invented hub", url: 'http://localhost/', agencies: ['westhaven'], keys: [PLACING.jwk], secret: 'shared' };

async function send(answered: Answers, signal = new AbortController().signal): Promise<Delivered> {
  answers = answered;
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const endpoint = { secure: false, host: 'localhost', port, path: '/exchange/messages', demonstration: true, addresses: [{ address: '127.0.0.1', family: 4 }] };
  const sent = await signSent(MESSAGE, HOST.key);
  return sendToHub({ endpoint, secret: Buffer.alloc(32, 7), hub: HUB, adapter: 'authority-exchange' }, { sent, documents: [], at: Date.parse(MESSAGE.at), signal });
}

const says = (make: (sent: SignedSent) => Promise<SignedReceived | object>): Answers => async (response, sent) => {
  response.end(JSON.stringify(await make(sent)));
};
const receipt = (sent: SignedSent, key = PLACING.key): Promise<SignedReceived> => signReceived(sent, ACCEPTED, key);
const changed = async (sent: SignedSent, by: Partial<SignedReceived['statement']>): Promise<object> => {
  const { statement, signature } = await receipt(sent);
  return { statement: { ...statement, ...by }, signature };
};
const otherTry = (sent: SignedSent, by: Partial<SignedSent['statement']>): Promise<SignedSent> => signSent({ ...sent.statement, ...by }, HOST.key);

describe('the receipt of another hub', () => {
  it('is taken as it signed it, of this very try', async () => {
    expect(await send(says((sent) => receipt(sent)))).toMatchObject({ outcome: 'ACCEPTED', received: { statement: { transmission: MESSAGE.transmission, outcome: 'ACCEPTED' } } });
    expect(await send(says((sent) => signReceived(sent, { ...ACCEPTED, outcome: 'REFUSED', reason: 'SOURCE_UNKNOWN', document: null }, PLACING.key)))).toMatchObject({ outcome: 'REFUSED' });
  });

  it.each<[string, Answers]>([
    ['signed with another key of the same name', says((sent) => receipt(sent, aPair('westhaven', 'westhaven-2026').key))],
    ['signed by its sender', says((sent) => receipt(sent, HOST.key))],
    ['that somebody changed', says((sent) => changed(sent, { outcome: 'ALREADY_HELD' }))],
    ['of an earlier try', says(async (sent) => receipt(await otherTry(sent, { at: '2026-05-05T09:00:00.000Z' })))],
    ['of another transmission', says(async (sent) => receipt(await otherTry(sent, { transmission: '00000000-0000-4000-8000-00000000000f' })))],
    ['of another agency', says(async (sent) => receipt(await otherTry(sent, { to: { hub: 'westhaven', agency: 'northmere' } })))],
    ['of another hub', says(async (sent) => receipt(await otherTry(sent, { to: { hub: 'southvale', agency: 'westhaven' } })))],
    ['that is none', says(() => Promise.resolve({ taken: true }))],
    ['that is no JSON', (response) => void response.end('taken')],
  ])('%s proves nothing, and the message is sent again', async (_which, answered) => {
    expect(await send(answered)).toEqual({ outcome: 'NO_ANSWER', code: 'RECEIPT_INVALID' });
  });

  it('counts for nothing under a status that says it was not taken', async () => {
    const refusing: Answers = async (response, sent) => {
      response.writeHead(400).end(JSON.stringify(await receipt(sent)));
    };
    expect(await send(refusing)).toEqual({ outcome: 'NO_ANSWER', code: 'RECEIVER_REFUSED' });
  });
});

describe('a receiver that takes a message and', () => {
  const abandoned = (): AbortSignal => AbortSignal.timeout(200);

  it.each<[string, Answers]>([
    ['never answers', () => undefined],
    ['answers a byte and then hangs', (response) => void response.writeHead(200).write('{')],
    ['sends the head of an answer and hangs', (response) => { response.flushHeaders(); }],
  ])('%s is waited for no longer than may be', async (_which, answered) => {
    expect(await send(answered, abandoned())).toEqual({ outcome: 'NO_ANSWER', code: 'NO_ANSWER' });
  });

  it.each([...Array(25).keys()])('cuts its answer off anywhere, or mixes bytes into it, has given no receipt (%i)', async (nth) => {
    const spoilt: Answers = async (response, sent) => {
      const whole = Buffer.from(JSON.stringify(await receipt(sent)));
      const at = 1 + ((nth * 37) % (whole.length - 2));
      const bytes = nth % 2 === 0 ? whole.subarray(0, at) : Buffer.concat([whole.subarray(0, at), Buffer.from([0, 34, 255]), whole.subarray(at)]);
      response.end(bytes);
    };
    expect(await send(spoilt)).toEqual({ outcome: 'NO_ANSWER', code: 'RECEIPT_INVALID' });
  });

  it('answers twice on one connection is heard once', async () => {
    const twice: Answers = async (response, sent) => {
      const body = JSON.stringify(await receipt(sent));
      const one = `HTTP/1.1 200 OK\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`;
      response.socket?.end(one + one);
    };
    expect(await send(twice)).toMatchObject({ outcome: 'ACCEPTED' });
  });
});

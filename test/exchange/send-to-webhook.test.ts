import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Channel } from '../../src/directory/exchange-directory.ts';
import type { Delivered } from '../../src/exchange/delivery.ts';
import type { SignedSent } from '../../src/exchange/receipt.ts';
import { aDeliveringHub, anExchangingDirectory, SECRET, toSouthvale, type DeliveringHub } from './a-delivering-hub.ts';

interface Heard {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
const NOTHING: Heard = { path: '', headers: {}, body: '' };
const heard: Heard[] = [];
let answer: (response: http.ServerResponse) => void = (response) => response.writeHead(204).end();
const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(response);
  });
});

let hub: DeliveringHub;
let send: () => Promise<Delivered>;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const origin = `http://localhost:${String(port)}`;
  const called: Channel = { id: 'called', kind: 'WEBHOOK', agency: 'southvale', url: `${origin}/called`, secret: 'with-south', settings: null, system: null };
  const directory = { ...anExchangingDirectory(called), endpoints: [{ origin, pathPrefix: '/', demonstration: true }] };
  hub = await aDeliveringHub(() => directory);
  const deliver = hub.deliver({ resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) });
  send = async () => {
    const prepared = await deliver.prepare({ ...toSouthvale(hub, hub.interviewId), channel: 'called' });
    return prepared.outcome === 'READY' ? prepared.send(new AbortController().signal) : { outcome: 'NEVER', code: prepared.code };
  };
});
beforeEach(() => heard.splice(0));
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await hub.close();
});

describe('row 48: a webhook', () => {
  it('gets what its recipient may read as JSON, signed as the standard has it, with the bytes whose hash both hubs’ statements name', async () => {
    const delivered = await send();
    const [{ headers, body } = NOTHING] = heard;
    const { sent, messages } = JSON.parse(body) as { sent: SignedSent; messages: object[] };
    const signature = new Webhook(SECRET, { format: 'raw' }).sign(sent.statement.transmission, new Date(Number(headers['webhook-timestamp']) * 1000), body);
    expect([headers['webhook-id'], headers['webhook-signature']]).toEqual([sent.statement.transmission, signature]);
    expect(messages).toMatchObject([{ interview: { level: 'NOTICE', state: 'COMPLETED' } }]);
    expect(body).not.toMatch(/Invented words|SELF_HARM|Invented Yard|Corvin/);
    const stated = body.slice(body.indexOf('"messages":[') + 12, -2);
    expect(createHash('sha256').update(stated).digest('hex')).toBe(sent.statement.documents[0]?.sha256);
    expect(delivered).toMatchObject({ outcome: 'ACCEPTED', received: { statement: { outcome: 'ANSWERED', by: { hub: 'hub-north' } } } });
  });

  it.each<[string, (response: http.ServerResponse) => void, string]>([
    ['sends it elsewhere, to where nothing follows', (response) => response.writeHead(307, { location: '/inner' }).end(), 'REDIRECTED'],
    ['refuses it', (response) => response.writeHead(403).end('SECRETGULL'), 'RECEIVER_REFUSED'],
    ['fails', (response) => response.writeHead(503).end(), 'RECEIVER_FAILED'],
    ['answers without end', (response) => response.writeHead(200).end('x'.repeat(70_000)), 'ANSWER_TOO_LARGE'],
    ['breaks off', (response) => response.destroy(), 'NO_ANSWER'],
  ])('that %s has taken nothing that is known of, and no word of it is kept', async (...[, answered, code]) => {
    answer = answered;
    expect(await send()).toEqual({ outcome: 'NO_ANSWER', code });
    expect(heard.map(({ path }) => path)).toEqual(['/called']);
  });
});

import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { LookupAddress } from 'node:dns';
import { endpointAllowed, listedEndpoints, type AllowedEndpoint } from '../../src/exchange/endpoint-allowed.ts';
import { PIN_REFUSALS, pinEndpoint, pinnedLookup, type PinnedEndpoint } from '../../src/exchange/pin-endpoint.ts';
import { sendToEndpoint, type OutgoingRequest } from '../../src/exchange/send-to-endpoint.ts';

const HERE: LookupAddress = { address: '127.0.0.1', family: 4 };
const FAR: LookupAddress = { address: '2606:4700::1111', family: 6 };
const PARTNER: AllowedEndpoint = { secure: true, host: 'hub.westhaven.example', port: 443, path: '/exchange/', demonstration: false };
const DEMONSTRATION: AllowedEndpoint = { ...PARTNER, secure: false, host: 'localhost', port: 4001, demonstration: true };
const pinned = async (endpoint: AllowedEndpoint, ...addresses: string[]): Promise<unknown> =>
  pinEndpoint(endpoint, () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))));

describe('the name of an allowed endpoint', () => {
  it.each([
    ['a partner by a public address', PARTNER, ['1.1.1.1']],
    ['a partner by several', PARTNER, ['1.1.1.1', '2606:4700::1111']],
    ['a demonstration on this machine', DEMONSTRATION, ['127.0.0.1', '::1']],
  ])('is connected to: %s', async (_which, endpoint, addresses) => {
    expect(await pinned(endpoint, ...addresses)).toMatchObject({ ...endpoint, addresses: addresses.map((address) => ({ address })) });
  });

  it.each([
    ['a partner that leads to this machine', PARTNER, ['127.0.0.1']],
    ['a partner that leads to metadata', PARTNER, ['169.254.169.254']],
    ['a partner with one inner address among public ones', PARTNER, ['1.1.1.1', '10.0.0.7']],
    ['a partner by a mapped address', PARTNER, ['::ffff:127.0.0.1']],
    ['a demonstration that leads elsewhere', DEMONSTRATION, ['1.1.1.1']],
    ['a demonstration in an inner network', DEMONSTRATION, ['127.0.0.1', '192.168.0.1']],
    ['what the resolver answers and is no address', PARTNER, ['hub.westhaven.example']],
  ])('is not: %s', async (_which, endpoint, addresses) => {
    expect(await pinned(endpoint, ...addresses)).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('is not without an address, or where the resolver fails', async () => {
    expect(await pinned(PARTNER)).toBe('NO_ADDRESS');
    expect(await pinEndpoint(PARTNER, () => Promise.reject(new TypeError('no resolver')))).toBe('NO_ADDRESS');
    expect(new Set(Object.values(PIN_REFUSALS)).size).toBe(2);
  });

  it('is looked up once; whoever connects is told what was checked, whatever the name says by then', async () => {
    const answers = [[FAR], [HERE]];
    const one = await pinEndpoint(PARTNER, () => Promise.resolve(answers.shift() ?? []));
    expect(answers).toEqual([[HERE]]);
    const told: unknown[] = [];
    const lookup = pinnedLookup({ ...PARTNER, addresses: [] , ...(typeof one === 'string' ? {} : one) });
    lookup('another.example', { all: true }, (...answer) => told.push(answer));
    lookup('another.example', {}, (...answer) => told.push(answer));
    expect(told).toEqual([[null, [FAR]], [null, FAR.address, FAR.family]]);
    expect(answers).toEqual([[HERE]]);
  });
});

describe('sending to a checked address', () => {
  const heard: { path: string; host: string; body: string }[] = [];
  const server = http.createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url ?? '', host: request.headers.host ?? '', body: Buffer.concat(chunks).toString() });
      ANSWERS[request.url ?? '']?.(answer);
    });
  });
  const port = (): number => (server.address() as AddressInfo).port; // It listens on a port, not on a pipe.
  const ANSWERS: Readonly<Record<string, (answer: http.ServerResponse) => void>> = {
    '/taken': (answer) => answer.writeHead(202).end('{"taken":true}'),
    '/elsewhere': (answer) => answer.writeHead(307, { location: `http://localhost:${String(port())}/inner` }).end(),
    '/inner': (answer) => answer.writeHead(200).end('inner'),
    '/long': (answer) => answer.writeHead(200).end('x'.repeat(100_001)),
    '/drip': (answer) => answer.writeHead(200).write('x'),
    '/never': () => undefined,
    '/cut': (answer) => answer.writeHead(200, { 'content-length': '10' }).write('x', () => answer.destroy()),
  };
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  beforeEach(() => heard.splice(0));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });

  const REQUEST: OutgoingRequest = { body: Buffer.from('an invented message'), headers: { 'content-type': 'text/plain' }, timeout: 5000, mostBytes: 100_000 };
  const at = (path: string, changes: Partial<PinnedEndpoint> = {}): PinnedEndpoint => ({ ...DEMONSTRATION, port: port(), path, addresses: [HERE], ...changes });
  const send = (path: string, changes: Partial<OutgoingRequest> = {}): ReturnType<typeof sendToEndpoint> => sendToEndpoint(at(path), { ...REQUEST, ...changes });

  it('goes from the list to the other hub and back', async () => {
    const list = listedEndpoints([{ origin: `http://localhost:${String(port())}`, pathPrefix: '/', demonstration: true }], { production: false });
    const allowed = endpointAllowed(`http://localhost:${String(port())}/taken`, list);
    const one = typeof allowed === 'string' ? allowed : await pinEndpoint(allowed, () => Promise.resolve([HERE]));
    expect(one).toMatchObject({ path: '/taken' });
    expect(await sendToEndpoint(at('/taken', typeof one === 'string' ? {} : one), REQUEST)).toEqual({ outcome: 'ANSWERED', status: 202, body: Buffer.from('{"taken":true}') });
    expect(heard).toEqual([{ path: '/taken', host: `localhost:${String(port())}`, body: 'an invented message' }]);
  });

  it('connects to that address though no resolver knows the name, which the receiver is told', async () => {
    expect(await sendToEndpoint(at('/taken', { host: 'hub.westhaven.example' }), REQUEST)).toMatchObject({ outcome: 'ANSWERED' });
    expect(heard).toMatchObject([{ host: `hub.westhaven.example:${String(port())}` }]);
  });

  it('follows no redirection', async () => {
    expect(await send('/elsewhere')).toEqual({ outcome: 'REDIRECTED' });
    expect(heard.map(({ path }) => path)).toEqual(['/elsewhere']);
  });

  it('reads no answer longer than it was told to', async () => {
    expect(await send('/long')).toEqual({ outcome: 'TOO_LARGE' });
    expect(await send('/long', { mostBytes: 100_001 })).toMatchObject({ outcome: 'ANSWERED' });
  });

  it.each(['/never', '/drip'])('waits for no answer that does not come to its end: %s', async (path) => {
    expect(await send(path, { timeout: 300 })).toEqual({ outcome: 'NO_ANSWER' });
    expect(heard).toHaveLength(1);
  });

  it('has no answer where the connection breaks off, is not to be had, or is not secure as it should be', async () => {
    expect(await send('/cut')).toEqual({ outcome: 'NO_ANSWER' });
    expect(await sendToEndpoint(at('/taken', { port: 1 }), REQUEST)).toEqual({ outcome: 'NO_ANSWER' });
    expect(await sendToEndpoint(at('/taken', { secure: true }), REQUEST)).toEqual({ outcome: 'NO_ANSWER' });
    expect(await sendToEndpoint(at('/taken', { addresses: [] }), REQUEST)).toEqual({ outcome: 'NO_ANSWER' });
  });
});

describe('a receiver that would speak otherwise than in answers', () => {
  it.each([
    ['makes another protocol of the connection', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['says so and names none', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['only announces an answer', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('has given none, and is left: it %s', async (_which, text) => {
    const left: Promise<unknown>[] = [];
    const server = net.createServer((socket) => {
      left.push(new Promise((closed) => socket.on('error', () => undefined).once('close', closed)));
      socket.once('data', () => socket.write(text));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
    const sent = sendToEndpoint({ ...DEMONSTRATION, port, path: '/', addresses: [HERE] }, { body: Buffer.from('an invented message'), headers: {}, timeout: 1000, mostBytes: 1000 });
    expect(await sent).toEqual({ outcome: 'NO_ANSWER' });
    expect(left).toHaveLength(1);
    await Promise.all(left);
    await new Promise((closed) => server.close(closed));
  });
});

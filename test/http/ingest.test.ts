import { request as httpRequest } from 'node:http';
import { HubError } from '../../src/domain/errors.ts';
import type { Delivery } from '../../src/ingest/open-delivery.ts';
import { aHub, NOW, type AHub } from './a-hub.ts';

const DOCUMENT = '00000000-0000-8000-8000-000000000001';
const SENDER = { authorization: 'Bearer sender@northmere-903' };

describe('a document at the door', () => {
  let hub: AHub;
  let received: Delivery[];
  let tried: Delivery[];
  let already = false;
  let inside = 0;
  let room = true;
  beforeAll(async () => {
    hub = await aHub({
      maxDocumentBytes: 1000,
      admit: () => {
        if (!room) {
          return Promise.reject(new HubError('BUSY', 'There is no room.', { retryAfter: 7 }));
        }
        inside += 1;
        return Promise.resolve(() => {
          inside -= 1;
        });
      },
      receive: (delivery) => {
        received.push(delivery);
        return Promise.resolve({ document: DOCUMENT, state: 'RECEIVED', already });
      },
      tryDelivery: (delivery) => {
        tried.push(delivery);
        // Only what the route passes on is looked at.
        return Promise.resolve({ dryRun: true, state: 'TAKEN', refused: 0 } as never);
      },
      documentStatus: ({ system, id }) => {
        if (system !== 'northmere-903' || id !== DOCUMENT) {
          return Promise.reject(new HubError('NOT_FOUND', 'There is no such document from this source system.'));
        }
        // Only what the route passes on is looked at.
        return Promise.resolve({ id, state: 'TAKEN' } as never);
      },
    });
  });
  beforeEach(() => {
    received = [];
    tried = [];
    already = false;
    room = true;
  });
  afterAll(() => hub.close());

  const send = async (body: string | Uint8Array<ArrayBuffer> | ReadableStream, { path = '/ingest/ssda903', headers = SENDER }: { path?: string; headers?: Record<string, string> } = {}) => {
    const response = await fetch(hub.url + path, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, type: response.headers.get('content-type'), answer };
  };

  it('is acknowledged under an id once it is stored, byte by byte as it came', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x00]);
    const { status, answer } = await send(bytes, { path: '/ingest/ssda903?extracted=2026-04-30T06:00:00Z' });
    expect(status).toBe(202);
    expect(answer).toEqual({ document: DOCUMENT, state: 'RECEIVED', lookUp: `/documents/${DOCUMENT}` });
    expect(received).toEqual([
      {
        adapter: 'ssda903',
        agency: 'northmere',
        system: 'northmere-903',
        extracted: '2026-04-30T06:00:00Z',
        fileName: null,
        bytes: Buffer.from(bytes),
        signature: null,
        receivedBy: 'sender-northmere-903',
        now: NOW,
      },
    ]);
  });

  it.each(['dryRun', 'dryRun=true', 'extracted=2026-04-30&dryRun'])('with ?%s is tried as it would be sent, and not stored', async (query) => {
    const { status, answer } = await send('a,b', { path: `/ingest/ssda903?${query}` });
    expect([status, answer]).toEqual([200, { dryRun: true, state: 'TAKEN', refused: 0 }]);
    expect(received).toEqual([]);
    expect(tried).toMatchObject([{ adapter: 'ssda903', agency: 'northmere', system: 'northmere-903', extracted: query.startsWith('e') ? '2026-04-30' : null, bytes: Buffer.from('a,b'), signature: null, now: NOW }]);
  });

  it('with ?dryRun=false is stored', async () => {
    expect((await send('a,b', { path: '/ingest/ssda903?dryRun=false' })).status).toBe(202);
    expect([received.length, tried.length]).toEqual([1, 0]);
  });

  it.each(['dryRun=yes', 'dryRun=1', 'dryrun', 'dry-run=true', 'dry_run', 'DRYRUN=true', 'dryRun&dryRun', 'dryRun=true&dryrun=false'])('with ?%s is neither stored nor tried, for whoever wrote it meant it to be tried', async (query) => {
    const { status, answer } = await send('a,b', { path: `/ingest/ssda903?${query}` });
    expect([status, answer]).toMatchObject([400, { code: 'BAD_INPUT' }]);
    expect([received, tried, inside]).toEqual([[], [], 0]);
  });

  it('is tried by whoever may send alone, as far as there is room, and makes room again', async () => {
    const path = '/ingest/ssda903?dryRun';
    expect((await send('a,b', { path, headers: {} })).status).toBe(401);
    expect((await send('a,b', { path, headers: { authorization: 'Bearer coordinator@northmere' } })).status).toBe(403);
    expect((await send('x'.repeat(1001), { path })).status).toBe(413);
    room = false;
    expect((await send('a,b', { path })).status).toBe(429);
    expect([tried, inside]).toEqual([[], 0]);
  });

  it('is not let in while there is no room, told when to come again, and nothing of it is read', async () => {
    room = false;
    const response = await fetch(`${hub.url}/ingest/ssda903`, { method: 'POST', headers: SENDER, body: 'a,b' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await response.json()).toMatchObject({ code: 'BUSY', remedy: expect.stringContaining('Retry-After') as unknown });
    expect(received).toEqual([]);
  });

  it('makes room again whether it was stored or refused', async () => {
    await send('a,b');
    await send('x'.repeat(1500));
    await send('x', { headers: { authorization: 'Bearer nobody' } });
    expect(inside).toBe(0);
  });

  it('that the hub has already is answered as such', async () => {
    already = true;
    expect((await send('a,b')).status).toBe(200);
  });

  it('with nothing in it is passed on, so that it is refused like any other empty one', async () => {
    await send('');
    expect(received[0]?.bytes).toHaveLength(0);
  });

  it('of exactly the largest size is taken', async () => {
    expect((await send('x'.repeat(1000))).status).toBe(202);
  });

  it.each([1001, 2000, 2001, 3_000_000])('D1: of %i bytes is refused before it is stored, and the sender reads why', async (size) => {
    const { status, type, answer } = await send('x'.repeat(size));
    expect(status).toBe(413);
    expect(type).toContain('application/problem+json');
    expect(answer).toMatchObject({ code: 'DOCUMENT_TOO_LARGE', status: 413 });
    expect(received).toEqual([]);
  });

  it('too large without having said so is refused all the same', async () => {
    const chunks = new ReadableStream({
      start(controller) {
        for (let count = 0; count < 15; count += 1) {
          controller.enqueue(new TextEncoder().encode('x'.repeat(100)));
        }
        controller.close();
      },
    });
    expect((await send(chunks)).answer).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
    expect(received).toEqual([]);
  });

  it('chopped into single bytes is taken whole', async () => {
    const bytes = Array.from({ length: 1000 }, (_, place) => place % 256);
    await new Promise((resolve, reject) => {
      const sending = httpRequest(`${hub.url}/ingest/ssda903`, { method: 'POST', headers: SENDER }, resolve);
      sending.on('error', reject);
      bytes.forEach((byte) => sending.write(Uint8Array.of(byte)));
      sending.end();
    });
    expect(received[0]?.bytes).toEqual(Buffer.from(bytes));
  });

  it('that breaks off is not stored', async () => {
    const before = hub.logged.length;
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${hub.url}/ingest/ssda903`, { method: 'POST', headers: { ...SENDER, 'content-length': 500 } });
      sending.on('error', () => {
        resolve();
      });
      sending.write('only this', () => {
        sending.destroy();
      });
    });
    while (hub.logged.length === before) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(received).toEqual([]);
    expect(hub.logged.at(-1)?.fields).toMatchObject({ code: 'BAD_INPUT' });
  });

  it.each([
    { how: 'without a token', headers: {}, status: 401, code: 'TOKEN_REQUIRED' },
    { how: 'with a token that is refused', headers: { authorization: 'Bearer nobody' }, status: 401, code: 'TOKEN_REFUSED' },
    { how: 'from somebody who reads', headers: { authorization: 'Bearer coordinator@northmere' }, status: 403, code: 'FORBIDDEN' },
    { how: 'in a compressed form', headers: { ...SENDER, 'content-encoding': 'gzip' }, status: 400, code: 'BAD_INPUT' },
  ])('$how is refused', async ({ headers, status, code }) => {
    const refused = await send('x', { headers });
    expect(refused).toMatchObject({ status, answer: { code } });
    expect(refused.answer['remedy']).toEqual(expect.any(String));
    expect(received).toEqual([]);
  });

  it('with two extraction times is refused', async () => {
    const { answer } = await send('x', { path: '/ingest/ssda903?extracted=2026-04-30&extracted=2026-05-01' });
    expect(answer).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('can be looked up by the system that sent it', async () => {
    const response = await fetch(`${hub.url}/documents/${DOCUMENT}`, { headers: SENDER });
    expect(await response.json()).toEqual({ id: DOCUMENT, state: 'TAKEN' });
  });

  it.each([
    ['another system', 'Bearer sender@northmere-other', 404],
    ['somebody who reads', 'Bearer coordinator@northmere', 403],
  ])('cannot be looked up by %s', async (_who, authorization, status) => {
    const response = await fetch(`${hub.url}/documents/${DOCUMENT}`, { headers: { authorization } });
    expect(response.status).toBe(status);
  });
});

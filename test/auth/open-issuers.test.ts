import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import jwt from 'jsonwebtoken';
import { DEMONSTRATION_ISSUER, type IssuerSettings } from '../../src/auth/issuer-settings.ts';
import { openIssuers } from '../../src/auth/open-issuers.ts';
import { type Issuer, verifyToken } from '../../src/auth/verify-token.ts';
import { createLog } from '../../src/logging/log.ts';
import { aKey, aKeySet, AUDIENCE, aToken, ISSUER, NOW, SECONDS } from './a-token.ts';

const key = aKey();
const log = createLog({ level: 'silent' });
const open = (...settings: readonly IssuerSettings[]): Promise<ReadonlyMap<string, Issuer>> => openIssuers({ settings, demonstration: null, log });
const settings = (also: Partial<IssuerSettings>): IssuerSettings => ({ issuer: ISSUER, audience: AUDIENCE, algorithms: ['ES256'], ...also });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-issuers-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function keyFile(text: string): Promise<string> {
  const file = path.join(folder, `${String(Math.random())}.json`);
  await writeFile(file, text);
  return file;
}

describe('an issuer with a key file', () => {
  it('is believed when its key signed', async () => {
    const issuers = await open(settings({ jwksFile: await keyFile(aKeySet(key)) }));

    expect(await verifyToken(aToken(key), issuers, NOW)).toMatchObject({ sub: 'nia' });
  });

  it('J16 is believed with a key that was added to the file since', async () => {
    const file = await keyFile(aKeySet(key));
    const issuers = await open(settings({ jwksFile: file }));
    await verifyToken(aToken(key), issuers, NOW);
    const next = aKey('next');
    await writeFile(file, aKeySet(key, next));

    expect(await verifyToken(aToken(next), issuers, NOW + 31_000)).toMatchObject({ sub: 'nia' });
  });

  it.each([
    ['that is not there', null, 'cannot be read'],
    ['that is no key set', '{}', 'cannot be read'],
    ['without a key', '{"keys":[]}', 'no signing key'],
    ['J8 with an RSA key of under 2048 bits', aKeySet(aKey('weak', 'RS256', 1024)), 'keys[0]: it is weak'],
  ])('%s stops the start', async (_name, text, says) => {
    const jwksFile = text === null ? path.join(folder, 'absent.json') : await keyFile(text);

    await expect(open(settings({ jwksFile }))).rejects.toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(says) as string });
  });
});

describe('the start refuses an issuer', () => {
  it('J4 without an audience, for whom jsonwebtoken would ask for none', async () => {
    const forOthers = aToken(key, { claims: { aud: 'https://other.invalid' } });

    expect(jwt.verify(forOthers, key.publicKey, { audience: '', clockTimestamp: SECONDS })).toMatchObject({ sub: 'nia' });
    await expect(open(settings({ audience: '', jwksUrl: 'https://issuer.invalid/keys' }))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it.each([
    ['J4 without a name', { issuer: ' ' }],
    ['J6 without an algorithm', { algorithms: [] }],
    ['J6 with an algorithm that is not ours', { algorithms: ['ES256', 'HS256'] }],
    ['J6 with none', { algorithms: ['none'] }],
    ['J11 with EdDSA', { algorithms: ['EdDSA'] }],
    ['without a place for its keys', { jwksUrl: undefined }],
    ['with two places for its keys', { jwksFile: 'keys.json' }],
    ['whose keys would travel in the open', { jwksUrl: 'http://issuer.invalid/keys' }],
    ['whose keys would come from this machine by name alone', { jwksUrl: 'http://localhost.attacker.invalid/keys' }],
    ['whose keys are in a file address', { jwksUrl: 'file:///etc/keys' }],
    ['with a password in its address', { jwksUrl: 'https://user:password@issuer.invalid/keys' }],
    ["that takes the demonstration issuer's name", { issuer: DEMONSTRATION_ISSUER }],
  ])('%s', async (_name, also) => {
    await expect(open(settings({ jwksUrl: 'https://issuer.invalid/keys', ...also }))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('named twice', async () => {
    const one = settings({ jwksUrl: 'https://issuer.invalid/keys' });

    await expect(open(one, one)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('an issuer with an address', () => {
  let server: Server;
  let answer: RequestListener;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${String(typeof bound === 'object' ? bound?.port : bound)}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is believed when a key from there signed', async () => {
    answer = (_request, response) => response.end(aKeySet(key));

    expect(await verifyToken(aToken(key), await open(settings({ jwksUrl: address })), NOW)).toMatchObject({ sub: 'nia' });
  });

  it.each<[string, RequestListener]>([
    ['sends us elsewhere', (request, response) => (request.url === '/keys' ? response.end(aKeySet(key)) : response.writeHead(302, { location: '/keys' }).end())],
    ['answers with an error', (_request, response) => response.writeHead(500).end(aKeySet(key))],
    ['answers without end', (_request, response) => response.end(aKeySet(key).padEnd(300 * 1024))],
    ['hangs up', (request) => request.socket.destroy()],
  ])('is not believed while it %s, and the hub starts all the same', async (_name, listener) => {
    answer = listener;

    expect(await verifyToken(aToken(key), await open(settings({ jwksUrl: address })), NOW)).toBe('KEYS_UNAVAILABLE');
  });
});

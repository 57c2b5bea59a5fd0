import { createHmac } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { readKeySet } from '../../src/auth/read-key-set.ts';
import { verifyToken, type Issuer } from '../../src/auth/verify-token.ts';
import { aKey, anIssuer, AUDIENCE, aToken, ISSUER, NOW, part, published, SECONDS, type SigningKey } from './a-token.ts';

const key = aKey();
const rsaKey = aKey('rsa-1', 'RS256');
const issuer = anIssuer({ keys: [key, rsaKey] });

const verified = (token: string, ...issuers: readonly Issuer[]): ReturnType<typeof verifyToken> =>
  verifyToken(token, new Map((issuers.length > 0 ? issuers : [issuer]).map((each) => [each.name, each])), NOW);

/** What jsonwebtoken makes of a token when nothing but key, issuer and audience is asked of it. */
function alone(token: string, by: SigningKey = key, options: jwt.VerifyOptions = {}): JwtPayload | string {
  const asked: jwt.VerifyOptions = { issuer: ISSUER, audience: AUDIENCE, clockTimestamp: SECONDS, ...options };
  return jwt.verify(token, by.publicKey, { ...asked, complete: false });
}

describe('a token', () => {
  it.each([key, rsaKey])('that is whole, in time and signed by the issuer with $algorithm says who it is about', async (signer) => {
    const claims = { iss: ISSUER, sub: 'nia', iat: SECONDS, exp: SECONDS + 3600, jti: 'one' };

    expect(await verified(aToken(signer, { claims: { jti: 'one' } }))).toEqual(claims);
  });

  it('may be an access token, and be meant for others too', async () => {
    expect(await verified(aToken(key, { header: { typ: 'at+jwt' }, claims: { aud: ['https://other.invalid', AUDIENCE] } }))).toMatchObject({ sub: 'nia' });
  });

  it('gives nothing but who: a role or agency it claims is not passed on', async () => {
    expect(await verified(aToken(key, { claims: { role: 'HUB_COORDINATOR', agency: 'northmere', roles: ['AUDITOR'] } }))).toEqual({
      iss: ISSUER,
      sub: 'nia',
      iat: SECONDS,
      exp: SECONDS + 3600,
    });
  });
});

describe('jsonwebtoken alone accepts, and the hub refuses, a token', () => {
  it.each([
    ['J1 without an end', {}, { exp: undefined }, 'CLAIMS_REFUSED'],
    ['J1 that lives longer than a shift', {}, { exp: SECONDS + 12 * 3600 + 1 }, 'LIVES_TOO_LONG'],
    ['J2 issued in the future', {}, { iat: SECONDS + 3600, exp: SECONDS + 7200 }, 'NOT_NOW'],
    ['J2 that does not say when it was issued', {}, { iat: undefined }, 'CLAIMS_REFUSED'],
    ['J7 with critical parameters nobody checked', { crit: ['exp'] }, {}, 'HEADER_REFUSED'],
    ['J7 with an empty crit', { crit: null }, {}, 'HEADER_REFUSED'],
    ['J7 of another type', { typ: 'secevent+jwt' }, {}, 'HEADER_REFUSED'],
    ['J7 of no type', { typ: undefined }, {}, 'HEADER_REFUSED'],
    ['J9 with a __proto__ claim', {}, JSON.stringify({ iss: ISSUER, aud: AUDIENCE, sub: 'nia', iat: SECONDS, exp: SECONDS + 60 }).replace('{', '{"__proto__":{"sub":"ned"},'), 'CLAIMS_REFUSED'],
    ['J9 with one claim twice', {}, JSON.stringify({ iss: ISSUER, aud: AUDIENCE, sub: 'nia', iat: SECONDS, exp: SECONDS + 60 }).replace('{', '{"sub":"ned",'), 'CLAIMS_REFUSED'],
    ['J9 with one header parameter twice', `{"alg":"ES256","typ":"JWT","kid":"key-2","kid":"key-1"}`, {}, 'HEADER_REFUSED'],
    ['J14 that names a place for its key', { jku: 'https://attacker.invalid' }, {}, 'HEADER_REFUSED'],
    ['J14 that brings its key', { jwk: published(key) }, {}, 'HEADER_REFUSED'],
    ['J14 that names a place for its certificate', { x5u: 'https://attacker.invalid' }, {}, 'HEADER_REFUSED'],
    ['J14 that brings its certificate', { x5c: ['MII'] }, {}, 'HEADER_REFUSED'],
    ['J15 without a key id', { kid: undefined }, {}, 'HEADER_REFUSED'],
    ['J13 with a path for a key id', { kid: '../../key-1' }, {}, 'HEADER_REFUSED'],
    ['J13 with an overlong key id', { kid: 'k'.repeat(65) }, {}, 'HEADER_REFUSED'],
    ['J12 of more than 8 KB', {}, { padding: 'x'.repeat(8192) }, 'TOO_LONG'],
  ])('%s', async (...[, header, claims, reason]) => {
    const token = aToken(key, { header, claims });

    expect(alone(token)).toMatchObject({ iss: ISSUER });
    expect(await verified(token)).toBe(reason);
  });

  it("J3 that names one issuer and is signed with another's key", async () => {
    const other = aKey();
    const otherIssuer = anIssuer({ name: 'https://other.invalid', keys: [other] });
    const token = aToken(other);

    expect(jwt.verify(token, other.publicKey, { issuer: [ISSUER, otherIssuer.name], audience: AUDIENCE, clockTimestamp: SECONDS })).toMatchObject({ iss: ISSUER });
    expect(await verified(token, issuer, otherIssuer)).toBe('SIGNATURE_REFUSED');
  });

  it('J5 whose audience only resembles ours', async () => {
    const token = aToken(key, { claims: { aud: 'https://hubXinvalid.attacker.invalid' } });

    expect(alone(token, key, { audience: new RegExp(AUDIENCE.replace('hub.', 'hub.?')) })).toMatchObject({ iss: ISSUER });
    expect(await verified(token)).toBe('SIGNATURE_REFUSED');
  });

  it('J6 signed with an algorithm the issuer is not known to use', async () => {
    const token = aToken(rsaKey);

    expect(alone(token, rsaKey)).toMatchObject({ iss: ISSUER });
    expect(await verified(token, anIssuer({ keys: [key, rsaKey], algorithms: ['ES256'] }))).toBe('ALGORITHM_REFUSED');
  });

  it.each(['RS384', 'RS512', 'PS256'])('J6 signed with %s by a key that is ours', async (algorithm) => {
    // Not an algorithm of ours, which is the point.
    const token = jwt.sign({ iss: ISSUER, aud: AUDIENCE, sub: 'nia', iat: SECONDS, exp: SECONDS + 60 }, rsaKey.privateKey, { algorithm: algorithm as jwt.Algorithm, keyid: rsaKey.kid });

    expect(alone(token, rsaKey)).toMatchObject({ iss: ISSUER });
    expect(await verified(token)).toBe('HEADER_REFUSED');
  });

  it('J8 signed with an RSA key of under 2048 bits', async () => {
    const weak = aKey('weak', 'RS256', 1024);
    const token = aToken(weak);

    expect(alone(token, weak)).toMatchObject({ iss: ISSUER });
    expect(readKeySet(JSON.stringify({ keys: [published(weak)] }))).toMatchObject({ keys: new Map(), faults: [expect.stringContaining('weak')] });
    expect(await verified(token, anIssuer({ keys: [key, weak] }))).toBe('KEY_UNKNOWN');
  });
});

describe('the hub refuses a token', () => {
  const [header = '', claims = '', signature = ''] = aToken(key).split('.');

  it.each([
    ['J10 that is not signed', `${part('{"alg":"none","typ":"JWT","kid":"key-1"}')}.${claims}.`, 'NOT_A_TOKEN'],
    ['J10 that says it is not signed, whatever stands there', `${part('{"alg":"none","typ":"JWT","kid":"key-1"}')}.${claims}.${signature}`, 'HEADER_REFUSED'],
    ['J10 whose signature was taken off', `${header}.${claims}.`, 'NOT_A_TOKEN'],
    ['J10 whose claims were changed', `${header}.${part(JSON.stringify({ iss: ISSUER, aud: AUDIENCE, sub: 'ned', iat: SECONDS, exp: SECONDS + 60 }))}.${signature}`, 'SIGNATURE_REFUSED'],
    ['J10 signed with an empty secret', hmacSigned(''), 'HEADER_REFUSED'],
    ['J10 signed with our public key as the secret', hmacSigned(rsaKey.publicKey.export({ type: 'spki', format: 'pem' }).toString()), 'HEADER_REFUSED'],
    ['J10 that is not valid yet', aToken(key, { claims: { nbf: SECONDS + 60 } }), 'NOT_NOW'],
    ['J10 that has expired', aToken(key, { claims: { iat: SECONDS - 60, exp: SECONDS } }), 'NOT_NOW'],
    ['J10 whose end is text', aToken(key, { claims: { exp: '9999999999' } }), 'CLAIMS_REFUSED'],
    ['J10 whose end is beyond all numbers', aToken(key, { claims: `{"iss":"${ISSUER}","aud":"${AUDIENCE}","sub":"nia","iat":1,"exp":1e999}` }), 'CLAIMS_REFUSED'],
    ['J11 that claims EdDSA, which jsonwebtoken cannot verify', aToken(key, { header: { alg: 'EdDSA' } }), 'HEADER_REFUSED'],
    ["J10 with one of our key's ids and the other's algorithm", aToken(key, { header: { kid: 'rsa-1' } }), 'ALGORITHM_REFUSED'],
    ['J13 whose key id is a word every object knows', aToken(key, { header: { kid: 'constructor' } }), 'KEY_UNKNOWN'],
    ['of an issuer nobody named', aToken(key, { claims: { iss: 'https://attacker.invalid' } }), 'ISSUER_UNKNOWN'],
    ['whose issuer is a word every object knows', aToken(key, { claims: { iss: '__proto__' } }), 'ISSUER_UNKNOWN'],
    ['for no audience', aToken(key, { claims: { aud: undefined } }), 'SIGNATURE_REFUSED'],
    ['about nobody', aToken(key, { claims: { sub: '' } }), 'CLAIMS_REFUSED'],
    ['of two parts', `${header}.${claims}`, 'NOT_A_TOKEN'],
    ['of five parts', `${header}.${claims}.${signature}.${claims}.${signature}`, 'NOT_A_TOKEN'],
    ['whose header is not UTF-8', `${Buffer.from('{"alg":"ES256","typ":"JWT","kid":"key-1","x":"\xff"}', 'latin1').toString('base64url')}.${claims}.${signature}`, 'HEADER_REFUSED'],
    ['written with other characters than base64url', `${header}.${claims}.${signature}=`, 'NOT_A_TOKEN'],
    ['that is empty', '', 'NOT_A_TOKEN'],
  ])('%s', async (_name, token, reason) => {
    expect(await verified(token)).toBe(reason);
  });

  it('however its signature is bent', async () => {
    for (const at of signature.split('').keys()) {
      const bent = `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`;
      expect(typeof (await verified(`${header}.${claims}.${bent}`))).toBe('string');
    }
  });
});

function hmacSigned(secret: string): string {
  const signed = `${part('{"alg":"HS256","typ":"JWT","kid":"rsa-1"}')}.${aToken(key).split('.')[1] ?? ''}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

import { createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { IssuerKeys } from '../../src/auth/issuer-keys.ts';
import type { Algorithm } from '../../src/auth/read-token.ts';
import type { Issuer } from '../../src/auth/verify-token.ts';

export const NOW = Date.parse('2026-05-01T08:00:00Z');
export const SECONDS = NOW / 1000;
export const ISSUER = 'https://issuer.invalid';
export const AUDIENCE = 'https://hub.invalid';

/** A private key with the name its tokens give it. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function aKey(kid = 'key-1', algorithm: Algorithm = 'ES256', modulusLength = 2048): SigningKey {
  const { privateKey } = algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength });
  return { kid, algorithm, privateKey, publicKey: createPublicKey(privateKey) };
}

/** A key as a key set lists it. */
export function published({ kid, publicKey }: SigningKey): JsonWebKey {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' };
}

export function aKeySet(...keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(published) });
}

/** An issuer whose key set holds these keys. */
export function anIssuer({ keys, ...also }: { readonly keys: readonly SigningKey[] } & Partial<Omit<Issuer, 'keys'>>): Issuer {
  const source = { load: () => Promise.resolve(aKeySet(...keys)), onFault: () => undefined };
  return { name: ISSUER, audience: AUDIENCE, algorithms: ['ES256', 'RS256'], ...also, keys: new IssuerKeys(source) };
}

/** A token's two halves: objects to be written as JSON, or the very text. An undefined claim is left out. */
export interface TokenParts {
  readonly header?: object | string;
  readonly claims?: object | string;
}

/** A token signed with this key: whole and in time unless its parts say otherwise. */
export function aToken(key: SigningKey, { header = {}, claims = {} }: TokenParts = {}): string {
  const fullHeader = typeof header === 'string' ? header : JSON.stringify({ alg: key.algorithm, typ: 'JWT', kid: key.kid, ...header });
  const fullClaims =
    typeof claims === 'string' ? claims : JSON.stringify({ iss: ISSUER, aud: AUDIENCE, sub: 'nia', iat: SECONDS, exp: SECONDS + 3600, ...claims });
  const signed = `${part(fullHeader)}.${part(fullClaims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** One part of a token. */
export function part(text: string): string {
  return Buffer.from(text).toString('base64url');
}

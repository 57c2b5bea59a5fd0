import { CompactSign, exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWK } from 'jose';

/** A key a sending system signs with: its public half stands in the directory. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: GenerateKeyPairResult['privateKey'];
  /** As the directory has it. */
  readonly jwk: Readonly<Record<string, unknown>>;
  /** Not for the directory. */
  readonly privateJwk: JWK;
}

export async function aSigningKey(kid: string, alg = 'EdDSA'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid }, privateJwk: { ...(await exportJWK(privateKey)), kid } };
}

/** A detached JWS over the bytes, by this key; the header may say something else than it should. */
export async function signDetached(bytes: string | Uint8Array, key: Pick<SigningKey, 'kid' | 'alg' | 'privateKey'>, header: object = {}): Promise<string> {
  const said = { alg: key.alg, kid: key.kid, ...header };
  const compact = await new CompactSign(Buffer.from(bytes)).setProtectedHeader(said).sign(key.privateKey);
  return compact.replace(/\..*\./, '..');
}

/** Why a token was refused: for the log alone, the bearer is told nothing of it. */
export type RefusalReason =
  | 'TOO_LONG'
  | 'NOT_A_TOKEN'
  | 'HEADER_REFUSED'
  | 'CLAIMS_REFUSED'
  | 'ISSUER_UNKNOWN'
  | 'ALGORITHM_REFUSED'
  | 'KEY_UNKNOWN'
  | 'KEYS_UNAVAILABLE'
  | 'SIGNATURE_REFUSED'
  | 'NOT_NOW'
  | 'LIVES_TOO_LONG'
  | 'REVOKED'
  | 'PERSON_UNKNOWN'
  | 'PERSON_SUSPENDED'
  | 'BEFORE_TOKENS_SINCE';

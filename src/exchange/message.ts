import { z } from 'zod';
import { signedSent } from './receipt.ts';

/** What hubs send each other: a signed statement, and the documents that it states by their hashes. */
export const MESSAGE_TYPE = 'application/json';

const document = z.strictObject({
  id: z.uuid(),
  /** In whose format it is written. */
  adapter: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  fileName: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,200}$/),
  mediaType: z.string().max(100),
  /** A detached JWS, of formats whose documents are signed one by one. */
  signature: z.string().max(5000).nullable(),
  base64: z.base64(),
});

export const messageShape = z.strictObject({ sent: signedSent, documents: z.array(document).min(1).max(100) });
export type Message = Readonly<z.infer<typeof messageShape>>;

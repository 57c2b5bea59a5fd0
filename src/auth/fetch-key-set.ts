const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 5000;

/** Gets the text of an issuer's key set: no redirect, no more than it can need, and not for long. Null when that fails. */
export async function fetchKeySet(url: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { redirect: 'error', signal, headers: { accept: 'application/json' } });
    return response.status === 200 && response.body !== null ? await capped(response.body) : await dropped(response);
  } catch {
    return null;
  }
}

async function capped(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MAX_BYTES) {
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function dropped(response: Response): Promise<null> {
  await response.body?.cancel();
  return null;
}

/** Records of a case system are named by a form or step and the child it is of: how an origin's own key stands there. */

/** The form or step that a key names: of a pair with this very child the first of it, else the key as it is. */
export function instanceOf(key: string, child: string): string {
  const first = firstOf(key);
  return first !== null && pairKey(first, child) === key ? first : key;
}

function firstOf(key: string): string | null {
  try {
    const pair: unknown = JSON.parse(key);
    return Array.isArray(pair) && typeof pair[0] === 'string' ? pair[0] : null;
  } catch {
    // Any other key is no JSON.
    return null;
  }
}

/** The key that a reader makes of the two. */
function pairKey(instance: string, child: string): string {
  return JSON.stringify([instance, child]);
}

/** What comes back of an origin's key. */
export function keyRead(key: unknown, child: unknown): unknown {
  return typeof key === 'string' && typeof child === 'string' ? pairKey(instanceOf(key, child), child) : key;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gu;

/**
 * Reads a JSON object that every reader reads alike: no name twice in one object, and none called `__proto__`.
 * Anything else is null.
 */
export function parseStrictJson(text: string): Readonly<Record<string, unknown>> | null {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !hasPlainNames(text)) {
    return null;
  }
  // JSON.parse gave an object that is neither null nor a list, so its names are strings.
  return value as Readonly<Record<string, unknown>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Walks text that JSON.parse has found well formed; a string right before a colon is a name. */
function hasPlainNames(text: string): boolean {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      open.push(new Set());
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      const name = String(JSON.parse(last));
      const names = open.at(-1);
      if (name === '__proto__' || names === undefined || names.has(name)) {
        return false;
      }
      names.add(name);
    }
    last = token;
  }
  return true;
}

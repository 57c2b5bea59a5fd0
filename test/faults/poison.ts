/** What may be wrong with a document: a sample that is refused for a code, a key or its shape; or bytes that nobody can read. */
export const POISONS = ['REFUSED', 'TRUNCATED', 'ENTITIES', 'ENCODING', 'ARCHIVE'] as const;
export type Poison = (typeof POISONS)[number];

const BOMB = `<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, depth) => {
  const [name, inner] = ['bcdefghij'[depth] ?? '', 'abcdefghij'[depth] ?? ''];
  return `<!ENTITY ${name} "${`&${inner};`.repeat(10)}">`;
}).join('')}]>`;

/** The bytes of a good document, made unreadable. */
export function poisoned(bytes: Buffer, poison: Poison | null): Buffer {
  switch (poison) {
    case null:
    case 'REFUSED':
      return bytes;
    case 'TRUNCATED':
    case 'ARCHIVE':
      return bytes.subarray(0, Math.floor(bytes.length * 0.7));
    case 'ENTITIES':
      return Buffer.from(bytes.toString('latin1').replace(/(<\?xml[^>]*>)/, (prolog) => `${prolog}\n${BOMB}`).replace('</', '&j;</'), 'latin1');
    case 'ENCODING':
      // No byte of UTF-8.
      return Buffer.from(bytes.toString('latin1').replace('</', '\xff</'), 'latin1');
  }
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LAST_CODE_POINT = 0x10ffff;
/** Halves of a UTF-16 pair are no characters, and no database stores them. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function characterFor(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) {
    return PREDEFINED.get(name) ?? reference;
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= LAST_CODE_POINT && !isHalf(code);
  return isCharacter ? String.fromCodePoint(code) : reference;
}

/** Turns XML's own five names and numbered characters into what they stand for; nothing else is ever expanded. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#x[0-9a-fA-F]{1,8}|#\d{1,8}|[a-z]{2,4});/g, characterFor) : text;
}

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { HubError } from '../domain/errors.ts';
import type { Syntax, Warning } from './adapter-contract.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Encodings a document may declare. Windows programs declare iso-8859-1 and write windows-1252, its superset. */
const DECLARED: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
]);
const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const NEWLINE = 0x0a;

export interface DecodedDocument {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** UTF-16 shows in its first two characters: the formats here begin with plain letters or `<`. */
function detectEncoding(bytes: Uint8Array): Encoding | null {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) {
    return marked[1];
  }
  const pattern = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('');
  if (pattern === 'x0x0') {
    return 'utf-16le';
  }
  return pattern === '0x0x' ? 'utf-16be' : null;
}

/** What the XML prolog declares; UTF-8 where it declares nothing. */
function declaredEncoding(bytes: Uint8Array): Encoding {
  const prolog = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(prolog)?.[1]?.toLowerCase() ?? 'utf-8';
  const encoding = DECLARED.get(label);
  if (encoding === undefined) {
    // A document in UTF-16 shows it in its bytes, so one that only declares it is not.
    throw new HubError('DOCUMENT_ENCODING', 'The document declares an encoding that it is not in, or that the hub does not read.', {
      place: 'line 1',
    });
  }
  return encoding;
}

/** A newline byte is never part of another UTF-8 character, so lines can be judged one by one. */
function firstLineNotUtf8(bytes: Uint8Array): number {
  for (let line = 1, start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) {
      return line;
    }
    start = next;
  }
  return 1;
}

/** Bytes that mean nothing become U+FFFD; a byte order mark is dropped. */
function decodeLeniently(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** Null where the bytes are not text in this encoding: half a character, half a surrogate pair, an unassigned byte. */
function decodeFatally(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'windows-1252') {
    // Not TextDecoder: some Node releases read windows-1252 as iso-8859-1.
    const text = decodeLeniently(bytes, encoding);
    return text.includes('\uFFFD') ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string {
  const text = decodeFatally(bytes, encoding);
  // NUL is no character of any text, cannot be stored, and betrays an encoding other than the declared one.
  if (text === null || text.includes('\0')) {
    const place = `line ${String(encoding === 'utf-8' ? firstLineNotUtf8(bytes) : 1)}`;
    throw new HubError('DOCUMENT_ENCODING', `The bytes are not text in the encoding of this document, from ${place} on.`, { place });
  }
  return text;
}

/** Comma-separated files come from desktops that save windows-1252 without saying so. */
function guessCsvEncoding(bytes: Uint8Array): Encoding {
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** No table and no JSON begins with `<`. */
function syntaxOf(bytes: Uint8Array, syntaxes: readonly Syntax[]): Syntax | null {
  const [first = null, ...others] = syntaxes;
  const isXml = syntaxes.includes('xml') && /^\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
  return others.length === 0 || isXml ? (isXml ? 'xml' : first) : (syntaxes.find((syntax) => syntax !== 'xml') ?? null);
}

/** A document's bytes as text, in the encoding it is marked with, declares or shows; never guessed where it declares one. */
export function decodeDocument(bytes: Uint8Array, syntaxes: readonly Syntax[]): DecodedDocument {
  if (bytes.length === 0) {
    throw new HubError('DOCUMENT_EMPTY', 'The document has no content.');
  }
  const detected = detectEncoding(bytes);
  const syntax = syntaxOf(bytes, syntaxes);
  const encoding = detected ?? (syntax === 'xml' ? declaredEncoding(bytes) : guessCsvEncoding(bytes));
  const text = decodeStrictly(bytes, encoding);
  if (text.trim() === '') {
    throw new HubError('DOCUMENT_EMPTY', 'The document has only blank space in it.');
  }
  if (detected === null && syntax !== 'xml' && encoding !== 'utf-8') {
    const place = `line ${String(firstLineNotUtf8(bytes))}`;
    return { text, warnings: [{ code: 'ENCODING_GUESSED', place, reason: 'The file is not UTF-8; it was read as windows-1252.' }] };
  }
  return { text, warnings: [] };
}

/** Whatever can be read of a document that `decodeDocument` refuses, for reading a missing child's identity alone. */
export function decodeWhatCanBeRead(bytes: Uint8Array): string {
  const text = decodeLeniently(bytes, detectEncoding(bytes) ?? guessCsvEncoding(bytes));
  // Half a character or a NUL cannot be stored, and a child's name must not be lost for it.
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

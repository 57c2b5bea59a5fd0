import iconv from 'iconv-lite';
import { HubError } from '../../src/domain/errors.ts';
import type { Syntax } from '../../src/ingest/adapter-contract.ts';
import { decodeDocument, decodeWhatCanBeRead } from '../../src/ingest/decode-document.ts';

function xml(encoding: string | null, content = 'Zo\u00EB \u2019s'): string {
  const declared = encoding === null ? '' : `<?xml version="1.0" encoding="${encoding}"?>\n`;
  return `${declared}<Name>${content}</Name>`;
}

function refusal(bytes: Uint8Array, syntax: Syntax): HubError {
  try {
    decodeDocument(bytes, [syntax]);
  } catch (error) {
    if (error instanceof HubError) {
      return error;
    }
  }
  throw new HubError('INTERNAL', 'The document was not refused.');
}

describe('a document in an encoding it is marked with, declares or shows', () => {
  it.each([
    ['UTF-8', 'utf-8', xml('UTF-8'), false],
    ['UTF-8 without saying so', 'utf-8', xml(null), false],
    ['UTF-8 with a byte order mark', 'utf-8', xml('utf-8'), true],
    ['UTF-16LE with a byte order mark', 'utf-16le', xml('UTF-16'), true],
    ['UTF-16BE with a byte order mark', 'utf-16be', xml('UTF-16'), true],
    ['UTF-16LE without a byte order mark', 'utf-16le', xml('UTF-16'), false],
    ['UTF-16BE without a byte order mark', 'utf-16be', xml(null), false],
    ['windows-1252', 'windows-1252', xml('Windows-1252'), false],
    ['windows-1252 that calls itself iso-8859-1', 'windows-1252', xml('ISO-8859-1'), false],
    ['UTF-8 with a mark that a program declared as UTF-16', 'utf-8', xml('utf-16'), true],
  ])('is read as %s', (_name, ...[encoding, text, addBOM]) => {
    expect(decodeDocument(iconv.encode(text, encoding, { addBOM }), ['xml'])).toEqual({ text, warnings: [] });
  });

  it('is read as a comma-separated file in UTF-8', () => {
    const text = 'CHILD,NAME\n0001,Zo\u00EB\n';
    expect(decodeDocument(Buffer.from(text), ['csv'])).toEqual({ text, warnings: [] });
    expect(decodeDocument(iconv.encode(text, 'utf-16le', { addBOM: true }), ['csv'])).toEqual({ text, warnings: [] });
  });

  it('is read as windows-1252 with a warning when a comma-separated file is not UTF-8', () => {
    const text = 'CHILD,NAME\n0001,Zo\u00EB\u2019s\n';
    const { text: read, warnings } = decodeDocument(iconv.encode(text, 'windows-1252'), ['csv']);
    expect(read).toBe(text);
    expect(warnings).toMatchObject([{ code: 'ENCODING_GUESSED', place: 'line 2' }]);
  });
});

describe('a document without content', () => {
  it.each(['', ' \r\n\t', '\uFEFF', '\uFEFF\n'])('is refused as empty: %j', (text) => {
    expect(refusal(Buffer.from(text), 'xml').code).toBe('DOCUMENT_EMPTY');
    expect(refusal(Buffer.from(text), 'csv').code).toBe('DOCUMENT_EMPTY');
  });
});

describe('bytes that are not in the encoding of the document', () => {
  it.each<readonly [string, Uint8Array, Syntax, string]>([
    ['UTF-8 declared, windows-1252 sent', iconv.encode(xml('UTF-8'), 'windows-1252'), 'xml', 'line 2'],
    ['nothing declared, windows-1252 sent', iconv.encode(xml(null), 'windows-1252'), 'xml', 'line 1'],
    ['UTF-16 declared, UTF-8 sent', Buffer.from(xml('UTF-16')), 'xml', 'line 1'],
    ['an encoding the hub does not read', Buffer.from(xml('EBCDIC-CP-GB')), 'xml', 'line 1'],
    ['the name of nothing', Buffer.from(xml('constructor')), 'xml', 'line 1'],
    ['half a UTF-16 character', iconv.encode(xml('UTF-16'), 'utf-16le', { addBOM: true }).subarray(0, -1), 'xml', 'line 1'],
    ['half a surrogate pair', Buffer.concat([iconv.encode('<a>', 'utf-16le', { addBOM: true }), Buffer.from([0x00, 0xd8])]), 'xml', 'line 1'],
    ['a byte that windows-1252 does not use', Buffer.concat([Buffer.from(xml('windows-1252', 'x')), Buffer.from([0x81])]), 'xml', 'line 1'],
    ['a NUL in the text', Buffer.from('CHILD\n00\u000001\n'), 'csv', 'line 1'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]), 'csv', 'line 1'],
    ['UTF-8 that breaks off inside a character', Buffer.concat([Buffer.from('\uFEFFCHILD\n1'), Buffer.from([0xc3])]), 'csv', 'line 2'],
  ])('are refused with their place: %s', (_name, ...[bytes, syntax, place]) => {
    const { code, details } = refusal(bytes, syntax);
    expect([code, details['place']]).toEqual(['DOCUMENT_ENCODING', place]);
  });

  it('are never repeated in the refusal', () => {
    const error = refusal(iconv.encode(xml('UTF-8', 'CANARYGULL \u00EB'), 'windows-1252'), 'xml');
    expect(JSON.stringify([error.message, error.details])).not.toContain('CANARY');
  });

  it('can be read as far as they go, to find a child in them', () => {
    expect(decodeWhatCanBeRead(iconv.encode(xml('UTF-8', 'Zo\u00EB'), 'windows-1252'))).toBe(xml('UTF-8', 'Zo\u00EB'));
    expect(decodeWhatCanBeRead(Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x61]))).toContain('<');
  });
});

import { deflateRawSync } from 'node:zlib';
import { HubError } from '../../src/domain/errors.ts';
import { openFiles } from '../../src/ingest/open-files.ts';
import { packFiles } from '../../src/ingest/pack-files.ts';

const SET = { manifest: { files: 'set', syntaxes: ['csv'] }, fileName: null, mostBytes: 10_000 } as const;
const file = (name: string, text: string): { name: string; bytes: Buffer } => ({ name, bytes: Buffer.from(text) });

async function refusal(bytes: Buffer, terms: Parameters<typeof openFiles>[1] = SET): Promise<HubError> {
  try {
    await openFiles(bytes, terms);
  } catch (error) {
    if (error instanceof HubError) {
      return error;
    }
  }
  throw new HubError('INTERNAL', 'The document was not refused.');
}

describe('a document that is a set of files', () => {
  it('is opened file by file, whatever order and folder they were packed in', async () => {
    const expected = [
      { name: 'people.csv', text: 'ID\n007890\n' },
      { name: 'steps.csv', text: 'STEP\n1e5\n' },
    ];
    const packed = await packFiles([file('steps.csv', 'STEP\n1e5\n'), file('people.csv', 'ID\n007890\n')]);
    const inFolder = await packFiles([file('out/people.csv', 'ID\n007890\n'), file('out/.DS_Store', 'x'), file('__MACOSX/people.csv', 'x'), file('out/steps.csv', 'STEP\n1e5\n')]);

    expect((await openFiles(packed, SET)).files).toEqual(expected);
    expect((await openFiles(inFolder, SET)).files).toEqual(expected);
  });

  it('packed twice is the same bytes, so that it is known when it comes again', async () => {
    const files = [file('b.csv', 'B\n'), file('a.csv', 'A\n')];
    expect((await packFiles(files)).equals(await packFiles(files.toReversed()))).toBe(true);
  });

  it('may be one file alone', async () => {
    expect((await openFiles(Buffer.from('ID\n1\n'), { ...SET, fileName: 'people.csv' })).files).toEqual([{ name: 'people.csv', text: 'ID\n1\n' }]);
  });

  it('names the file in what is worth a look, and in what is refused', async () => {
    const guessed = await openFiles(await packFiles([{ name: 'people.csv', bytes: Buffer.from('ID\nZo\xeb\n', 'latin1') }]), SET);
    expect(guessed.warnings).toMatchObject([{ code: 'ENCODING_GUESSED', place: 'people.csv line 2' }]);

    const { code, details } = await refusal(await packFiles([file('a.csv', 'A\n'), { name: 'people.csv', bytes: Buffer.from('PERSON_ID,NAME\n1,\0\n') }]));
    expect([code, details['place']]).toEqual(['DOCUMENT_ENCODING', 'people.csv line 1']);
  });
});

describe('an archive that is no set', () => {
  it('is refused when cut off, damaged or empty', async () => {
    const packed = await packFiles([file('people.csv', 'ID\n007890\n'.repeat(50))]);
    const damaged = Buffer.from(packed);
    damaged[45] = (damaged[45] ?? 0) ^ 0xff;

    expect((await refusal(packed.subarray(0, -30))).code).toBe('DOCUMENT_MALFORMED');
    expect((await refusal(damaged)).code).toBe('DOCUMENT_MALFORMED');
    expect((await refusal(await packFiles([]))).code).toBe('DOCUMENT_EMPTY');
  });

  it('is refused when two of its files have one name', async () => {
    expect((await refusal(await packFiles([file('a/people.csv', 'A\n'), file('b/People.csv', 'B\n')]))).code).toBe('DOCUMENT_MALFORMED');
  });

  it('is refused when it would unfold to more than the hub takes, whatever it says of its size', async () => {
    const bomb = await packFiles([file('people.csv', '0'.repeat(20_000))]);
    expect((await refusal(bomb)).code).toBe('DOCUMENT_TOO_LARGE');

    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf(uint32(20_000)); at !== -1; at = lying.indexOf(uint32(20_000), at + 4)) {
      uint32(100).copy(lying, at);
    }
    expect((await refusal(lying)).code).toBe('DOCUMENT_MALFORMED');
    expect(deflateRawSync(Buffer.alloc(20_000, '0')).length).toBeLessThan(100);
  });
});

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

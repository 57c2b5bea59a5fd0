/** Several files as the one archive they are sent as. */
import { crc32 } from 'node:zlib';
import { csvBytes, type CsvTable } from './render-contract-csv.ts';

interface Entry {
  readonly name: Buffer;
  readonly bytes: Uint8Array;
  readonly offset: number;
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** The first day there is: the same files are the same bytes whenever they are packed. */
const FIRST_DAY = 0x0021;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The files of these tables in one ZIP archive, as they are: what is not packed is the same by every library. */
export function archiveOf(tables: readonly CsvTable[]): Uint8Array {
  const entries: Entry[] = [];
  let offset = 0;
  const files = tables.map((table) => {
    const [name, bytes] = [Buffer.from(`${table.name}.csv`, 'utf8'), csvBytes(table)];
    const file = Buffer.concat([localHeader({ name, bytes, offset }), name, bytes]);
    entries.push({ name, bytes, offset });
    offset += file.length;
    return file;
  });
  const directory = Buffer.concat(entries.flatMap((entry) => [centralHeader(entry), entry.name]));
  return Buffer.concat([...files, directory, endOf(entries.length, directory.length, offset)]);
}

/** Version, flags, stored, time, day, checksum, both sizes, and the length of the name. */
function common({ name, bytes }: Entry): Buffer {
  return numbers([2, VERSION], [2, FLAGS], [2, 0], [2, 0], [2, FIRST_DAY], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]);
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([numbers([4, LOCAL]), common(entry)]);
}

function centralHeader(entry: Entry): Buffer {
  return Buffer.concat([numbers([4, CENTRAL], [2, VERSION]), common(entry), numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset])]);
}

function endOf(entries: number, size: number, offset: number): Buffer {
  return numbers([4, END], [2, 0], [2, 0], [2, entries], [2, entries], [4, size], [4, offset], [2, 0]);
}

/** Numbers of two or four bytes, the lowest first. */
function numbers(...all: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}

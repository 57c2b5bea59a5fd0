import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Network, RedactionKind, TextFor } from '../../../src/domain/redaction/network.ts';

export interface Mark {
  readonly from: number;
  readonly until: number;
  readonly kind: RedactionKind;
}
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly network: Network;
  readonly to: TextFor;
  /** Of a world that was looked at while the suggester was made. */
  readonly lookedAt: boolean;
}
interface World {
  readonly recipient: { readonly audience: 'PLACEMENT' | 'PARENT' | 'PARTNERS' | 'POLICE'; readonly name: string; readonly addresses: readonly string[] };
  readonly child: Network['child'];
  readonly people: Network['people'];
  readonly places: readonly string[];
  readonly phones: readonly string[];
  readonly vehicles: readonly string[];
  readonly handles: readonly string[];
  readonly sentences: readonly string[];
}

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', '..', 'test', 'bench', 'redaction', 'sentences');
const MARK = /\[\[([A-Z_]+):([^\]]+)\]\]/;

/** The sentences, with their marks as offsets; worlds of odd numbers were looked at, the others held out. */
export function markedSentences(folder = FOLDER): Marked[] {
  return readdirSync(folder).sort().flatMap((file, place) => {
    // Written by hand beside this reader, in the shape above.
    const world = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as World;
    const { child, people, places, phones, vehicles, handles, recipient } = world;
    const network = { child, people, places, phones, vehicles, handles };
    const to = { audience: recipient.audience === 'PARTNERS' ? 'PARTNER' : recipient.audience, names: namesOf(recipient.name), addresses: recipient.addresses } as const;
    return world.sentences.map((sentence) => ({ ...unmarked(sentence), network, to, lookedAt: place % 2 === 0 }));
  });
}

/** "Mr and Mrs Pennywort, foster carers" is Pennywort. */
function namesOf(name: string): string[] {
  const [called = ''] = name.split(',');
  return called === name ? [name] : called.split(/\s+/).filter((word) => !/^(?:Mr|Mrs|Ms|and)$/.test(word));
}

function unmarked(sentence: string): Pick<Marked, 'text' | 'marks'> {
  const marks: Mark[] = [];
  let text = sentence;
  for (let mark = MARK.exec(text); mark !== null; mark = MARK.exec(text)) {
    const [whole, kind = '', words = ''] = mark;
    // The kinds are those of the sentences' own README, which are the suggester's.
    marks.push({ from: mark.index, until: mark.index + words.length, kind: kind as RedactionKind });
    text = text.slice(0, mark.index) + words + text.slice(mark.index + whole.length);
  }
  return { text, marks };
}

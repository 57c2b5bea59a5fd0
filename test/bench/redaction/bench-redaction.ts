import { apart, suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import { findAboutRecipient } from '../../../src/domain/redaction/find-about-recipient.ts';
import { findCapitals } from '../../../src/domain/redaction/find-capitals.ts';
import { findKnown } from '../../../src/domain/redaction/find-known.ts';
import { findPatterns } from '../../../src/domain/redaction/find-patterns.ts';
import { hearNames } from '../../../src/domain/redaction/hear-names.ts';
import { REDACTION_KINDS, type Network, type RedactionKind } from '../../../src/domain/redaction/network.ts';
import { markedSentences, type Mark, type Marked } from './marked.ts';

type Suggest = (sentence: Marked) => readonly Mark[];

/** What can be suggested by each source alone, and by all that are kept. */
const SOURCES: Readonly<Record<string, Suggest>> = {
  'patterns only': ({ text }) => apart(findPatterns(text)),
  'what the hub knows': ({ text, network, to }) => apart(findKnown(text, network, { to, loose: true })),
  'hub and patterns': ({ text, network, to }) => apart([...findKnown(text, network, { to, loose: true }), ...findPatterns(text)]),
  'capitals, no library': ({ text }) => apart(findCapitals(text)),
  'compromise alone': ({ text }) => apart(hearNames(text)),
  'about the recipient': ({ text, to }) => findAboutRecipient(text, to),
  'all, had the hub known nobody, no library': ({ text, network, to }) => suggestRedactions(text, { network: nobody(network), to, hear: () => [] }),
  'all, had the hub known nobody': ({ text, network, to }) => suggestRedactions(text, { network: nobody(network), to, hear: hearNames }),
  'all but compromise': ({ text, network, to }) => suggestRedactions(text, { network, to, hear: () => [] }),
  'all, kept': ({ text, network, to }) => suggestRedactions(text, { network, to, hear: hearNames }),
};

/** The same child, of whose surroundings the hub knows nothing. */
function nobody({ child }: Network): Network {
  return { child: { ...child, addresses: [] }, people: [], places: [], phones: [], vehicles: [], handles: [] };
}

/** How much of what was marked by hand each source hides, and how much of what it hides was marked. */
export function benchRedaction(print: (line: string) => void, show: boolean): void {
  const sentences = markedSentences();
  for (const half of [true, false]) {
    const some = sentences.filter(({ lookedAt }) => lookedAt === half);
    print(`\nRedaction: ${String(some.length)} invented sentences, ${half ? 'looked at' : 'held out'}`);
    for (const [name, suggest] of Object.entries(SOURCES)) {
      print(name);
      for (const kind of [null, ...REDACTION_KINDS]) {
        print(line(some, suggest, kind));
      }
    }
  }
  if (show) {
    sentences.filter(({ lookedAt }) => lookedAt).forEach((sentence) => {
      showWrong(sentence, print);
    });
  }
}

/** A mark is hidden where every letter and digit of it is covered, whatever it is taken for; a suggestion is right where it touches a mark. */
function line(some: readonly Marked[], suggest: Suggest, kind: RedactionKind | null): string {
  const of = <T extends Mark>(marks: readonly T[]): readonly T[] => marks.filter((mark) => kind === null || mark.kind === kind);
  const [marks, suggested] = [[] as boolean[], [] as boolean[]];
  let touched = 0;
  for (const sentence of some) {
    const all = suggest(sentence);
    of(sentence.marks).forEach((mark) => {
      marks.push(isHidden(sentence.text, mark, all));
      touched += all.some((one) => overlap(one, mark)) ? 1 : 0;
    });
    of(all).forEach((one) => suggested.push(sentence.marks.some((mark) => overlap(one, mark))));
  }
  const part = (flags: readonly boolean[]): string => (flags.length === 0 ? '    -' : (flags.filter(Boolean).length / flags.length).toFixed(3));
  const touch = marks.length === 0 ? '    -' : (touched / marks.length).toFixed(3);
  return `  ${(kind ?? 'ALL').padEnd(16)} recall ${part(marks)} whole, ${touch} touched, of ${String(marks.length).padStart(3)}   precision ${part(suggested)} of ${String(suggested.length).padStart(3)}`;
}

function overlap(one: Mark, other: Mark): boolean {
  return one.from < other.until && other.from < one.until;
}

/** A title, an article or a possessive s tells nothing and need not be covered. */
function isHidden(text: string, { from, until }: Mark, by: readonly Mark[]): boolean {
  const bare = text.slice(from, until).replace(/^(?:the|an?|some|mr|mrs|ms)\b\.?|['’]s$/giu, (tellsNothing) => ' '.repeat(tellsNothing.length));
  return [...bare.matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) => by.some((one) => one.from <= from + index && from + index < one.until));
}

function showWrong(sentence: Marked, print: (line: string) => void): void {
  const all = suggestRedactions(sentence.text, { network: sentence.network, to: sentence.to, hear: hearNames });
  const missed = sentence.marks.filter((mark) => !isHidden(sentence.text, mark, all));
  const extra = all.filter((one) => !sentence.marks.some((mark) => overlap(one, mark)));
  if (missed.length > 0 || extra.length > 0) {
    const words = ({ from, until, kind }: Mark): string => `${kind}:${sentence.text.slice(from, until)}`;
    print(`${sentence.text}\n   missed ${missed.map(words).join(' | ')}   extra ${extra.map((one) => `${words(one)} (${one.why})`).join(' | ')}`);
  }
}

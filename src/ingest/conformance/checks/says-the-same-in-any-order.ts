import { fold } from '../../../domain/fold/fold.ts';
import type { FoldContext } from '../../../domain/fold/fold-context.ts';
import type { Observation } from '../../../domain/observation/observation.ts';
import { HOUR } from '../../../domain/interval/durations.ts';
import { createHash } from 'node:crypto';
import { buildMessage } from '../../build-message.ts';
import { allOf, lookAt, type Check, type Finding, type Looked } from '../check.ts';
import { readFiles, sampleDocument, SENDER } from '../read-outcome.ts';
import { statementsOf, wordsOf } from '../same-words.ts';
import type { Subject } from '../samples.ts';
import { reordered, shuffled } from '../reordered.ts';

const SHUFFLES = [1, 2, 3];

/** Files are sent late, twice and sorted otherwise; what is known of a child must not depend on it. */
export const saysTheSameInAnyOrder: Check = {
  name: 'order',
  sentence: 'The same is said and known after reading twice, with rows, records and documents in any order.',
  run: (subject) => allOf(twice(subject), rows(subject), picture(subject)),
};

const DEPENDS = 'Let a record depend on its own row alone; compare rows as sets, and sort before you choose.';

function twice(subject: Subject): Looked {
  const before = subject.samples.map(({ files }) => wordsOf(readFiles(subject, files)));
  return lookAt([...subject.samples.entries()].reverse(), ([at, { name, files }]): Finding | null =>
    wordsOf(readFiles(subject, files)) === before[at] ? null : { where: name, wrong: 'Read again, after other documents, it says something else.', mend: 'Keep nothing between two documents.' },
  );
}

function rows(subject: Subject): Looked {
  const tried = subject.samples.flatMap((sample) => SHUFFLES.map((seed) => ({ sample, files: sample.files.map((file) => reordered(subject.adapter, file, seed)) })));
  return lookAt(tried, ({ sample, files }): Finding | null =>
    statementsOf(readFiles(subject, files)) === statementsOf(readFiles(subject, sample.files))
      ? null
      : { where: sample.name, wrong: 'With its rows or records in another order it says something else.', mend: DEPENDS },
  );
}

/** Folds what all samples say together; of two that contradict each other at one order only people can tell which is right. */
function picture(subject: Subject): Looked {
  const said = statementsOfAll(subject);
  const known = wordsOf(fold(said, CONTEXT));
  return lookAt(SHUFFLES, (seed): Finding | null =>
    wordsOf(fold(shuffled([...said, ...said], seed), CONTEXT)) === known
      ? null
      : { where: 'all samples', wrong: 'Taken in another order, or twice, they leave another picture.', mend: 'Give each message of a record and part an order of its own.' },
  );
}

function statementsOfAll(subject: Subject): Observation[] {
  const { manifest } = subject.adapter;
  const byOrder = new Map<string, { readonly hashes: Set<string>; readonly observations: readonly Observation[] }>();
  for (const [at, sample] of subject.samples.entries()) {
    const document = sampleDocument(subject, sample.files);
    const source = { document: sample.name, agency: SENDER, system: manifest.id, personKeys: manifest.id, manifest, receivedAt: new Date(Date.UTC(2026, 4, 1, 0, at)).toISOString() };
    for (const record of subject.adapter.parse(document).records) {
      const message = buildMessage(subject.adapter.map(record, document), record.place, source);
      if (message !== null) {
        const key = wordsOf([message.record, message.part, message.order]);
        const before = byOrder.get(key) ?? { hashes: new Set(), observations: message.observations };
        before.hashes.add(message.hash);
        byOrder.set(key, before);
      }
    }
  }
  const once = [...byOrder.values()].filter(({ hashes }) => hashes.size === 1);
  // A sample may be of any day: when it came is invented here, and must not make its times lie ahead.
  return once.flatMap(({ observations }) => observations.map((said) => ({ ...said, receivedAt: null })));
}

/** No directory: what a source says of its own records is looked at, not who reads it. */
const CONTEXT: FoldContext = {
  recordId: (ref) => {
    const hex = createHash('sha256').update(JSON.stringify([ref.agency, ref.system, ref.kind, ref.key])).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  },
  agencyOf: () => null,
  kindOf: () => 'AUTHORITY',
  homeOf: () => null,
  calledOf: () => [],
  forcesOf: () => [],
  authoritiesOf: () => [],
  partnersOf: () => [],
  exploitationGroupOf: () => [],
  searchersOf: () => [],
  worksAt: () => false,
  agreementsOf: () => [],
  saysConsentNotGiven: () => false,
  closedBy: () => [],
  episodeStartTolerance: 24 * HOUR,
  timeTolerance: HOUR,
};

import { type Check, type Finding } from '../check.ts';
import { inAProcess } from '../in-a-process.ts';
import { firstDifference } from '../same-words.ts';
import type { Outcome } from '../read-outcome.ts';
import type { Subject } from '../samples.ts';
import { tryFiles } from '../try-bytes.ts';

/** Half an hour off, far ahead, and with other clock changes; each at another time. */
const ELSEWHERE = [
  { zone: 'America/St_Johns', now: Date.UTC(2001, 0, 1) },
  { zone: 'Asia/Kolkata', now: Date.UTC(2026, 2, 29, 1, 30) },
  { zone: 'Pacific/Auckland', now: Date.UTC(2044, 11, 31, 23, 59) },
];

interface Printed {
  readonly outcomes: readonly (readonly [name: string, outcome: Outcome])[];
  readonly touched: readonly string[];
}

/** The same file means the same wherever and whenever it is read, and reading tells nobody. */
export const readsAlone: Check = {
  name: 'alone',
  sentence: 'Reading touches no network, file, log or chance, and gives the same in three time zones at three times.',
  async run(subject) {
    const here = subject.samples.map(({ name, files }) => [name, tryFiles(subject, files).outcome]);
    const printed = await Promise.all(ELSEWHERE.map(async (where) => ({ where, said: await readElsewhere(subject, where) })));
    return { cases: ELSEWHERE.length * subject.samples.length, findings: printed.flatMap(({ where, said }) => differences(where.zone, said, here)) };
  },
};

async function readElsewhere({ place }: Subject, { zone, now }: (typeof ELSEWHERE)[number]): Promise<Printed | null> {
  const switches = ['--permission', '--allow-fs-read=*'];
  const out = await inAProcess({ program: 'reading-process', words: [place.door, place.samples, String(now)], switches, zone });
  // The program prints just this.
  return out === null ? null : (JSON.parse(out) as Printed);
}

function differences(zone: string, said: Printed | null, here: unknown): Finding[] {
  if (said === null) {
    return [{ where: zone, wrong: 'Reading fails in a process that may only read files.', mend: 'Load nothing native, start nothing, write nothing.' }];
  }
  const touched = said.touched.map((name) => ({ where: name, wrong: 'parse or map uses it.', mend: 'Take what you need from the document: text, settings, agency, extracted.' }));
  const path = touched.length > 0 ? null : firstDifference(here, said.outcomes);
  const differs = path === null ? [] : [{ where: `${zone}, ${path}`, wrong: 'In another time zone, or at another time, it gives something else.', mend: 'Read times with source-time.ts; never ask for the current time.' }];
  return [...touched, ...differs];
}

import fc from 'fast-check';
import { writeAndRead } from '../../src/ingest/conformance/checks/reads-back-what-it-writes.ts';
import { ALL_OUTCOMES, anOutgoing, REFUSALS, type Grammar } from './an-outgoing.ts';
import { subjects } from './read-sample.ts';

const RUNS = 200;
const PATIENCE = 300_000;
/** A booked interview that was refused is offer and interview in one form. */
const WAREHOUSE = { held: ALL_OUTCOMES.filter((outcome) => outcome !== 'REFUSED_AFTER_BOOKING'), alone: ALL_OUTCOMES.filter((outcome) => outcome !== 'REFUSED_AFTER_BOOKING'), refusals: REFUSALS, undatedEnds: true, episodes: 2 };
/** What each format can have side by side; what it refuses to say is tried below. */
const GRAMMARS: Readonly<Record<string, Omit<Grammar, 'matters'>>> = {
  'authority-exchange': { held: ALL_OUTCOMES, alone: ALL_OUTCOMES, refusals: REFUSALS, undatedEnds: true, episodes: 1 },
  ehm: { held: ALL_OUTCOMES, alone: ALL_OUTCOMES, refusals: REFUSALS, undatedEnds: true, episodes: 2 },
  lcs: WAREHOUSE,
  liberi: WAREHOUSE,
  'police-intelligence': { held: ALL_OUTCOMES, alone: ALL_OUTCOMES, refusals: REFUSALS, undatedEnds: true, episodes: 1 },
};

const writing = (await subjects()).filter(({ adapter }) => adapter.renderer !== undefined);

it('is tried with every adapter that renders', () => {
  expect(Object.keys(GRAMMARS)).toEqual(writing.map(({ adapter }) => adapter.manifest.id));
});

describe.each(writing.map((subject) => [subject.adapter.manifest.id, subject] as const))('%s', (id, subject) => {
  const { renderer, manifest } = subject.adapter;

  // That all of the list is lost the suite's own check says, of messages that show every field.
  it('reads back every message it writes, but for what it lists as lost', async () => {
    const grammar = GRAMMARS[id];
    if (renderer === undefined || grammar === undefined) {
      throw new TypeError(id);
    }
    await fc.assert(
      fc.asyncProperty(anOutgoing({ ...grammar, matters: manifest.renders ?? [] }), async (outgoing) => {
        const { refused, amiss } = await writeAndRead(subject, renderer, outgoing);
        expect({ refused, amiss }).toEqual({ refused: [], amiss: [] });
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE);
});

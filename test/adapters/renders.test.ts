import fc from 'fast-check';
import { NOTICE_SENTENCE } from '../../src/domain/interview/notice-sentence.ts';
import type { Outgoing, Renderer } from '../../src/exchange/render-contract.ts';
import { writeAndRead } from '../../src/ingest/conformance/checks/reads-back-what-it-writes.ts';
import { csvRows } from '../../src/ingest/conformance/csv-text.ts';
import { inventedOutgoing } from '../../src/ingest/conformance/invented-outgoing.ts';
import type { Subject } from '../../src/ingest/conformance/samples.ts';
import { openFiles } from '../../src/ingest/open-files.ts';
import { ALL_OUTCOMES, anOutgoing, REFUSALS, type Grammar } from './an-outgoing.ts';
import { subjects } from './read-sample.ts';

const RUNS = 120;
const PATIENCE = 300_000;

/** What each format can have side by side; what it refuses to say is tried by name. */
const ANY: Omit<Grammar, 'matters'> = { held: ALL_OUTCOMES, alone: ALL_OUTCOMES, refusals: REFUSALS, undatedEnds: true, episodes: 2, takes: () => true };
/** A booked interview that was refused is offer and interview in one form. */
const UNREFUSED = ALL_OUTCOMES.filter((outcome) => outcome !== 'REFUSED_AFTER_BOOKING');
const WAREHOUSE = { ...ANY, held: UNREFUSED, alone: UNREFUSED };
/** A step with an interview is over, and then the child is back. */
const isBack = ({ episodes, offers, interview }: Outgoing): boolean => (offers.length === 0 && interview === null) || episodes[0]?.returned !== undefined;
const GRAMMARS: Readonly<Record<string, Omit<Grammar, 'matters'>>> = {
  'authority-exchange': { ...ANY, episodes: 1 },
  eclipse: { ...ANY, undatedEnds: false },
  ehm: ANY,
  lcs: WAREHOUSE,
  liberi: WAREHOUSE,
  mosaic: { ...ANY, undatedEnds: false, takes: isBack },
  'police-intelligence': ANY,
};

interface Writing extends Subject {
  readonly id: string;
  readonly renderer: Renderer;
}
const writing = (await subjects()).flatMap((subject): Writing[] => {
  const { renderer, manifest } = subject.adapter;
  return renderer === undefined ? [] : [{ ...subject, id: manifest.id, renderer }];
});
/** Mosaic has two forms, and its samples are of one. */
const otherForm = writing.filter(({ id }) => id === 'mosaic').map((subject) => ({ ...subject, settings: { profile: 'rhi-form' } }));

it('every adapter that renders is tried', () => {
  expect(writing.map(({ id }) => id)).toEqual(Object.keys(GRAMMARS));
});

describe.each([...writing, ...otherForm])('$id', (subject) => {
  const { id, renderer, settings, adapter } = subject;
  const matters = adapter.manifest.renders ?? [];

  // That all of the list is lost the suite's own check says, of messages that show every field.
  it('reads back every message it writes, but for what it lists as lost', async () => {
    const messages = anOutgoing({ ...(GRAMMARS[id] ?? ANY), matters });
    await fc.assert(
      fc.asyncProperty(messages, async (outgoing) => {
        const { refused, amiss } = await writeAndRead(subject, renderer, outgoing);
        expect({ refused, amiss }).toEqual({ refused: [], amiss: [] });
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE);

  it('row 50: names its files by the message, and by nothing of the child', () => {
    fc.assert(
      fc.property(anOutgoing({ ...(GRAMMARS[id] ?? ANY), matters }), (outgoing) => {
        const { fileName } = renderer.render(outgoing, settings);
        expect(fileName).toMatch(new RegExp(`^${id}-${outgoing.messageId}-${String(outgoing.revision)}[.](xml|zip)$`));
      }),
      { numRuns: 20 },
    );
  });
});

const inSets = writing.filter(({ adapter }) => adapter.manifest.files === 'set');
it.each(inSets)('$id writes no cell that a spreadsheet takes for a formula', async ({ id, renderer, settings, adapter }) => {
  await fc.assert(
    fc.asyncProperty(anOutgoing({ ...(GRAMMARS[id] ?? ANY), matters: adapter.manifest.renders ?? [] }), async (outgoing) => {
      const { files } = await openFiles(Buffer.from(renderer.render(outgoing, settings).bytes), { manifest: adapter.manifest, fileName: null, mostBytes: 1_000_000 });
      const cells = files.flatMap(({ text }) => csvRows(text) ?? []).flat();
      expect(cells.filter(({ value }) => /^\s*[=+\-@＝＋－＠]/u.test(value))).toEqual([]);
    }),
    { numRuns: 50 },
  );
}, PATIENCE);

const ofInterviews = writing.filter(({ adapter }) => adapter.manifest.renders?.includes('INTERVIEW'));
/** Every file of a message, one after the other; an archive holds them as they are. */
const said = ({ renderer, settings }: Writing, outgoing: Outgoing): string => new TextDecoder().decode(renderer.render(outgoing, settings).bytes);
const [whole, notice] = inventedOutgoing('northmere').map(({ outgoing }) => outgoing);

describe.each(ofInterviews)('$id, of an interview', (subject) => {
  it('says in one fixed sentence that there is more where the recipient learns only that it was', () => {
    expect(notice === undefined ? '' : said(subject, notice)).toContain(NOTICE_SENTENCE);
    expect(whole === undefined ? NOTICE_SENTENCE : said(subject, whole)).not.toContain(NOTICE_SENTENCE);
  });

  it('has the redacted text with the sentence that it is one', () => {
    const redacted = inventedOutgoing('northmere').find(({ name }) => name === 'a redacted interview')?.outgoing;
    const text = redacted === undefined ? '' : said(subject, redacted);
    expect(text).toContain('This text was made for its recipient');
    expect(text).toContain('The child, in short');
  });
});

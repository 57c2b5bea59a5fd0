import { checkAdapter } from '../../src/ingest/conformance/check-adapter.ts';
import { CHECKS } from '../../src/ingest/conformance/checks.ts';
import { reportLines } from '../../src/ingest/conformance/report.ts';
import { subjects } from './read-sample.ts';

/** The same suite that `npx homeward adapter check <id>` runs; a check starts processes of its own and may take its time. */
const all = await subjects();
const PATIENCE = 120_000;
/** A tenth of what the command reads: it takes a minute for some. */
const BULK = 5_000;

it('finds every adapter by its folder, under its own name', () => {
  expect(all.map(({ adapter }) => adapter.manifest.id)).toEqual(expect.arrayContaining(['police-compact', 'ssda903']));
  expect(all.filter(({ adapter, place }) => !place.door.includes(`/adapters/${adapter.manifest.id}/`))).toEqual([]);
});

it('row 65: every adapter is asked whether it repeats a value, and none is excused', () => {
  expect(CHECKS.map(({ name }) => name)).toContain('canaries');
  expect(all.filter(({ adapter }) => (adapter.skips ?? []).some(({ check }) => check === 'canaries'))).toEqual([]);
});

describe.each(all.map((subject) => [subject.adapter.manifest.id, subject] as const))('%s', (id, subject) => {
  it.each(CHECKS.map(({ name, sentence }) => [name, sentence]))('%s: %s', async (name) => {
    const results = await checkAdapter({ ...subject, bulk: BULK }, [name]);
    // The report says what to mend; a bare list of findings does not.
    expect(results.some(({ state }) => state === 'FAILED') ? reportLines(id, results) : []).toEqual([]);
  }, PATIENCE);
});

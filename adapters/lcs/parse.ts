import type { AdapterDocument, Parsed, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { XmlFault } from '../../src/ingest/adapter-contract-xml.ts';
import { linkForms, questionnaire } from '../../src/ingest/adapter-contract-warehouse/episode-form.ts';
import { timeOf } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { canonicalInstant, type Interval } from '../../src/domain/observation/source-time.ts';
import { episodePath, openExport, type Opened } from './check-document.ts';
import { identitiesIn, identityOf } from './identity.ts';
import { QUESTIONS } from './codes.ts';
import type { LcsEpisode, Row } from './payload.ts';
import { readElement } from './read-fields.ts';
import { readForms } from './read-forms.ts';

const NO_TIME: Omit<XmlFault, 'place'> = {
  code: 'VALUE_INVALID',
  reason: 'ExportedAt is not a date with a time, so the export can be put in no order.',
  remedy: 'Give an ISO 8601 time, such as 2026-03-01T22:15:00Z.',
};

/** An export that can't be opened: each of its children who may be missing is shown, at the line of their episode. */
function refuseDocument(fault: XmlFault, text: string): Parsed<LcsEpisode> {
  const missing = identitiesIn(text).filter(({ identity }) => identity.absence !== null);
  const [first, ...others] = missing;
  const whole: Refusal = { ...fault, readable: first?.identity ?? null, record: null };
  const shown = others.map(({ line, identity }): Refusal => ({ ...fault, place: `line ${String(line)}`, readable: identity, record: null }));
  return { records: [], refusals: [whole, ...shown], warnings: [], coverage: null };
}

function refuseRow(row: Row, fault: XmlFault, exported: Interval | null): Refusal {
  const key = row.cells.get('FACT_MISSING_PERSON_ID')?.text ?? '';
  const order = exported === null ? null : canonicalInstant(exported.from);
  const record = key === '' || key.length > 200 ? null : ({ kind: 'episode', key, part: '', order } as const);
  return { ...fault, readable: identityOf(row, { trustEnd: fault.code !== 'VALUE_INVALID' }), record };
}

/** Without a key, or with an end before its start, an episode can't be trusted to say who is back. */
function faultOf(row: Row, path: string): XmlFault | null {
  const reader = readElement(row, path, []);
  if (reader.key('FACT_MISSING_PERSON_ID') === null) {
    const remedy = 'Give the episode its FACT_MISSING_PERSON_ID.';
    return { code: 'RECORD_KEY_MISSING', place: reader.place(null), reason: 'The episode has no key of its own.', remedy };
  }
  const [start, end] = [reader.time('START_DTTM'), reader.time('END_DTTM')];
  if (start !== null && end !== null && end.until <= start.from) {
    const remedy = 'Correct the time that is wrong.';
    return { code: 'VALUE_INVALID', place: reader.place('END_DTTM'), reason: 'END_DTTM lies before START_DTTM.', remedy };
  }
  return null;
}

function readEpisodes(opened: Opened, exported: Interval, document: AdapterDocument): Parsed<LcsEpisode> {
  const warnings: Warning[] = [];
  const refusals: Refusal[] = [];
  const asks = questionnaire(QUESTIONS, settingsOf(document.settings).questions);
  const taken = opened.episodes.flatMap(({ row, fault }, index) => {
    const path = episodePath(index + 1);
    const found = fault ?? faultOf(row, path);
    if (found !== null) {
      refusals.push(refuseRow(row, found, exported));
      return [];
    }
    const key = row.cells.get('FACT_MISSING_PERSON_ID')?.text ?? '';
    const { forms, refusals: refused } = readForms(row, { episode: key, path, asks, warnings });
    refusals.push(...refused);
    return [{ row, key, path, forms }];
  });
  const linked = linkForms(taken.flatMap(({ forms }) => forms));
  const records = taken.map(({ row, key, path }) => ({
    place: `line ${String(row.line)}, ${path}`,
    record: { row, key, path, exported, forms: linked.get(key) ?? [] },
  }));
  return { records, refusals, warnings, coverage: null };
}

/** One export to its episodes; each is taken or refused by itself. */
export function parse(document: AdapterDocument): Parsed<LcsEpisode> {
  const opened = openExport(document.text);
  if ('code' in opened) {
    return refuseDocument(opened, document.text);
  }
  const { text, line } = opened.exportedAt;
  const exported = timeOf(text);
  if (exported === null || exported.precision === 'DATE') {
    const whole: Refusal = { ...NO_TIME, place: `line ${String(line)}, /LcsExport/ExportedAt`, readable: null, record: null };
    const shown = opened.episodes.map(({ row }, index) => {
      const fault = { ...NO_TIME, place: `line ${String(row.line)}, ${episodePath(index + 1)}` };
      return { ...refuseRow(row, fault, null), readable: identityOf(row, { trustEnd: true }) };
    });
    return { records: [], refusals: [whole, ...shown], warnings: [], coverage: null };
  }
  return readEpisodes(opened, exported, document);
}

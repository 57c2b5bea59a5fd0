import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord } from '../../src/ingest/adapter-contract.ts';
import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import type { MissingRow, PersonRow, PlacementRow, ReturnRow } from './payload.ts';

/** Where a row's statements come from and in which order they count. */
interface Origin {
  readonly order: string;
  readonly place: string;
}

function personStatement(child: string, said: { readonly part: string; readonly payload: PersonPayload }, origin: Origin): DraftObservation {
  return { subjectKey: child, record: { kind: 'person', key: child }, act: 'correct', kind: 'person', ...said, ...origin };
}

function mapPerson(row: PersonRow, origin: Origin): Omit<Mapped, 'warnings'> {
  const said = { part: row.table, payload: row.person };
  return { observations: [personStatement(row.child, said, origin)], refusals: [], period: null };
}

function mapPlacement(row: PlacementRow, origin: Origin): Omit<Mapped, 'warnings'> {
  const observation: DraftObservation = {
    subjectKey: row.child,
    record: { kind: 'placement', key: row.key },
    part: '',
    act: 'correct',
    kind: 'placement',
    payload: row.placement,
    ...origin,
  };
  const { from, until } = row.placement;
  return { observations: [observation], refusals: [], period: { from: from.from, until: until?.until ?? null } };
}

function mapMissing(row: MissingRow, origin: Origin): Omit<Mapped, 'warnings'> {
  const { child, start, end, dateOfBirth, status } = row;
  const base = { subjectKey: child, record: { kind: 'episode', key: row.key }, part: '', act: 'correct', ...origin } as const;
  const observations: DraftObservation[] = [
    { ...base, kind: 'report', payload: { missingSince: start } },
    { ...base, kind: 'status', payload: { status, at: start } },
  ];
  if (end !== null) {
    observations.push({ ...base, kind: 'returned', payload: { at: end } });
  }
  if (dateOfBirth !== null) {
    // Under the part named by the record's key, so that it goes with the record when a later return lacks the row.
    observations.push(personStatement(child, { part: row.key, payload: { dateOfBirth } }, origin));
  }
  // Its start alone: a return need not repeat an episode that was carried over from the year before.
  return { observations, refusals: [], period: { from: start.from, until: start.until } };
}

function observe(row: ReturnRow, origin: Origin): Omit<Mapped, 'warnings'> {
  switch (row.table) {
    case 'header':
    case 'uasc':
      return mapPerson(row, origin);
    case 'episodes':
      return mapPlacement(row, origin);
    case 'missing':
      return mapMissing(row, origin);
  }
}

/** One row restates the whole of its record, so whatever an earlier return said of it goes. */
export function map(parsed: ParsedRecord<ReturnRow>, document: AdapterDocument): Mapped {
  const origin = { order: document.extracted ?? '', place: parsed.place };
  return { ...observe(parsed.record, origin), warnings: parsed.record.warnings };
}

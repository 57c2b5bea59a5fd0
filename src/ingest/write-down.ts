import { groupBy } from '../domain/fold/group-by.ts';
import { alteredSubjects } from '../store/write/altered-subjects.ts';
import { addAuditEvents, type AuditEvent } from '../store/write/audit-store.ts';
import { childrenShownFor } from '../store/write/picture-store.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
import type { Regrouped } from '../store/write/regrouped-children.ts';
import type { Message, RecordIds } from '../store/write/observation-store.ts';
import type { Writing } from '../store/database.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';

/** Writes down what was collected from each source, and whom it altered; one event for a batch, not for a message. */
export async function writeDownTaken(em: Writing, services: IngestServices, fresh: readonly Message[]): Promise<void> {
  if (fresh.length === 0) {
    return;
  }
  const recordId = recordIds(services);
  const altered = await alteredSubjects(em, fresh);
  const shown = await childrenShownFor(em, [...new Set(fresh.flatMap((message) => subjectsOf(message, recordId)))]);
  const events = [...groupBy(fresh, ({ record }) => JSON.stringify([record.agency, record.system]))].flatMap(([, messages]) =>
    eventsOf(messages, { altered, shown, recordId, at: services.clock() }),
  );
  await addAuditEvents(em, events);
}

/** Writes down whom a full extract altered by what it lacks. */
export async function writeDownLacking(em: Writing, services: IngestServices, lacking: { readonly document: Pick<SourceDocument, 'id' | 'agency' | 'system'>; readonly subjects: readonly string[] }): Promise<void> {
  const { document, subjects } = lacking;
  if (subjects.length === 0) {
    return;
  }
  const shown = await childrenShownFor(em, subjects);
  const children = subjects.map((subject) => shown.get(subject) ?? subject);
  const { id, agency, system } = document;
  await addAuditEvents(em, [{ at: services.clock(), kind: 'ALTERATION', actor: system, agency, role: SENDER, children, body: { documents: [id], lacking: subjects.length } }]);
}

/** Writes down that person records are another child together than before. */
export async function writeDownRegrouped(em: Writing, services: IngestServices, regrouped: readonly Regrouped[]): Promise<void> {
  if (regrouped.length === 0) {
    return;
  }
  const children = regrouped.flatMap(({ child, formerly }) => [child, ...formerly.map((before) => before.child)]);
  await addAuditEvents(em, [{ at: services.clock(), kind: 'COMBINATION', ...HUB, children, body: { children: regrouped } }]);
}

/** In which role a source system acts. */
const SENDER = 'INGEST_CLIENT';
/** What the hub does by itself. */
const HUB = { actor: 'homeward', agency: 'homeward', role: 'HUB' } as const;

interface Taken {
  readonly altered: ReadonlySet<string>;
  /** The child that each person record is shown as. */
  readonly shown: ReadonlyMap<string, string>;
  readonly recordId: RecordIds;
  readonly at: number;
}

function eventsOf(messages: readonly Message[], { altered, shown, recordId, at }: Taken): AuditEvent[] {
  const [first] = messages;
  const event = (kind: AuditEvent['kind'], subjects: readonly string[]): AuditEvent => ({
    at,
    kind,
    actor: first?.record.system ?? '',
    agency: first?.record.agency ?? '',
    role: SENDER,
    children: subjects.map((subject) => shown.get(subject) ?? subject),
    body: { documents: [...new Set(messages.map(({ document }) => document))], messages: messages.length },
  });
  const subjects = messages.flatMap((message) => subjectsOf(message, recordId));
  const changed = subjects.filter((subject) => altered.has(subject));
  return [event('COLLECTION', subjects), ...(changed.length > 0 ? [event('ALTERATION', changed)] : [])];
}

function subjectsOf({ observations }: Message, recordId: RecordIds): string[] {
  return observations.map(({ subject }) => recordId(subject));
}

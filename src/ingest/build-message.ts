import { createHash } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { observationId, type Statement } from '../domain/observation/observation-id.ts';
import type { Observation } from '../domain/observation/observation.ts';
import { readPayload, PAYLOAD_VERSION } from '../domain/observation/payload-schema.ts';
import type { RecordRef } from '../domain/record/record.ts';
import type { Message } from '../store/write/observation-store.ts';
import type { AdapterManifest, DraftObservation, Mapped } from './adapter-contract.ts';

/** Who sent a document, and what read it. */
export interface Source {
  readonly document: string;
  readonly agency: string;
  readonly system: string;
  /** The key space of the system's person keys. */
  readonly personKeys: string;
  readonly manifest: AdapterManifest;
  /** When the hub received the document, in canonical UTC. */
  readonly receivedAt: string;
}

/** What one record of a document says, as a message of its source; null when it says nothing. */
export function buildMessage({ observations, period }: Mapped, place: string, source: Source): Message | null {
  const drafts = source.manifest.order === 'none' ? observations.map((draft) => ({ ...draft, order: source.receivedAt })) : observations;
  // What a record says of the person is said under the matter it is about, if it is about one.
  const leading = drafts.find(({ record }) => record.kind !== 'person') ?? drafts[0];
  if (leading === undefined) {
    return null;
  }
  return {
    record: recordRef(leading, source),
    part: leading.part,
    order: leading.order,
    hash: hashOf(drafts),
    document: source.document,
    place,
    period,
    observations: drafts.map((draft) => observe(draft, source)),
  };
}

/** The same words are the same message wherever in a file they stand. */
function hashOf(drafts: readonly DraftObservation[]): string {
  const words = drafts.map((draft) => ({ ...draft, place: undefined }));
  return createHash('sha256').update(canonicalJson(words)).digest('hex');
}

function observe(draft: DraftObservation, source: Source): Observation {
  const { part, act, kind, order, place } = draft;
  const { agency, personKeys, manifest, document } = source;
  const said = {
    subject: { agency, system: personKeys, kind: 'person', key: draft.subjectKey },
    record: recordRef(draft, source),
    part,
    act,
    kind,
    order,
    payload: readPayload(kind, PAYLOAD_VERSION, draft.payload),
    adapter: manifest.id,
    adapterVersion: manifest.version,
    // The payload was read by the schema of this very kind.
  } as Statement;
  if (!isStorable(said)) {
    throw new HubError('VALUE_INVALID', 'The record holds a character that is no text.');
  }
  return { ...said, id: observationId(said), receivedAt: Date.parse(source.receivedAt), document, place };
}

function recordRef({ record, subjectKey }: DraftObservation, { agency, system, personKeys }: Source): RecordRef {
  return record.kind === 'person'
    ? { agency, system: personKeys, kind: 'person', key: subjectKey }
    : { agency, system, kind: record.kind, key: record.key };
}

/** PostgreSQL stores neither NUL nor half a character. */
const UNSTORABLE = /[\0\p{Cs}]/u;

function isStorable(said: Statement): boolean {
  let storable = true;
  JSON.stringify(said, (_name, value: unknown) => {
    storable &&= typeof value !== 'string' || !UNSTORABLE.test(value);
    return value;
  });
  return storable;
}

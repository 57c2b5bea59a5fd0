import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { ObservationKind, ObservationOf } from './observation.ts';

/** What an observation says, apart from where the hub read it. */
export type Statement = { [K in ObservationKind]: Omit<ObservationOf<K>, 'id' | 'receivedAt' | 'document' | 'place'> }[ObservationKind];

/** The name of what was said: the same words in another document are the same observation. */
export function observationId(said: Statement): string {
  const { subject, record, part, act, kind, order, payload, adapter, adapterVersion } = said;
  const words = canonicalJson([refWords(subject), refWords(record), part, act, kind, order, payload, adapter, adapterVersion]);
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

function refWords(ref: Statement['record']): readonly string[] {
  return [ref.agency, ref.system, ref.kind, ref.key];
}

import type { Observation, ObservationKind } from '../observation/observation.ts';
import type { Word } from './field-statements.ts';
import type { KeptRecord } from './kept-record.ts';
import type { TakenBack } from './standing.ts';
import { sourceOf } from './stated-fields.ts';

/** A record with everything it ever said that speaks of fields: what stands, and what was taken back. */
export interface RecordHistory extends Pick<KeptRecord, 'ref' | 'id'> {
  readonly said: readonly Observation[];
  readonly takenBack: readonly TakenBack[];
}

/** Each thing a record ever said of a field, by the field's name in the picture. */
export function wordsOf({ ref, id, said, takenBack }: RecordHistory): Word[] {
  const told = [...said.map((observation) => ({ said: observation, by: null })), ...takenBack.map((by) => ({ said: by.said, by }))];
  return told.flatMap(({ said: observation, by }) =>
    fieldsOf(observation).flatMap(([field, value]) =>
      // That a source left a field empty and took that back says nothing of the field.
      value === undefined || (value === null && by !== null) ? [] : [{ field, value, source: sourceOf({ ref, id }, observation), takenBack: by }],
    ),
  );
}

type Stated = Readonly<Record<string, unknown>>;
const AS_STATED = (payload: Stated): Stated => payload;
/** What each kind of observation says of fields of the picture. An event without a time does not make a known time unknown. */
const FIELDS: Readonly<Partial<Record<ObservationKind, (payload: Stated) => Stated>>> = {
  person: AS_STATED,
  report: AS_STATED,
  placement: AS_STATED,
  status: ({ status }) => ({ status }),
  risk: ({ risk }) => ({ risk: risk ?? undefined }),
  located: ({ at, place }) => ({ locatedAt: at ?? undefined, locatedPlace: place }),
  returned: ({ at, to, method }) => ({ returnedAt: at ?? undefined, returnedTo: to, returnMethod: method }),
  safeAndWell: ({ outcome, at }) => ({ safeAndWellOutcome: outcome, safeAndWellAt: at ?? undefined }),
};

function fieldsOf({ kind, payload }: Observation): [field: string, value: unknown][] {
  // Safe: every payload is an object.
  return Object.entries(FIELDS[kind]?.(payload as unknown as Stated) ?? {});
}

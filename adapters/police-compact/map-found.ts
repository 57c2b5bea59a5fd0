import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { LocatedPayload, ReturnedPayload, SafeAndWellPayload } from '../../src/domain/observation/observation.ts';
import { safeAndWellOf } from './codes.ts';
import { saidOfReport, type MessageName } from './name-message.ts';
import { stated, type FieldReader } from './read-fields.ts';

function returnedPayload(reader: FieldReader): ReturnedPayload | null {
  const at = reader.time('Found/WhenReturned');
  const to = reader.text('Found/ReturnedTo');
  // How the child came back says nothing until it is said that they did.
  if (at === undefined && to === undefined) {
    return null;
  }
  return { at: at ?? null, ...stated({ to, method: reader.text('Found/ReturnMethod') }) };
}

function locatedPayload(name: MessageName, reader: FieldReader): LocatedPayload | null {
  const at = reader.time('Found/WhenTraced');
  const place = reader.text('Found/TracedLocation');
  if (at === undefined && place === undefined && name.type !== 'FOUND') {
    return null;
  }
  return { at: at ?? null, ...stated({ place }) };
}

function safeAndWellPayload(reader: FieldReader): SafeAndWellPayload | null {
  const outcome = reader.code('Found/SafeAndWell/@status', safeAndWellOf);
  if (outcome === undefined) {
    return null;
  }
  const at = reader.time('Found/SafeAndWell/@at') ?? null;
  return { outcome, at, ...stated({ summary: reader.text('Found/SafeAndWell/Summary') }) };
}

/** Traced and returned are two facts: police often know the first and not the second, and only what is stated is said. */
export function mapFound(name: MessageName, reader: FieldReader): DraftObservation[] {
  const base = saidOfReport(name, 'Found');
  const located = locatedPayload(name, reader);
  const returned = returnedPayload(reader);
  const safeAndWell = safeAndWellPayload(reader);
  const observations: (DraftObservation | null)[] = [
    located && { ...base, kind: 'located', payload: located },
    returned && { ...base, kind: 'returned', payload: returned },
    safeAndWell && { ...base, kind: 'safeAndWell', payload: safeAndWell },
  ];
  return observations.filter((observation) => observation !== null);
}

import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { LocatedPayload, ReportPayload, ReturnedPayload, RiskPayload, StatusPayload } from '../../src/domain/observation/observation.ts';
import { riskOf, statusOf, yesNoOf } from './codes.ts';
import { mapPerson } from './map-person.ts';
import { saidOf, type MessageName } from './name-message.ts';
import { stated, type MessageReader } from './read-message.ts';

function reportPayload(reader: MessageReader): ReportPayload {
  return stated({
    missingSince: reader.time('MissingNotification/MissingSince'),
    reportedAt: reader.time('MissingNotification/ReportedAt'),
    reportedBy: reader.text('MissingNotification/ReportedBy'),
    missingFrom: reader.text('MissingNotification/MissingFrom'),
    circumstances: reader.text('MissingNotification/Circumstances'),
    lastSeenAt: reader.time('MissingNotification/LastSeenAt'),
    lastSeenWith: reader.text('MissingNotification/LastSeenWith'),
    lastSeenPlace: reader.text('MissingNotification/LastSeenPlace'),
    actionsTaken: reader.text('MissingNotification/ActionsTaken'),
    riskFactors: reader.text('MissingNotification/RiskFactors'),
    informedPersons: reader.text('MissingNotification/InformedPersons'),
    incidentRef: reader.text('MissingNotification/PoliceReference'),
  });
}

/** The risk, as of the message unless it says when; an unknown word is kept as it came, without a grade: a guess could be too low. */
function riskPayload({ sent }: MessageName, reader: MessageReader): RiskPayload | null {
  const word = reader.text('MissingNotification/Risk');
  if (word === undefined) {
    return null;
  }
  const risk = riskOf(word);
  if (risk === null) {
    reader.remark({ code: 'RISK_UNKNOWN', path: 'MissingNotification/Risk', reason: 'This word is no risk level the hub knows; it is shown as it came, without a grade.' });
  }
  return { risk, word, at: reader.time('MissingNotification/RiskAt') ?? sent, ...stated({ passedOn: reader.code('MissingNotification/RiskPassedOn', yesNoOf) }) };
}

function locatedPayload(reader: MessageReader): LocatedPayload | null {
  const at = reader.time('MissingNotification/LocatedAt');
  const place = reader.text('MissingNotification/LocatedPlace');
  return at === undefined && place === undefined ? null : { at: at ?? null, ...stated({ place }) };
}

/** A child is back where the message says when or to where: how they came says nothing by itself, nor does a time nobody can read. */
function returnedPayload(reader: MessageReader): ReturnedPayload | null {
  const at = reader.time('MissingNotification/ReturnedAt');
  const to = reader.text('MissingNotification/ReturnedTo');
  if (at === undefined && to === undefined) {
    return null;
  }
  return { at: at ?? null, ...stated({ to, method: reader.text('MissingNotification/ReturnMethod') }) };
}

/** A child is missing by the very message, unless it says away, or where they were found. */
function statusPayload(reader: MessageReader, found: boolean): StatusPayload | null {
  const said = reader.code('MissingNotification/Status', statusOf);
  const status = said ?? (found ? null : 'MISSING');
  return status === null ? null : { status, at: reader.time('MissingNotification/MissingSince') ?? null };
}

/** That a child is missing or away, where they were found, and that they are back: each only as far as it is said. */
export function mapMissing(name: MessageName, reader: MessageReader): DraftObservation[] {
  const episode = { kind: 'episode', key: reader.key('MissingNotification/EpisodeKey') } as const;
  const base = saidOf(name, episode, 'MissingNotification');
  const [located, returned] = [locatedPayload(reader), returnedPayload(reader)];
  const status = statusPayload(reader, located !== null || returned !== null);
  const report = reportPayload(reader);
  const risk = riskPayload(name, reader);
  const observations: (DraftObservation | null)[] = [
    Object.keys(report).length === 0 ? null : { ...base, kind: 'report', payload: report },
    status && { ...base, kind: 'status', payload: status },
    risk && { ...base, kind: 'risk', payload: risk },
    located && { ...base, kind: 'located', payload: located },
    returned && { ...base, kind: 'returned', payload: returned },
    mapPerson(name, reader, episode),
  ];
  return observations.filter((observation) => observation !== null);
}

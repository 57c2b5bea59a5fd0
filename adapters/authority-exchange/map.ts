import { HubError } from '../../src/domain/errors.ts';
import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord } from '../../src/ingest/adapter-contract.ts';
import { exchangeFormat } from './check-document.ts';
import { readIdentity, readRefusedRecord } from './identity.ts';
import { mapAssessment } from './map-assessment.ts';
import { mapAssessmentRequest } from './map-assessment-request.ts';
import { mapInterview } from './map-interview.ts';
import { mapMissing } from './map-missing.ts';
import { mapPlacement } from './map-placement.ts';
import { mapWithdrawal } from './map-withdrawal.ts';
import { nameMessage, type MessageName } from './name-message.ts';
import type { ExchangeMessage, MessageType } from './payload.ts';
import { MessageReader } from './read-message.ts';

type Observe = (name: MessageName, reader: MessageReader, document: AdapterDocument) => DraftObservation[];
const OBSERVE: Readonly<Record<MessageType, Observe>> = {
  PLACEMENT_NOTIFICATION: mapPlacement,
  MISSING_NOTIFICATION: mapMissing,
  RISK_ASSESSMENT: mapAssessment,
  RISK_ASSESSMENT_REQUEST: mapAssessmentRequest,
  COMPLETED_INTERVIEW: mapInterview,
  WITHDRAWAL: mapWithdrawal,
};

/** One message to what it says; remarks get their line only here, since most messages have none. */
export function map({ record }: ParsedRecord<ExchangeMessage>, document: AdapterDocument): Mapped {
  const reader = new MessageReader(record);
  try {
    const name = nameMessage(reader, document);
    const observations = OBSERVE[name.type](name, reader, document);
    return { observations, refusals: [], warnings: warningsOf(reader, document.text), period: null };
  } catch (error) {
    if (error instanceof HubError) {
      return refuse(error, document.text);
    }
    throw error;
  }
}

function warningsOf({ remarks }: MessageReader, text: string): Mapped['warnings'] {
  const places = remarks.length === 0 ? [] : exchangeFormat.locate(text, remarks.map(({ path }) => path));
  return remarks.map(({ code, path, reason }, index) => ({ code, place: places[index] ?? path, reason }));
}

function refuse({ code, message, details: { path = '', remedy = '' } }: HubError, text: string): Mapped {
  const place = exchangeFormat.locate(text, [String(path)]).join();
  const refusal = { code, place, reason: message, remedy: String(remedy), readable: readIdentity(text), record: readRefusedRecord(text) };
  return { observations: [], refusals: [refusal], warnings: [], period: null };
}

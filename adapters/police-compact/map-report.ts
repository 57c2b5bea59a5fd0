import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { ReportPayload, RiskPayload } from '../../src/domain/observation/observation.ts';
import { riskOf } from './codes.ts';
import { saidOfReport, type MessageName } from './name-message.ts';
import type { CompactPath } from './payload.ts';
import { stated, type FieldReader } from './read-fields.ts';

function reportPayload(reader: FieldReader): ReportPayload {
  const initialRiskWord = reader.text('Report/InitialRiskLevel');
  return stated({
    missingSince: reader.time('Report/MissingSince'),
    reportedAt: reader.time('Report/DateReportedMissing'),
    reportedBy: reader.text('Report/ReportedMissingBy'),
    missingFrom: reader.text('Report/MissingFrom'),
    circumstances: reader.text('Report/Circumstances'),
    lastSeenAt: reader.time('LastSeen/At'),
    lastSeenWith: reader.text('LastSeen/With'),
    lastSeenPlace: reader.text('LastSeen/Place'),
    actionsTaken: reader.text('ActionsTaken'),
    riskFactors: reader.text('RiskFactors'),
    informedPersons: reader.text('InformedPersons'),
    incidentRef: reader.text('IncidentRef'),
    initialRisk: initialRiskWord === undefined ? undefined : readRisk('Report/InitialRiskLevel', initialRiskWord, reader),
    initialRiskWord,
    previousMissingCount: reader.count('PreviousMissing/Count'),
    protectiveMarking: reader.text('Header/ProtectiveMarking'),
  });
}

/** An unknown word is kept as it came, without a grade: a guess could be too low. */
function readRisk(path: CompactPath, word: string, reader: FieldReader): RiskPayload['risk'] {
  const risk = riskOf(word);
  if (risk === null) {
    reader.remark('RISK_UNKNOWN', path, 'This word is no risk level the hub knows; it is shown as it came, without a grade.');
  }
  return risk;
}

/** The current level as of the message; a first report without one has its initial level as of the report. */
function riskPayload(name: MessageName, reader: FieldReader): RiskPayload | null {
  const sent = reader.time('Header/SentAt');
  const current = reader.text('Report/CurrentRiskLevel');
  if (current !== undefined && sent !== undefined) {
    return { risk: readRisk('Report/CurrentRiskLevel', current, reader), word: current, at: sent };
  }
  const initial = reader.text('Report/InitialRiskLevel');
  const at = reader.time('Report/DateReportedMissing') ?? sent;
  if (initial === undefined || name.type !== 'MISSING' || at === undefined) {
    return null;
  }
  return { risk: riskOf(initial), word: initial, at };
}

/** What the message says of the report: its facts, that the child is missing, and the risk. */
export function mapReport(name: MessageName, reader: FieldReader): DraftObservation[] {
  const base = saidOfReport(name, 'Report');
  const observations: DraftObservation[] = [];
  const report = reportPayload(reader);
  if (Object.keys(report).length > 0) {
    observations.push({ ...base, kind: 'report', payload: report });
  }
  if (name.type === 'MISSING' || name.type === 'UPDATE') {
    const at = reader.time('Report/MissingSince') ?? null;
    observations.push({ ...base, kind: 'status', payload: { status: 'MISSING', at } });
  }
  const risk = riskPayload(name, reader);
  if (risk !== null) {
    observations.push({ ...base, kind: 'risk', payload: risk });
  }
  return observations;
}

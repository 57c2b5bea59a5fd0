import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { RiskAssessmentPayload } from '../../src/domain/observation/observation.ts';
import { riskOf } from './codes.ts';
import { mapPerson } from './map-person.ts';
import { saidOf, type MessageName } from './name-message.ts';
import type { MessageReader } from './read-message.ts';

/** The word stays as it came; one the scale does not have gets no grade. */
function gradeOf(reader: MessageReader): Pick<RiskAssessmentPayload, 'risk' | 'word'> {
  const word = reader.text('RiskAssessment/Level') ?? '';
  const risk = riskOf(word);
  if (risk === null) {
    reader.remark({ code: 'RISK_UNKNOWN', path: 'RiskAssessment/Level', reason: 'There is no risk level here that the hub knows; what stands here is shown as it came, without a grade.' });
  }
  return { risk, word };
}

/** The placing authority's own assessment, which a host consults (BHM). */
export function mapAssessment(name: MessageName, reader: MessageReader): DraftObservation[] {
  const assessment = { kind: 'riskAssessment', key: reader.key('RiskAssessment/AssessmentKey') } as const;
  const payload: RiskAssessmentPayload = {
    episodes: [],
    episodeKeys: reader.all('RiskAssessment/EpisodeKeys/EpisodeKey'),
    at: reader.neededTime('RiskAssessment/At'),
    ...gradeOf(reader),
    factors: reader.textOrNull('RiskAssessment/Factors'),
    plan: reader.textOrNull('RiskAssessment/Plan'),
    assessor: reader.textOrNull('RiskAssessment/Assessor'),
    validUntil: reader.time('RiskAssessment/ValidUntil') ?? null,
  };
  return [{ ...saidOf(name, assessment, 'RiskAssessment'), kind: 'riskAssessment', payload }, mapPerson(name, reader, assessment)];
}

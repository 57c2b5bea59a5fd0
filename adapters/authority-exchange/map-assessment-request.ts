import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import { saidOf, type MessageName } from './name-message.ts';
import type { MessageReader } from './read-message.ts';

/**
 * That the sender asks for the risk assessment of whoever placed the child (BHM). It says nothing of the child: whose they are and that they
 * are missing is said by the message of the episode, which may come in either order.
 */
export function mapAssessmentRequest(name: MessageName, reader: MessageReader): DraftObservation[] {
  const episodeKey = reader.key('RiskAssessmentRequest/EpisodeKey');
  const payload = {
    episodeKey,
    of: reader.key('RiskAssessmentRequest/AskedOf'),
    at: reader.neededTime('RiskAssessmentRequest/AskedAt'),
    dueBy: reader.neededTime('RiskAssessmentRequest/DueBy'),
  };
  return [{ ...saidOf(name, { kind: 'person', key: name.child }, 'RiskAssessmentRequest'), part: `asked:${episodeKey}`, kind: 'assessmentAsked', payload }];
}

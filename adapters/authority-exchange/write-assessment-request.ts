import type { Outgoing } from '../../src/exchange/render-contract.ts';
import { cannotSay } from '../../src/exchange/render-contract-matter.ts';
import { plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { element, section, type XmlPart } from '../../src/exchange/render-contract-xml.ts';

/** Who is asked for its assessment, for which episode, and by when. */
export function writeAssessmentRequest({ asks }: Outgoing): XmlPart[] {
  if (asks === null) {
    throw cannotSay('The message asks for nothing.');
  }
  const { episodeKey, of, at, dueBy } = asks;
  return section('RiskAssessmentRequest', element('EpisodeKey', plainKey(episodeKey)), element('AskedOf', of), element('AskedAt', statedTime(at)), element('DueBy', statedTime(dueBy)));
}

import type { Interval } from '../../src/domain/observation/source-time.ts';
import type { Outgoing, OutgoingEpisode } from '../../src/exchange/render-contract.ts';
import { cannotSay } from '../../src/exchange/render-contract-matter.ts';
import { plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { element, section, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { riskOf, yesNo } from './codes.ts';

/** The one episode of the message. */
export function writeMissing({ episodes }: Outgoing): XmlPart[] {
  const [episode, second] = episodes;
  if (episode === undefined || second !== undefined) {
    throw cannotSay('A missing notification is of one episode.');
  }
  return section('MissingNotification', element('EpisodeKey', plainKey(episode.key)), ofReport(episode), ofRisk(episode), ofEnd(episode));
}

/** Of several statuses the last, which holds now. */
function ofReport({ statuses, report = {} }: OutgoingEpisode): XmlPart[] {
  const status = statuses.at(-1) ?? statuses[0];
  return [
    ...element('Status', status.status),
    ...element('MissingSince', statedTime(report.missingSince ?? status.at)),
    ...element('ReportedAt', statedTime(report.reportedAt)),
    ...element('ReportedBy', report.reportedBy),
    ...element('MissingFrom', report.missingFrom),
    ...element('Circumstances', report.circumstances),
    ...element('LastSeenAt', statedTime(report.lastSeenAt)),
    ...element('LastSeenWith', report.lastSeenWith),
    ...element('LastSeenPlace', report.lastSeenPlace),
    ...element('ActionsTaken', report.actionsTaken),
    ...element('RiskFactors', report.riskFactors),
    ...element('InformedPersons', report.informedPersons),
    ...element('PoliceReference', report.incidentRef),
  ];
}

/** The source's own word, unless this format would read another risk in it. */
function ofRisk({ risk }: OutgoingEpisode): XmlPart[] {
  if (risk === undefined) {
    return [];
  }
  const word = element('Risk', riskOf(risk.word) === risk.risk ? risk.word : risk.risk);
  return [...word, ...element('RiskAt', statedTime(risk.at)), ...element('RiskPassedOn', yesNo(risk.passedOn))];
}

/** A reader takes the child for found or back where the message says when or where: without either it would say that they are missing. */
function isSaid(at: Interval | null, place: string | null | undefined): boolean {
  return at !== null || (place ?? null) !== null;
}

function ofEnd({ located, returned }: OutgoingEpisode): XmlPart[] {
  const isAllSaid = (located === undefined || isSaid(located.at, located.place)) && (returned === undefined || isSaid(returned.at, returned.to));
  if (!isAllSaid) {
    throw cannotSay('That the child was found or is back is known, but neither when nor where; a message has no way to say that alone.');
  }
  return [
    ...element('LocatedAt', statedTime(located?.at)),
    ...element('LocatedPlace', located?.place),
    ...element('ReturnedAt', statedTime(returned?.at)),
    ...element('ReturnedTo', returned?.to),
    ...element('ReturnMethod', returned?.method),
  ];
}

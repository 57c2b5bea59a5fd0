import type { Outgoing, OutgoingIntelligence, Renderer } from '../../src/exchange/render-contract.ts';
import { cannotSay, contentOf, fileNamed, matterOf } from '../../src/exchange/render-contract-matter.ts';
import { neededTime, plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { element, section, xmlBytes, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { ENTITY_KIND } from './codes.ts';
import { LOSSES } from './losses.ts';
import { ENTITIES, ROOT } from './payload.ts';

/** Only the item and what finds its child: nothing else belongs in a report; a withdrawn one is named, and nobody in it. */
function sayable(outgoing: Outgoing): Outgoing {
  const child = matterOf(outgoing) === 'RETRACTION' ? { key: outgoing.child.key } : outgoing.child;
  return { ...outgoing, child, episodes: [], offers: [], interview: null };
}

/** The report as a message about it. */
interface Said {
  readonly act: 'REPORT' | 'CORRECTION' | 'WITHDRAWAL';
  readonly reference: string;
  readonly item: OutgoingIntelligence | null;
}

function saidIn({ act, intelligence, withdrawn }: Outgoing): Said {
  const taken = withdrawn.find(({ kind }) => kind === 'intelligence');
  if (act === 'retract' && taken !== undefined && withdrawn.length === 1) {
    return { act: 'WITHDRAWAL', reference: taken.key, item: null };
  }
  if (act === 'retract' || intelligence === null) {
    throw cannotSay('A report is of one item of intelligence, or takes one back.');
  }
  return { act: act === 'correct' ? 'CORRECTION' : 'REPORT', reference: intelligence.key, item: intelligence };
}

function header({ messageId, sentAt }: Outgoing, { act, reference, item }: Said): XmlPart[] {
  const named = [...element('MessageId', plainKey(messageId)), ...element('Act', act), ...element('Reference', plainKey(reference))];
  return section('Header', named, element('SentAt', sentAt), element('ProtectiveMarking', item?.protectiveMarking));
}

function childOf({ key, nhsNumber, givenName, familyName, dateOfBirth }: Outgoing['child']): XmlPart[] {
  return section(
    'Child',
    element('PersonId', plainKey(key)),
    element('NHSNumber', nhsNumber),
    element('GivenName', givenName),
    element('Surname', familyName),
    element('DateOfBirth', statedTime(dateOfBirth)),
  );
}

function gradeOf({ grade }: OutgoingIntelligence): XmlPart[] {
  const recipients = (grade.recipients ?? []).flatMap((recipient) => element('Recipient', recipient));
  return section(
    'Grade',
    element('SourceEvaluation', grade.sourceEvaluation),
    element('IntelligenceAssessment', grade.assessment),
    element('HandlingCode', grade.handling),
    element('Conditions', grade.conditions),
    element('Result', grade.result),
    element('ResultWords', grade.resultWords),
    section('Recipients', recipients),
  );
}

function bodyOf(item: OutgoingIntelligence): XmlPart[] {
  const intelligence = section(
    'Intelligence',
    element('Topic', item.topic),
    element('Urgency', item.urgency),
    element('KnownAt', neededTime(item.at)),
    element('Area', item.area),
    element('Content', contentOf(item)),
    element('SanitisedText', item.grade.sanitisedText),
    element('InterviewId', item.interview),
  );
  return [...gradeOf(item), ...intelligence, ...section('Provenance', element('Source', item.source)), ...namedIn(item)];
}

function namedIn({ namedPeople = [], entities = [] }: OutgoingIntelligence): XmlPart[] {
  const people = namedPeople.map(({ name, dateOfBirth, category, reviewOn }) =>
    section('Subject', element('Name', name), element('DateOfBirth', dateOfBirth), element('Category', category), element('ReviewOn', reviewOn)),
  );
  const things = entities.map(({ kind, value }) => ENTITIES.filter((name) => ENTITY_KIND[name] === kind).flatMap((name) => element(name, value)));
  return [...section('Subjects', ...people), ...section('Entities', ...things)];
}

/** Writes a report for a force's intelligence bureau. */
export const renderer: Renderer = {
  sayable,
  losses: () => LOSSES,
  render(given) {
    const outgoing = sayable(given);
    const said = saidIn(outgoing);
    const inside = [...header(outgoing, said), ...childOf(outgoing.child), ...(said.item === null ? [] : bodyOf(said.item))];
    const bytes = xmlBytes({ name: ROOT, attributes: { schemaVersion: '1' }, inside });
    return fileNamed(given, { adapter: 'police-intelligence', mediaType: 'application/xml', bytes });
  },
};

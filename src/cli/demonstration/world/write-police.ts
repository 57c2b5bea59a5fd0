import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import { oneFile, type DemonstrationDocument } from '../demonstration-document.ts';
import { policeMessage, utc, type PoliceStory } from '../police-message.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { World, WorldChild, WorldEpisode } from './world.ts';

const MINUTE = 60_000;
const CODES = { northmere: 'E99000001', southvale: 'E99000002' } as const;
const METHODS = ['Brought back by police', 'Came back alone', 'Fetched by family'] as const;

/** One message the force sent, before anything went wrong with it. */
interface Message {
  readonly story: PoliceStory & { readonly sentAt: number };
  readonly child: WorldChild;
}

/** The force's messages about every report, as they came: some early, twice, cut off, and sent again. */
export function writePolice(world: World): DemonstrationDocument[] {
  const reports = world.children.flatMap((child) => child.episodes.flatMap((episode) => messagesOf(world.now, child, episode)));
  const taken = world.mistaken.flatMap(({ child, misper, at }) => mistakenMessages(child, misper, at));
  const sent = [...reports, ...taken].sort((one, other) => turn(one, world) - turn(other, world) || one.story.sentAt - other.story.sentAt);
  return withEarly(sent, world.seed).flatMap((message, place) => asSent(message, { place, chance: chanceOf(`${world.seed} message ${String(place)}`) }));
}

/** What is long past is sent child by child, as a back-fill is; what happened of late as it happened. */
function turn({ child, story }: Message, { now }: World): number {
  return story.sentAt < now - 3 * DAY ? child.number : Infinity;
}

function messagesOf(now: number, child: WorldChild, episode: WorldEpisode): Message[] {
  const { misper, from, raised } = episode;
  if (misper === null) {
    return [];
  }
  const tell = (type: PoliceStory['type'], sentAt: number, sections: PoliceStory['sections']): Message => ({ child, story: { force: '99', messageId: '', type, misper, sentAt, sections } });
  const reported = from + 40 * MINUTE;
  const wrong = episode.corrected ? from - HOUR : from;
  const missing = tell('MISSING', reported, { Report: report(episode, wrong), ...personOf(child), ...careOf(child), LastSeen: { At: utc(wrong), With: 'An invented friend', Place: 'Bus station, Invented Street' } });
  const update = tell('UPDATE', reported + 70 * MINUTE, { Report: { CurrentRiskLevel: raised ?? episode.risk, MissingSince: utc(from) }, Person: { PersonId: personId(child) } });
  const updated = raised !== null || episode.corrected ? [update] : [];
  const ended = foundSections(child, episode).map(({ at, Found }) => tell('FOUND', at, { Person: { PersonId: personId(child) }, Found }));
  return [missing, ...updated, ...ended].filter(({ story }) => story.sentAt <= now);
}

/** Traced and back: often one message tells of both, when the child is back, and sometimes none tells of the return. */
function foundSections(child: WorldChild, episode: WorldEpisode): readonly { at: number; Found: Readonly<Record<string, string>> }[] {
  const { number, located, returned, policeSaysReturned } = episode;
  const saysBack = returned !== null && (policeSaysReturned || !child.knownToPolice);
  const apart = !saysBack || number % 3 === 0;
  const traced = located !== null && apart ? [{ at: located + 5 * MINUTE, Found: { WhenTraced: utc(located), TracedLocation: 'Southvale retail park' } }] : [];
  return saysBack ? [...traced, { at: returned + 10 * MINUTE, Found: backOf(episode, returned) }] : traced;
}

function report({ risk, from }: WorldEpisode, since: number): Readonly<Record<string, string>> {
  return {
    InitialRiskLevel: risk,
    CurrentRiskLevel: risk,
    MissingSince: utc(since),
    DateReportedMissing: utc(from + 30 * MINUTE),
    ReportedMissingBy: 'Carer on shift',
    Circumstances: 'Did not come back when expected and does not answer the phone.',
  };
}

function backOf({ number, located }: WorldEpisode, returned: number): Readonly<Record<string, string>> {
  const method = METHODS[number % METHODS.length] ?? METHODS[0];
  return { ...(located === null ? {} : { WhenTraced: utc(located) }), WhenReturned: utc(returned), ReturnedTo: 'Home or placement', ReturnMethod: method };
}

/** The force's own key of a child. */
export const personId = ({ number }: WorldChild): string => `P-W${String(number).padStart(5, '0')}`;

function personOf(child: WorldChild): PoliceStory['sections'] {
  const { givenName, familyName, birthAtPolice, gender, ethnicity, nhsNumber, knownToPolice, number } = child;
  return {
    Person: {
      PersonId: personId(child),
      ...(nhsNumber !== null && knownToPolice ? { NHSNumber: nhsNumber } : {}),
      GivenName: givenName,
      Surname: familyName,
      DateOfBirth: birthAtPolice,
      Gender: gender,
      Ethnicity: ethnicity,
      HomeAddress: `${String(number)} Invented Street, ZZ1 1AA`,
      Telephone: `01632 96${String(number % 10_000).padStart(4, '0')}`,
      Build: number % 2 === 0 ? 'Slim' : 'Medium',
      HairColour: number % 3 === 0 ? 'Brown' : 'Black',
    },
  };
}

/** A force that was told whose child it is quotes the authority's own number. */
function careOf({ authority, key, placements, knownToPolice }: WorldChild): PoliceStory['sections'] {
  const urn = placements.at(-1)?.home.urn ?? '';
  return { Care: { PlacingAuthority: CODES[authority], PlacementURN: urn, ...(knownToPolice ? { ResponsibleAuthorityChildId: key } : {}) } };
}

function mistakenMessages(child: WorldChild, misper: string, at: number): Message[] {
  const story = { force: '99', messageId: '', misper };
  const Report = { InitialRiskLevel: 'Low', MissingSince: utc(at), DateReportedMissing: utc(at + 30 * MINUTE) };
  return [
    { child, story: { ...story, type: 'MISSING', sentAt: at + HOUR, sections: { Report, ...personOf(child), ...careOf(child) } } },
    { child, story: { ...story, type: 'CANCEL', sentAt: at + 3 * HOUR, sections: { Person: { PersonId: personId(child) } } } },
  ];
}

/** Some messages overtake the one before, so that a "found" may come before its "missing". */
function withEarly(sent: readonly Message[], seed: string): Message[] {
  const chance = chanceOf(`${seed} early`);
  const order = [...sent];
  for (const [place, message] of sent.entries()) {
    const first = order.findIndex(({ story }) => story.misper === message.story.misper);
    if (message.story.type === 'FOUND' && first !== -1 && first < place && chance.happens(0.05)) {
      order.splice(place, 1);
      order.splice(first, 0, message);
    }
  }
  return order;
}

interface Sending {
  readonly place: number;
  readonly chance: Chance;
}

/** A message with what went wrong on its way; whatever was refused was mended and sent again. */
function asSent({ story }: Message, { place, chance }: Sending): DemonstrationDocument[] {
  const name = `W${String(place + 1).padStart(5, '0')}-${story.type.toLowerCase()}`;
  const text = policeMessage({ ...story, messageId: name });
  const good = file(`${name}.xml`, text);
  if (chance.happens(0.015)) {
    return [file(`${name}-cut-off.xml`, text.slice(0, Math.floor(text.length * 0.8)), { DOCUMENT_MALFORMED: 1 }), good];
  }
  if (chance.happens(0.01)) {
    return [file(`${name}-without-time.xml`, text.replace(/(<SentAt>.{10})[^<]*/, '$1'), { VALUE_INVALID: 1 }), good];
  }
  if (chance.happens(0.008)) {
    return [file(`${name}-unknown-type.xml`, text.replace(/<MessageType>[A-Z]+/, '<MessageType>WITHDRAWN'), { DOCUMENT_SCHEMA: 1 }), good];
  }
  return chance.happens(0.02) ? [good, file(`${name}-again.xml`, text)] : [good];
}

function file(name: string, text: string, refused: DemonstrationDocument['refused'] = {}): DemonstrationDocument {
  return oneFile({ adapter: 'police-compact', system: 'mereshire-compact', extracted: null, name, text, refused });
}

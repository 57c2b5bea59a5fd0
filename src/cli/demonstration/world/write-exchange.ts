import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import type { DemonstrationDocument } from '../demonstration-document.ts';
import { exchangeFile, type ExchangeStory } from '../exchange-message.ts';
import { utc } from '../police-message.ts';
import { WITHOUT_TIME } from '../spoilt.ts';
import type { XmlTree } from '../xml-text.ts';
import { londonDay } from './london-text.ts';
import type { World, WorldAuthority, WorldChild, WorldEpisode, WorldPlacement } from './world.ts';

const CODES = { northmere: 'E99000001', southvale: 'E99000002' } as const;
/** Which homes lie in the area of each. */
const HOMES: Readonly<Record<WorldAuthority, readonly string[]>> = { northmere: ['SC900002'], southvale: ['SC900001', 'SC900003'] };
/** The host keeps the child under a number of its own. */
const HOSTED_KEYS = { northmere: 'NM-H-', southvale: 'SV-H-' } as const;

/** A child whom one authority placed in a home in the other's area. */
interface PlacedAcross {
  readonly child: WorldChild;
  readonly placement: WorldPlacement;
  readonly host: WorldAuthority;
  readonly now: number;
}

/** What two authorities' hubs tell each other of the children whom each placed with the other. */
export function writeExchange({ children, now }: World): DemonstrationDocument[] {
  const across = children.flatMap((child) => acrossOf(child, now));
  return across.flatMap((placed, place) => {
    const stories = [...placingTells(placed), ...hostTells(placed)].filter(({ sentAt }) => sentAt <= now);
    const files = stories.map((story) => exchangeFile(story));
    const [first] = stories;
    // Of every third what came last came first; every eighth began with a message that had no time.
    const sent = place % 3 === 0 ? files.toReversed() : files;
    return place % 8 === 0 && first !== undefined ? [exchangeFile(first, WITHOUT_TIME), ...sent] : sent;
  });
}

function acrossOf(child: WorldChild, now: number): PlacedAcross[] {
  const placement = child.placements.at(-1);
  const host = child.authority === 'northmere' ? 'southvale' : 'northmere';
  return placement !== undefined && HOMES[host].includes(placement.home.urn) && child.knownToPolice ? [{ child, placement, host, now }] : [];
}

const padded = ({ number }: WorldChild): string => String(number).padStart(5, '0');
const nameOf = ({ givenName: GivenName, familyName: Surname, birth: DateOfBirth }: WorldChild): XmlTree => ({ GivenName, Surname, DateOfBirth });

/** The agreement, and of every fourth child how likely they come to harm; the yearly return has the placement itself. */
function placingTells({ child, placement, host }: PlacedAcross): ExchangeStory[] {
  const { authority, key, number, restricted } = child;
  const of = { system: `${authority}-hub`, child: { ...nameOf(child), ChildKey: key, HostAuthority: CODES[host], ...(restricted ? { Restricted: 'YES' } : {}) } } as const;
  const agreement = { AgreementKey: `PA-${padded(child)}`, From: londonDay(placement.from), URN: placement.home.urn, HostAuthority: CODES[host], HostOfficer: 'An invented officer', HostContact: '01632 960902', WhoInterviews: 'The host', ResultHow: 'From hub to hub', ResultBy: 'Two working days' };
  const assessment = { AssessmentKey: `RA-${padded(child)}`, At: utc(placement.from + 7 * DAY), Level: number % 8 === 0 ? 'Low' : 'Medium', Factors: 'Knows nobody near the home yet.', Plan: 'Ring the allocated social worker.', Assessor: 'An invented social worker' };
  return [
    { ...of, messageId: `PA-${padded(child)}-1`, sentAt: placement.from + DAY, matter: 'PlacementNotification', says: { PlacementAgreement: agreement } },
    ...(number % 4 === 0 ? [{ ...of, messageId: `RA-${padded(child)}-1`, sentAt: placement.from + 7 * DAY, matter: 'RiskAssessment', says: assessment } as const] : []),
  ];
}

/** That the child is missing from the host's area, of the latest episode and not long ago; and back, by a clock of its own. */
function hostTells({ child, host, now }: PlacedAcross): ExchangeStory[] {
  const latest = child.episodes.at(-1);
  if (latest === undefined || latest.kind === 'AWAY' || latest.from < now - 10 * DAY) {
    return [];
  }
  const { authority, key } = child;
  const of = { system: `${host}-hub`, child: { ...nameOf(child), ChildKey: `${HOSTED_KEYS[host]}${padded(child)}`, ResponsibleAuthority: CODES[authority], ResponsibleAuthorityChildId: key, HostAuthority: CODES[host] } } as const;
  const EpisodeKey = `EP-${String(latest.number)}`;
  const missing: ExchangeStory = { ...of, messageId: `${EpisodeKey}-1`, sentAt: latest.from + HOUR, matter: 'MissingNotification', says: { EpisodeKey, MissingSince: utc(latest.from), Risk: 'Medium' } };
  const { returned } = latest;
  const back = returned === null ? [] : [{ ...of, messageId: `${EpisodeKey}-2`, sentAt: returned + 4 * HOUR, matter: 'MissingNotification', says: { EpisodeKey, ...endOf(latest, returned) } } as const];
  return [missing, ...back];
}

function endOf({ located, number }: WorldEpisode, returned: number): XmlTree {
  return { ...(located === null ? {} : { LocatedAt: utc(located) }), ReturnedAt: utc(number % 2 === 0 ? returned + 3 * HOUR : returned), ReturnedTo: 'The home' };
}

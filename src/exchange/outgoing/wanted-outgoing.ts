import type { WantedField, WantedTree } from '../../gate/read-request.ts';
import { attributesOf, type Family, type Group } from '../../policy/attributes.ts';

/** More than any child has of one thing in one matter. */
const MOST = 50;

const field = (name: string): WantedField => ({ name, key: name });
const link = (name: string, sub: WantedTree): WantedField => ({ ...field(name), sub });
const list = (name: string, sub: WantedTree): WantedField => ({ ...link(name, sub), first: MOST });

/** No statement about the child: how rows hang together, what the hub works out for a reader, and the hub's own doing. */
const NOT_SENT: readonly string[] = [
  ...['child', 'episodes', 'interviews', 'offers', 'intelligence', 'interview', 'placement', 'placements', 'missingWith', 'assessedRisks', 'reports'],
  ...['missingNow', 'open', 'age', 'sentence', 'recordKeys', 'safeAndWellOutcome', 'safeAndWellAt'],
  ...['interviewer', 'heldBy', 'service', 'episodeGone', 'contentHash', 'departure', 'revision', 'released', 'gradedBy', 'flags', 'originator'],
];
const said = (family: Family, ...groups: readonly Group[]): WantedField[] =>
  attributesOf(family, ...groups)
    .filter((name) => !NOT_SENT.includes(name))
    .map(field);
const withheld = field('disclosure');

const PLACEMENT: WantedTree = { Placement: [field('urn'), field('hostAuthority')] };
const LOCATING: WantedTree = { LocatingFacts: said('LocatingFacts', 'locating') };
const CHILD_FIELDS: readonly WantedField[] = [...said('Child', 'identity', 'description', 'home', 'addresses', 'numbers'), field('unaccompanied'), link('placement', PLACEMENT), withheld];
const CHILD: WantedTree = { Child: CHILD_FIELDS };
const EPISODE_FIELDS: readonly WantedField[] = [...said('Episode', 'identity', 'circumstances', 'condition'), withheld];
const EPISODES: WantedTree = { Episode: EPISODE_FIELDS };
const OFFER_FIELDS: readonly WantedField[] = [...said('Offer', 'circumstances'), withheld];

const NOTICE: readonly WantedField[] = [...['id', 'state', 'at'].map(field), link('child', { Child: [...CHILD_FIELDS, list('locating', LOCATING)] }), list('episodes', EPISODES), withheld];
const ITEM: readonly WantedField[] = [...said('IntelligenceItem', 'facts', 'sanitised'), link('child', CHILD), withheld];
const INTERVIEW_ID: WantedTree = { InterviewNotice: [field('id')], RedactedInterview: [field('id')], FullInterview: [field('id')] };

/**
 * What is asked of the gate for each matter, by where the read starts: what some format has a place for, and nothing else. Of that the
 * gate gives what the recipient may have. An offer leads to no child, who is asked for beside it.
 */
export const WANTED = {
  interview: {
    InterviewNotice: NOTICE,
    RedactedInterview: [...NOTICE, field('redactedText'), field('redactedAnswers')],
    FullInterview: [...NOTICE, ...said('ReturnInterview', 'full'), list('offers', { Offer: [...OFFER_FIELDS, list('episodes', { Episode: [field('id')] })] })],
  },
  offer: { Offer: [...OFFER_FIELDS, list('episodes', EPISODES)] },
  child: CHILD,
  episode: { Episode: [...EPISODE_FIELDS, link('child', CHILD)] },
  intelligence: {
    SanitisedIntelligence: ITEM,
    FullIntelligence: [...ITEM, ...said('IntelligenceItem', 'content', 'source'), link('interview', INTERVIEW_ID)],
  },
} as const satisfies Readonly<Record<string, WantedTree>>;

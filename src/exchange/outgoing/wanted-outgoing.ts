import type { WantedField, WantedTree } from '../../gate/read-request.ts';
import { attributesOf, type Family, type Group } from '../../policy/attributes.ts';
import { saidAs } from './said-as.ts';

/** More than any child has of one thing in one matter. */
const MOST = 50;

const field = (name: string): WantedField => ({ name, key: name });
const link = (name: string, sub: WantedTree): WantedField => ({ ...field(name), sub });
const list = (name: string, sub: WantedTree): WantedField => ({ ...link(name, sub), first: MOST });

/** What some message has a place for, with the row's id; all else the hub keeps: how rows hang together, what it works out for a reader, its own doing. */
const said = (type: string, family: Family, ...groups: readonly Group[]): WantedField[] => [
  field('id'),
  ...attributesOf(family, ...groups)
    .filter((name) => saidAs(type, name).length > 0)
    .map(field),
];
const withheld = field('disclosure');

const PLACEMENT: WantedTree = { Placement: [field('urn'), field('hostAuthority')] };
const LOCATING: WantedTree = { LocatingFacts: said('LocatingFacts', 'LocatingFacts', 'locating') };
const CHILD_FIELDS: readonly WantedField[] = [...said('Child', 'Child', 'identity', 'description', 'placement', 'home', 'addresses', 'numbers'), link('placement', PLACEMENT), withheld];
const ASSESSMENTS: WantedTree = { RiskAssessment: said('RiskAssessment', 'RiskAssessment', 'assessments') };
const CHILD: WantedTree = { Child: CHILD_FIELDS };
const EPISODE_FIELDS: readonly WantedField[] = [...said('Episode', 'Episode', 'identity', 'circumstances', 'condition'), withheld];
/** Whose word the risk is matters where it is asked for: of an episode alone. */
const EPISODES: WantedTree = { Episode: EPISODE_FIELDS.filter(({ name }) => name !== 'assessedRisks') };
const OFFER_FIELDS: readonly WantedField[] = [...said('Offer', 'Offer', 'circumstances'), withheld];

const BESIDE: readonly WantedField[] = [link('child', { Child: [...CHILD_FIELDS, list('locating', LOCATING)] }), list('episodes', EPISODES), withheld];
const INTERVIEW_ID: WantedTree = { InterviewNotice: [field('id')], RedactedInterview: [field('id')], FullInterview: [field('id')] };
const OFFERS: WantedTree = { Offer: [...OFFER_FIELDS, list('episodes', { Episode: [field('id')] })] };

/**
 * What is asked of the gate for each matter, by where the read starts: what some format has a place for, and nothing else. Of that the
 * gate gives what the recipient may have. An offer leads to no child, who is asked for beside it.
 */
export const WANTED = {
  interview: {
    InterviewNotice: [...said('InterviewNotice', 'ReturnInterview', 'notice'), ...BESIDE],
    RedactedInterview: [...said('RedactedInterview', 'ReturnInterview', 'notice', 'redacted'), ...BESIDE],
    FullInterview: [...said('FullInterview', 'ReturnInterview', 'notice', 'full'), ...BESIDE, list('offers', OFFERS)],
  },
  offer: { Offer: [...OFFER_FIELDS, list('episodes', EPISODES)] },
  child: CHILD,
  episode: { Episode: [...EPISODE_FIELDS, link('child', { Child: [...CHILD_FIELDS, list('riskAssessments', ASSESSMENTS)] })] },
  intelligence: {
    SanitisedIntelligence: [...said('SanitisedIntelligence', 'IntelligenceItem', 'facts', 'sanitised'), link('child', CHILD), withheld],
    FullIntelligence: [...said('FullIntelligence', 'IntelligenceItem', 'facts', 'sanitised', 'content', 'source', 'result'), link('child', CHILD), link('interview', INTERVIEW_ID), withheld],
  },
} as const satisfies Readonly<Record<string, WantedTree>>;

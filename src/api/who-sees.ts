import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { HubError } from '../domain/errors.ts';
import { FAMILIES, groupOf, levelsOf, type Family, type Group } from '../policy/attributes.ts';

const RESPONSIBLE = 'the responsible authority';
const INVOLVED = 'the responsible authority, a host authority, an involved police force';
const UNTIL_KNOWN = "; authorities of the force's area while nobody knows whose child it is";
const SERVICE = "the responsible authority's service, the assigned worker, the child's social worker";
const FULLY = `${SERVICE}, the IRO named for the child, a host authority whose service held it; others by decision`;
const PARTIES = `${SERVICE}, a host authority whose service held it`;
const ASSESSED = `${SERVICE}, the IRO named for the child, a host authority and the worker it assigned`;
const AGREED = `${ASSESSED}, the duty team on shift, business support`;
const DONE_AFTER = `${INVOLVED}, the duty team on shift, business support, whoever is to do it`;
const WRITTEN_BESIDE = `${SERVICE}, the IRO named for the child; a host authority what its own service wrote, and how the child is reached safely`;
const CONCERNED = `${SERVICE}, whoever it came to for an answer; a host authority what its own service raised`;
const READS_ITEMS = `${SERVICE}, an involved police force; never a placement or a parent`;

/** Who sees the attributes of each group, in the words the schema prints. A restricted child or interview: the people named alone. */
const WHO_SEES: Readonly<Partial<Record<Family, Readonly<Partial<Record<Group, string>>>>>> = {
  Child: {
    identity: `${INVOLVED}, the placement provider, partners of the briefing while missing; a parent who was let in: whether missing${UNTIL_KNOWN}`,
    description: `${INVOLVED}, the placement provider, partners of the briefing while missing${UNTIL_KNOWN}`,
    placement: `${INVOLVED}, the placement provider${UNTIL_KNOWN}`,
    home: INVOLVED,
    addresses: `${RESPONSIBLE}, an involved police force; a host authority while the child is missing`,
    numbers: RESPONSIBLE,
    provenance: INVOLVED,
    likeness: 'the hub coordinator of the responsible authority',
    circumstances: INVOLVED,
    steps: DONE_AFTER,
    concerns: CONCERNED,
    interviews: `${INVOLVED}, the placement provider, a parent who was let in, a partner: each at a level of their own`,
    notes: `${SERVICE}, a host authority; once approved, the home or carer it is for`,
    assessments: ASSESSED,
    agreements: AGREED,
    profiles: `${SERVICE}; an involved police force and a host authority while the child is missing`,
    reported: 'the home or carer who keeps it',
    locating: `${RESPONSIBLE}; an involved police force while the child is missing`,
    intelligence: READS_ITEMS,
  },
  Placement: {
    placement: `${RESPONSIBLE}, the authority that hosts it, an involved police force, the provider that runs it${UNTIL_KNOWN}`,
    provenance: `${RESPONSIBLE}, the authority that hosts it, an involved police force`,
  },
  Episode: {
    identity: `${INVOLVED}, the provider of the placement it began in${UNTIL_KNOWN}`,
    interviews: `${INVOLVED}, the placement provider, a parent who was let in, a partner: each at a level of their own`,
    circumstances: INVOLVED,
    condition: `${INVOLVED}, the provider of the placement it began in, the carer`,
    steps: `${INVOLVED}, the duty team on shift, business support; the placement provider: the plan to prevent another`,
    assessments: WRITTEN_BESIDE,
    reported: 'the home or carer who reported it',
    provenance: INVOLVED,
  },
  Offer: { circumstances: INVOLVED },
  ReturnStep: { steps: `${INVOLVED}, the duty team on shift, business support; the placement provider: the plan to prevent another` },
  CaseRecord: { assessments: WRITTEN_BESIDE, concerns: `${SERVICE}; a host authority of what its own service wrote` },
  Concern: { concerns: CONCERNED },
  CaseAction: { steps: DONE_AFTER, concerns: SERVICE },
  RiskAssessment: { assessments: ASSESSED },
  PlacementAgreement: { agreements: AGREED },
  ReturnInterview: {
    notice: `${INVOLVED}, the placement provider, a parent who was let in, a partner`,
    redacted: 'those for whom a text was approved, each their own text',
    full: FULLY,
    parties: PARTIES,
    intelligence: READS_ITEMS,
  },
  LocatingFacts: { locating: `${SERVICE}; the missing team of an involved police force while the child is missing` },
  Redaction: { full: PARTIES },
  SharingRecord: { full: PARTIES },
  IntelligenceItem: {
    facts: `${READS_ITEMS}; with handling code C its recipients alone`,
    sanitised: `${READS_ITEMS}; the exploitation group and the host of its area`,
    content: `${READS_ITEMS}; with handling code C its recipients alone`,
    source: 'the intelligence bureau of the force that made it',
    result: 'the agency that recorded it, as far as it reads the item; of what an interview brought, the bureaus of involved forces',
  },
  SafetyNote: { notice: `${SERVICE}; once approved, the home or carer it is for` },
  MatchReview: { likeness: 'the hub coordinator and business support of an authority that answers for one of the two, or may have to' },
  HomeReport: { reported: 'the home or carer who reported it' },
  HomeProfile: { reported: 'the home or carer who keeps it' },
  BriefingNotice: { notice: 'those who are to be told' },
  Transmission: {
    notice: 'hub coordinator, senior worker and team manager of the agency that sends; once it came, whom it was for and the hub coordinator who receives; auditors of both',
    sent: 'hub coordinator, senior worker and team manager of the agency that sends, and its auditors',
  },
  QuarantineEntry: { identity: "the sender; the authority it names, or those of the force's area where it names none", excerpt: 'the agency that sent it' },
  Source: {
    freshness: 'those who see where fields came from, of sources they get rows from',
    counts: "the source's own agency",
  },
  DisclosureRecord: { identity: 'auditors and data protection officers of its controllers, each for their own children' },
};

/** Says at the end of every attribute's description who sees it; an attribute the policy does not know stops the build. */
export function sayWhoSees(schema: GraphQLSchema): void {
  for (const family of FAMILIES) {
    for (const field of [family, ...(levelsOf(family) ?? []).map(({ type }) => type)].flatMap((type) => fieldsOf(schema, type))) {
      field.description = `${field.description ?? ''} ${audience(family, field.name)}`;
    }
  }
}

/** The fields of a type, or of the interface that the levels of a family share. */
function fieldsOf(schema: GraphQLSchema, name: string): readonly GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function audience(family: Family, attribute: string): string {
  if (attribute === 'disclosure') {
    return 'Seen by: everyone who sees the object.';
  }
  const group = groupOf(family, attribute);
  const who = group === null ? undefined : WHO_SEES[family]?.[group];
  if (who === undefined) {
    throw new HubError('INTERNAL', `The policy does not say who sees ${family}.${attribute}.`);
  }
  return `Seen by: ${who}.`;
}

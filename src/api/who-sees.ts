import { isObjectType, type GraphQLSchema } from 'graphql';
import { HubError } from '../domain/errors.ts';
import { FAMILIES, groupOf, type Family, type Group } from '../policy/attributes.ts';

const RESPONSIBLE = 'the responsible authority';
const INVOLVED = 'the responsible authority, a host authority, an involved police force';
const UNTIL_KNOWN = "; authorities of the force's area while nobody knows whose child it is";

/** Who sees the attributes of each group, in the words the schema prints. */
const WHO_SEES: Readonly<Partial<Record<Family, Readonly<Partial<Record<Group, string>>>>>> = {
  Child: {
    identity: `${INVOLVED}, the placement provider${UNTIL_KNOWN}`,
    description: `${INVOLVED}, the placement provider${UNTIL_KNOWN}`,
    placement: `${INVOLVED}, the placement provider${UNTIL_KNOWN}`,
    home: INVOLVED,
    addresses: `${RESPONSIBLE}, an involved police force; a host authority while the child is missing`,
    numbers: RESPONSIBLE,
    provenance: INVOLVED,
    likeness: RESPONSIBLE,
  },
  Placement: {
    placement: `${RESPONSIBLE}, the authority that hosts it, an involved police force, the provider that runs it${UNTIL_KNOWN}`,
  },
  Episode: {
    identity: `${INVOLVED}, the provider of the placement it began in${UNTIL_KNOWN}`,
    circumstances: INVOLVED,
    provenance: INVOLVED,
  },
  QuarantineEntry: { identity: "the sender; the authority it names, or those of the force's area where it names none" },
  Source: {
    freshness: 'those who see where fields came from, of sources they get rows from',
    counts: "the source's own agency",
  },
  DisclosureRecord: { identity: 'auditors of its controllers, each for their own children' },
};

/** Says at the end of every attribute's description who sees it; an attribute the policy does not know stops the build. */
export function sayWhoSees(schema: GraphQLSchema): void {
  for (const family of FAMILIES) {
    const type = schema.getType(family);
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      field.description = `${field.description ?? ''} ${audience(family, field.name)}`;
    }
  }
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

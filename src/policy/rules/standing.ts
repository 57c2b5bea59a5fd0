import type { Group } from '../attribute-group.ts';
import { attributesOf, type Family } from '../attributes.ts';
import { OWN_AGENCY, OWN_PERSON, personAs, type HouseRule, type ReadRule } from '../rule.ts';
import type { NamedAs } from '../../domain/fold/relation.ts';

type Conditions = ReadRule['conditions'];

/** What somebody is to a child, in one sentence and as the facts that say so. */
export interface Standing {
  readonly because: string;
  readonly when: Conditions;
}

/** Everybody who is named round the child in one of these capacities. */
export const named = (...capacities: readonly NamedAs[]): Conditions => ({ named: { $in: capacities.map(personAs) } });

/** Nobody outside the people named reads of a restricted child, so every standing says whether it holds there. */
export const OPEN = { restricted: 'NO' } as const satisfies Conditions;

export const RESPONSIBLE: Standing = {
  because: 'Your agency is responsible for this child.',
  when: { responsible: OWN_AGENCY, ...OPEN },
};
export const HOST: Standing = { because: 'This child is placed in the area of your authority.', when: { hosts: OWN_AGENCY, ...OPEN } };
/** Nobody knows yet whose child it is, and it may be ours. */
export const CANDIDATE: Standing = {
  because: 'Nobody knows yet whose child this is, and it may be one of your authority.',
  when: { candidates: OWN_AGENCY, ...OPEN },
};
export const FORCE: Standing = { because: 'Your force is involved with this child.', when: { forces: OWN_AGENCY, ...OPEN } };
export const PROVIDER: Standing = { because: 'This child lives in a placement of yours.', when: { providers: OWN_AGENCY, ...OPEN } };
/** One child, four hours, a typed reason, told and reviewed; never what is restricted. */
export const EMERGENCY: Standing = {
  because: 'You have opened emergency access to this child, which ends by itself and is reviewed.',
  when: { ...named('EMERGENCY'), ...OPEN },
};
/** What a restriction leaves to the missing team and to EDT on shift while the child is missing, as long as they have to do with it. */
export function kept({ when }: Standing): Standing {
  return {
    because: 'This child is restricted and missing: your team keeps what is needed to find them.',
    when: { ...when, keeps: { $in: [OWN_AGENCY, OWN_PERSON] }, missingNow: 'YES', restricted: 'YES' },
  };
}

/** The same standing of a restricted child, for those whom the restriction names. */
export function admitted({ because, when }: Standing): Standing {
  return { because: `${because} It is restricted, and you are named among those who may see.`, when: { ...when, ...named('ADMITTED'), restricted: 'YES' } };
}

/** Named in a restriction, whatever else the person is to the child. */
export const ADMITTED: Standing = {
  because: 'This child is restricted, and you are named among those who may see.',
  when: { ...named('ADMITTED'), restricted: 'YES' },
};

/** The same standing of a restricted child for which nobody is named yet. */
export function awaitingNames({ because, when }: Standing): Standing {
  return { because: `${because} It is restricted, and nobody has been named yet who may see.`, when: { ...when, restricted: 'YES', awaitsNaming: 'YES' } };
}

/** A standing and one thing more. */
export function and({ because, when }: Standing, more: Conditions, why = ''): Standing {
  return { because: why === '' ? because : `${because} ${why}`, when: { ...when, ...more } };
}

/** Whoever stands so may read these groups of a family. */
export function mayRead({ because, when }: Standing, subject: Family, ...groups: readonly Group[]): HouseRule {
  return { action: 'read', subject, fields: attributesOf(subject, ...groups), conditions: when, because };
}

/** Whoever stands so may read these attributes alone. */
export function mayReadOnly({ because, when }: Standing, subject: Family, fields: readonly string[]): HouseRule {
  return { action: 'read', subject, fields, conditions: when, because };
}

import type { PersonPayload } from '../observation/observation.ts';
import { HUB_SYSTEM } from '../record/record.ts';
import { groupBy } from './group-by.ts';
import type { PersonIdentity } from './person-identity.ts';
import type { FoldContext } from './fold-context.ts';
import { compareText } from './standing.ts';
import { saidOfKind, statedFields, valueOf, type Stated, type StatedFields } from './stated-fields.ts';

/** Where the police were told the child is placed, or whoever reported a child in the hub of whom nobody had a record. */
export interface PoliceStay {
  readonly hosts: readonly string[];
  readonly provider: string | null;
}

/**
 * Where the latest police report that speaks of it says the child is placed. One report is taken whole: the home of an
 * older one must not stand beside the host of a newer.
 */
export function policeStay(persons: readonly PersonIdentity[], context: FoldContext): PoliceStay {
  const [latest] = persons
    .filter((person) => isReported(person, context))
    .flatMap(reportsOf)
    .flatMap((stated) => {
      const said = latestOf(stated.hostAuthority, stated.placementUrn);
      return said === undefined ? [] : [{ stated, said }];
    })
    .sort((first, second) => byLatest(first.said, second.said));
  if (latest === undefined) {
    return { hosts: [], provider: null };
  }
  const code = valueOf(latest.stated.hostAuthority);
  const urn = valueOf(latest.stated.placementUrn);
  const home = urn === null ? null : context.homeOf(urn);
  const hosts = [code === null ? null : authorityOf(code, context), home?.authority ?? null].filter((host) => host !== null);
  return { hosts: [...new Set(hosts)], provider: home?.provider ?? null };
}

/** A record that reports a child, rather than one that keeps it: the police's, and one somebody made in the hub. */
export function isReported({ record }: Pick<PersonIdentity, 'record'>, { kindOf }: Pick<FoldContext, 'kindOf'>): boolean {
  return kindOf(record.ref.agency) === 'POLICE' || record.ref.system === HUB_SYSTEM;
}

/** The directory's authority of that code; null when it is unknown or no authority. */
export function authorityOf(code: string, context: FoldContext): string | null {
  const agency = context.agencyOf(code);
  return agency !== null && context.kindOf(agency) === 'AUTHORITY' ? agency : null;
}

/** The latest said first. */
export function byLatest(first: Stated<unknown>, second: Stated<unknown>): number {
  return compareText(second.source.order, first.source.order) || compareText(first.source.observation, second.source.observation);
}

function reportsOf({ record }: PersonIdentity): StatedFields<PersonPayload>[] {
  return [...groupBy(saidOfKind(record.said, 'person'), ({ part }) => part).values()].map((said) => statedFields(record, said));
}

function latestOf(...stated: (Stated<unknown> | undefined)[]): Stated<unknown> | undefined {
  return stated.filter((value) => value !== undefined).sort(byLatest)[0];
}

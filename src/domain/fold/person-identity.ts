import { foldedName } from '../child/folded-name.ts';
import type { Interval } from '../interval/interval.ts';
import { checkedNhsNumber } from '../observation/nhs-number.ts';
import type { Observation, PersonPayload } from '../observation/observation.ts';
import { checkUpn } from '../observation/upn.ts';
import { isSilent } from './is-silent.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import { saidOfKind, statedFields, valueOf, type Stated, type StatedFields } from './stated-fields.ts';

/** What of a person record can tie it to another one. */
export interface PersonIdentity {
  readonly record: KeptRecord;
  readonly stated: StatedFields<PersonPayload>;
  /** Checked numbers; null when none is stated, or none that identifies. */
  readonly nhsNumber: string | null;
  readonly upn: string | null;
  /** Numbers stated that fail their check, by their names. */
  readonly failedChecks: readonly string[];
  /** The agency's own number for the child, and another agency's number quoted here. */
  readonly ownNumber: string;
  readonly quotedNumber: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birth: Interval | null;
  /** Its agency told one of these numbers of too many (`told-of-too-many.ts`): it ties less easily. */
  readonly doubted: boolean;
  /** Date of birth and surname: records that agree on both are of one child as far as a shared number goes. */
  readonly holder: string;
}

/** What reading an identity needs to know of agencies. */
export type IdentityContext = Pick<FoldContext, 'agencyOf' | 'kindOf'>;

/** Reads from a person record what identifies the child, checked and folded for comparison. */
export function personIdentity(record: KeptRecord, context: IdentityContext): PersonIdentity {
  const silent = isSilent(record);
  const stated = silent ? statedFields(record, namedByItems(record)) : statedFields(record, saidOfKind(record.said, 'person'));
  const names = { givenName: nameOf(stated.givenName), familyName: nameOf(stated.familyName) };
  return {
    record,
    stated,
    ...checkedNumbers(stated),
    ownNumber: JSON.stringify([record.ref.agency, record.ref.key]),
    quotedNumber: quotedNumber(stated, context),
    ...names,
    birth: valueOf(stated.dateOfBirth),
    doubted: false,
    // Items count no child among those who share a number.
    holder: silent ? '' : JSON.stringify([valueOf(stated.dateOfBirth)?.from ?? null, names.familyName]),
  };
}

/** What each message told of a person by itself, also what was corrected or taken back since. */
export function identitiesTold(said: readonly Observation[], context: IdentityContext): PersonIdentity[] {
  return said.filter(({ kind }) => kind === 'person').map((one) => personIdentity({ ref: one.subject, id: '', said: [one], subjects: [] }, context));
}

/** Whom items of intelligence are about, where nothing else tells. */
function namedByItems({ said }: KeptRecord): { id: string; order: string; payload: PersonPayload }[] {
  return saidOfKind(said, 'intelligence').map(({ id, order, payload }) => ({ id, order, payload: payload.about ?? {} }));
}

function nameOf(name: Stated<string> | undefined): string | null {
  return name === undefined ? null : foldedName(name.value);
}

function checkedNumbers(stated: StatedFields<PersonPayload>): Pick<PersonIdentity, 'nhsNumber' | 'upn' | 'failedChecks'> {
  const nhsNumber = stated.nhsNumber && checkedNhsNumber(stated.nhsNumber.value);
  const upn = stated.upn && checkUpn(stated.upn.value);
  const failedChecks = [...(nhsNumber === null ? ['NHS number'] : []), ...(upn?.state === 'FAILED' ? ['UPN'] : [])];
  return { nhsNumber: nhsNumber ?? null, upn: upn?.state === 'PERMANENT' ? upn.upn : null, failedChecks };
}

function quotedNumber(stated: StatedFields<PersonPayload>, { agencyOf, kindOf }: IdentityContext): string | null {
  const { responsibleAuthority, responsibleAuthorityChildId } = stated;
  if (responsibleAuthority === undefined || responsibleAuthorityChildId === undefined) {
    return null;
  }
  const authority = agencyOf(responsibleAuthority.value);
  // Only an authority's number can be quoted: a force's own person key, known to another, must open nothing.
  return authority === null || kindOf(authority) !== 'AUTHORITY' ? null : JSON.stringify([authority, responsibleAuthorityChildId.value]);
}

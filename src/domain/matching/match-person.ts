import { DateTime } from 'luxon';
import type { PersonIdentity } from '../fold/person-identity.ts';
import { valueOf, type StatedFields } from '../fold/stated-fields.ts';
import type { Interval } from '../interval/interval.ts';
import type { PersonPayload, PlacementPayload } from '../observation/observation.ts';
import type { MatchPerson } from './likeness.ts';
import { LONDON } from '../interval/london.ts';

/** A postcode anywhere in an address, with or without its blank. */
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/g;

/** What likeness is judged by, from what a person record says and where it says the child was placed. */
export function matchPersonOf(identity: PersonIdentity, placements: readonly PlacementPayload[]): MatchPerson {
  const { record, stated } = identity;
  const birth = identity.birth === null ? null : dayOf(identity.birth);
  return {
    id: record.id,
    agency: record.ref.agency,
    personKeys: record.ref.system,
    givenName: valueOf(stated.givenName),
    familyName: valueOf(stated.familyName),
    birth,
    birthDoubtful: isDoubtful(stated, birth),
    gender: valueOf(stated.gender),
    postcodes: postcodesIn([
      valueOf(stated.homeAddress),
      valueOf(stated.familyAddress),
      ...placements.flatMap(({ homePostcode, placementPostcode }) => [homePostcode, placementPostcode]),
    ]),
    placements: sorted([valueOf(stated.placementUrn), ...placements.map(({ urn }) => urn)]),
    // A number told of too many says nothing, or how a pair compares would answer one guess after another.
    nhsNumber: identity.doubted ? null : identity.nhsNumber,
    upn: identity.doubted ? null : identity.upn,
  };
}

function dayOf({ from }: Interval): string | null {
  return DateTime.fromMillis(from, { zone: LONDON }).toISODate();
}

/** SOURCES: estimated or 1 January dates of birth, common for unaccompanied children, never join two records by name and date. */
function isDoubtful(stated: StatedFields<PersonPayload>, birth: string | null): boolean {
  const estimated = valueOf(stated.dateOfBirthEstimated) === true || valueOf(stated.dateOfBirth)?.precision !== 'DATE';
  return birth !== null && (estimated || birth.endsWith('-01-01') || valueOf(stated.unaccompanied) === true);
}

function postcodesIn(texts: readonly (string | null)[]): string[] {
  return sorted(texts.flatMap((text) => [...(text ?? '').toUpperCase().matchAll(POSTCODE)].map(([, out = '', inward = '']) => out + inward)));
}

function sorted(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

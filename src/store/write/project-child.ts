import type { ChildPicture, PlacementPicture } from '../../domain/fold/picture.ts';
import type { FieldSource, Sourced } from '../../domain/fold/sourced.ts';
import { childFacts, withHash, type PictureRow } from './project-facts.ts';
import { childStatements } from './project-statements.ts';
import { isoDate, momentOf, sourceColumns, valueOf } from './project-values.ts';

/** The child's own row: identity and description. */
export function projectChild(child: ChildPicture): PictureRow {
  const { person } = child;
  const birth = valueOf(person.dateOfBirth);
  return withHash({
    id: child.id,
    given_name: valueOf(person.givenName),
    family_name: valueOf(person.familyName),
    date_of_birth: momentOf(birth),
    date_of_birth_estimated: valueOf(person.dateOfBirthEstimated),
    age_years_stated: valueOf(person.statedAge),
    gender: valueOf(person.gender),
    ethnicity: valueOf(person.ethnicity),
    unaccompanied: valueOf(person.unaccompanied),
    legal_status: valueOf(legalStatus(child)),
    build: valueOf(person.build),
    complexion: valueOf(person.complexion),
    hair_colour: valueOf(person.hairColour),
    eye_colour_left: valueOf(person.eyeColourLeft),
    eye_colour_right: valueOf(person.eyeColourRight),
    distinguishing_features: valueOf(person.distinguishingFeatures),
    photograph_ref: valueOf(person.photographRef),
    birth_date: birth && isoDate(birth),
    record_ids: child.records.map(({ id }) => id),
    ...childFacts(child),
  });
}

/** Where the child lives and how to reach those who care for it. */
export function projectChildContact(child: ChildPicture): PictureRow {
  const { person } = child;
  return withHash({
    id: child.id,
    home_address: valueOf(person.homeAddress),
    home_postcode: valueOf(homePostcode(child)),
    telephone: valueOf(person.telephone),
    email: valueOf(person.email),
    ...childFacts(child),
  });
}

/** Addresses of family and others, which fewer may see. */
export function projectChildAddress(child: ChildPicture): PictureRow {
  const { familyAddress, otherAddress } = child.person;
  return withHash({
    id: child.id,
    family_address: valueOf(familyAddress),
    other_address: valueOf(otherAddress),
    ...childFacts(child),
  });
}

/** The numbers other systems know the child by. */
export function projectChildNumber(child: ChildPicture): PictureRow {
  return withHash({
    id: child.id,
    nhs_number: valueOf(child.person.nhsNumber),
    upn: valueOf(child.person.upn),
    authority_child_id: valueOf(authorityChildId(child)),
    ...childFacts(child),
  });
}

/** Who said what of the child. */
export function projectChildSource(child: ChildPicture): PictureRow {
  const { statedAge, responsibleAuthority, responsibleAuthorityChildId, hostAuthority, placementUrn, ...named } = child.person;
  const columns = sourceColumns(
    {
      ...named,
      age: statedAge,
      responsibleAuthorities: responsibleAuthority,
      placement: placementUrn ?? hostAuthority,
      authorityChildId: authorityChildId(child) ?? responsibleAuthorityChildId,
      homePostcode: homePostcode(child),
      legalStatus: legalStatus(child),
    },
    child.flags,
  );
  return withHash({ id: child.id, ...columns, statements: childStatements(child, ownRecord(child)), systems: systemsOf(child), ...childFacts(child) });
}

/** Every system that keeps a record under the child, whether or not its word stands: how fresh each is matters to readers. */
function systemsOf(child: ChildPicture): string[] {
  const kept = [...child.records, ...child.episodes.flatMap(({ records }) => records)].map(({ source }) => source);
  const placed = child.placements.map(({ record }) => record);
  return [...new Set([...kept, ...placed].map(({ system }) => system))].sort();
}

/** The person records that are shown as this child; for the coordinator alone, who joins and separates them. */
export function projectChildLikeness(child: ChildPicture): PictureRow {
  const records = child.records.map(({ id, source: { agency, system } }) => ({ id, agency, system }));
  return withHash({ id: child.id, person_records: records, ...childFacts(child) });
}

/** Legal status is that of the placement the child is in now; a child who has left care has none. */
function legalStatus(child: ChildPicture): Sourced<string> | null {
  const current = child.placements.find(({ stated }) => stated.until === null);
  return sourced(current, current?.stated.legalStatus);
}

function homePostcode(child: ChildPicture): Sourced<string> | null {
  const latest = child.placements.find(({ stated }) => stated.homePostcode !== null);
  return sourced(latest, latest?.stated.homePostcode);
}

/** The responsible authority's own number for the child: its own record's key, or else the number others quote. */
function authorityChildId(child: ChildPicture): Sourced<string> | null {
  const own = ownRecord(child);
  return own ? { value: own.recordKey, source: own, disagreeing: [] } : (child.person.responsibleAuthorityChildId ?? null);
}

/** Where the responsible authority keeps a record of the child itself. */
function ownRecord(child: ChildPicture): FieldSource | null {
  const own = child.relations.responsible
    .map(({ agency }) => child.records.find(({ source }) => source.agency === agency)?.source)
    .find((source): source is FieldSource => source !== undefined);
  return own ?? null;
}

function sourced(placement: PlacementPicture | undefined, value: string | null | undefined): Sourced<string> | null {
  return placement && value ? { value, source: placement.record, disagreeing: [] } : null;
}

import { whoseChildKey } from '../../domain/child/whose-child-key.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import type { Sourced } from '../../domain/fold/sourced.ts';
import { derivedId } from './derived-id.ts';
import { withHash, type PictureRow } from './project-facts.ts';
import { isoDate } from './project-values.ts';

/** What finds the child's responsible authority for somebody who can name the child exactly, by any name a source states. */
export function projectWhoseChild(child: ChildPicture): PictureRow[] {
  const { givenName, familyName, dateOfBirth, nhsNumber } = child.person;
  const births = valuesOf(dateOfBirth).map(isoDate);
  const names = valuesOf(givenName).flatMap((given) => valuesOf(familyName).flatMap((family) => births.map((birth) => ({ givenName: given, familyName: family, dateOfBirth: birth }))));
  const keys = [...names, ...valuesOf(nhsNumber).map((number) => ({ nhsNumber: number }))].map(whoseChildKey);
  const authorities = child.relations.responsible.filter(({ until }) => until === null).map(({ agency }) => agency);
  return [...new Set(keys)].flatMap((key) =>
    key === null ? [] : [withHash({ id: derivedId('whose child', child.id, key), child_id: child.id, key, authorities: [...new Set(authorities)].sort() })],
  );
}

/** The value that stands, and those of sources that disagree: the one who asks may know either. */
function valuesOf<T>(field: Sourced<T> | undefined): T[] {
  return field === undefined ? [] : [field.value, ...field.disagreeing.map(({ value }) => value)];
}

import type { FoldContext } from '../domain/fold/picture.ts';
import { agencyCode } from './agency-code.ts';
import type { Directory } from './directory.ts';

/** What folding needs to know of agencies and places, as the directory has it. */
export type FoldPlaces = Pick<FoldContext, 'agencyOf' | 'kindOf' | 'homeOf' | 'forcesOf' | 'authoritiesOf'>;

/** Answers whose code this is, whose home this is, and which forces and authorities share an area. */
export function foldPlaces(directory: Directory): FoldPlaces {
  const agencies = new Map<string, string>();
  for (const { id, codes } of directory.agencies.values()) {
    [id, ...codes].forEach((code) => agencies.set(agencyCode(code), id));
  }
  const areas = directory.forceAreas;
  return {
    agencyOf: (code) => agencies.get(agencyCode(code)) ?? null,
    kindOf: (agency) => directory.agencies.get(agency)?.kind ?? 'OTHER',
    homeOf: (urn) => directory.homes.get(urn.trim().toUpperCase()) ?? null,
    forcesOf: (authority) => areas.filter(({ authorities }) => authorities.includes(authority)).map(({ force }) => force),
    authoritiesOf: (force) => areas.find((area) => area.force === force)?.authorities ?? [],
  };
}

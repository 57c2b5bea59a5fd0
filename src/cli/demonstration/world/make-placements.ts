import { DAY } from '../../../domain/interval/durations.ts';
import type { Chance } from './chance.ts';
import type { WorldAuthority, WorldHome, WorldPlacement } from './world.ts';

const HOMES: Readonly<Record<WorldAuthority, readonly [WorldHome, ...WorldHome[]]>> = {
  northmere: [
    { urn: 'SC900002', postcode: 'ZZ1 3CC', placementType: 'K2', name: 'Larkfield Lodge' },
    { urn: '', postcode: 'ZZ1 4DD', placementType: 'U4', name: 'a foster home in Northmere' },
  ],
  southvale: [
    { urn: 'SC900001', postcode: 'ZZ2 2BB', placementType: 'K2', name: 'Larkfield House' },
    { urn: 'SC900003', postcode: 'ZZ2 5EE', placementType: 'K2', name: 'Brookside' },
    { urn: '', postcode: 'ZZ2 6FF', placementType: 'U4', name: 'a foster home in Southvale' },
  ],
};
const NEIGHBOUR: Readonly<Record<WorldAuthority, WorldAuthority>> = { northmere: 'southvale', southvale: 'northmere' };

/** One to three stretches of care up to now; every third is in the other authority's area. */
export function makePlacements({ now, chance, authority }: { now: number; chance: Chance; authority: WorldAuthority }): readonly WorldPlacement[] {
  const moves = chance.between(0, 2);
  const starts = Array.from({ length: moves + 1 }, (_, place) => now - (60 + 150 * (moves - place) + chance.between(0, 90)) * DAY);
  return starts.map((from, place) => ({
    from,
    until: starts[place + 1] ?? null,
    home: chance.pick(HOMES[chance.happens(1 / 3) ? NEIGHBOUR[authority] : authority]),
  }));
}

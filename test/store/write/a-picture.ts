import type { ChildPicture, EpisodePicture, FieldSource, PlacementPicture, Sourced } from '../../../src/domain/fold/picture.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';

export const CHILD_ID = '00000000-0000-8000-8000-000000000001';
const EPISODE_ID = '00000000-0000-8000-8000-000000000002';
const PLACEMENT_ID = '00000000-0000-8000-8000-000000000003';

export function aTime(iso: string): Interval {
  const from = Date.parse(iso);
  return { from, until: from + 60_000, text: iso, precision: 'MINUTE' };
}

export function aSource(changed: Partial<FieldSource> = {}): FieldSource {
  return {
    agency: 'mereshire-police',
    system: 'mereshire-compact',
    record: EPISODE_ID,
    recordKey: 'MP-1',
    order: '2026-03-01T22:30:00.000Z',
    observation: 'f00d',
    ...changed,
  };
}

export function said<T>(value: T, changed: Partial<Sourced<T>> = {}): Sourced<T> {
  return { value, source: aSource(), disagreeing: [], ...changed };
}

export function anEpisode(changed: Partial<EpisodePicture> = {}): EpisodePicture {
  return {
    id: EPISODE_ID,
    records: [{ id: EPISODE_ID, source: aSource() }],
    report: { missingSince: said(aTime('2026-03-01T21:00:00Z')) },
    status: 'MISSING',
    kind: 'MISSING',
    statusChanges: [],
    risk: null,
    riskChanges: [],
    locatedAt: null,
    locatedPlace: null,
    returnedAt: null,
    returnedTo: null,
    returnMethod: null,
    safeAndWell: null,
    forces: ['mereshire-police'],
    provider: null,
    flags: [],
    ...changed,
  };
}

export function aPlacement(changed: Partial<PlacementPicture> = {}): PlacementPicture {
  return {
    id: PLACEMENT_ID,
    record: aSource({ agency: 'northmere', system: 'northmere-903', record: PLACEMENT_ID, recordKey: '000123' }),
    stated: {
      from: aTime('2026-02-01T00:00:00Z'),
      until: null,
      placementType: 'K2',
      providerType: 'PR4',
      legalStatus: 'C2',
      needCode: null,
      reasonStarted: null,
      reasonEnded: null,
      reasonChanged: null,
      urn: 'SC900001',
      placementPostcode: null,
      homePostcode: 'ZZ1 1AA',
    },
    provider: 'larkfield',
    homeName: 'Larkfield House',
    hostAuthority: 'southvale',
    ...changed,
  };
}

export function aChild(changed: Partial<ChildPicture> = {}): ChildPicture {
  const always = (agency: string): { agency: string; from: null; until: null } => ({ agency, from: null, until: null });
  return {
    id: CHILD_ID,
    records: [{ id: CHILD_ID, source: aSource({ record: CHILD_ID, recordKey: 'P-1' }) }],
    person: {},
    placements: [],
    episodes: [anEpisode()],
    relations: {
      responsible: [always('northmere')],
      hosts: [always('southvale'), always('westhaven')],
      forces: [always('mereshire-police')],
      providers: [always('larkfield'), always('brookside')],
      candidates: [],
      partners: [],
      intelligenceAgencies: [],
      named: [],
    },
    offers: [],
    interviews: [],
    intelligence: [],
    safetyNotes: [],
    restriction: { restricted: false, awaitsNaming: false, keeps: [] },
    opens: [],
    possiblySame: [],
    flags: [],
    ...changed,
  };
}

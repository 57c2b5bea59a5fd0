/** The invented world: what is true in it, before any system has told of it. Times are epoch milliseconds. */
export interface World {
  readonly seed: string;
  /** The moment it is told as of. */
  readonly now: number;
  readonly children: readonly WorldChild[];
  /** Reports the force made in error and took back: of which child, and when. */
  readonly mistaken: readonly { readonly child: WorldChild; readonly misper: string; readonly at: number }[];
}

export type WorldAuthority = 'northmere' | 'southvale';
/** Where a child's social workers write. */
export type CaseSystem = 'northmere-eclipse' | 'northmere-ehm' | 'southvale-mosaic' | 'southvale-lcs' | 'southvale-liberi';

export interface WorldChild {
  readonly number: number;
  readonly authority: WorldAuthority;
  readonly system: CaseSystem;
  /** The authority's own number for the child. */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The true day of birth, as `2011-05-14`; what the force wrote down may be another. */
  readonly birth: string;
  readonly birthAtPolice: string;
  readonly gender: 'F' | 'M';
  readonly ethnicity: string;
  readonly upn: string | null;
  readonly nhsNumber: string | null;
  readonly unaccompanied: boolean;
  readonly restricted: boolean;
  /** Whether the force quotes the authority's number; where it does not, nothing ties its record to the authority's. */
  readonly knownToPolice: boolean;
  /** Empty for a child who is not looked after; the last one still lasts. */
  readonly placements: readonly WorldPlacement[];
  /** The earliest first. */
  readonly episodes: readonly WorldEpisode[];
}

export interface WorldPlacement {
  readonly from: number;
  readonly until: number | null;
  readonly home: WorldHome;
}
export interface WorldHome {
  readonly urn: string;
  readonly postcode: string;
  readonly placementType: string;
  readonly name: string;
}

export interface WorldEpisode {
  readonly number: number;
  readonly kind: 'MISSING' | 'AWAY';
  readonly from: number;
  /** The force's number of the report; null where nobody rang it. */
  readonly misper: string | null;
  readonly risk: string;
  /** The risk it was raised to. */
  readonly raised: string | null;
  readonly located: number | null;
  readonly returned: number | null;
  /** Forces often know when a child was traced, and not when they were back. */
  readonly policeSaysReturned: boolean;
  /** The number of the episode that a brother or sister shares, of which the case system has one form. */
  readonly together: number;
  readonly offer: WorldOffer | null;
  /** The case system gives another time of the return than the force. */
  readonly disputed: boolean;
  /** The systems told the start wrongly at first, and put it right. */
  readonly corrected: boolean;
}

export interface WorldOffer {
  readonly at: number;
  /** When the interview was held; null where the child said no, or has not answered. */
  readonly held: number | null;
  readonly declined: boolean;
  readonly reasons: string;
  readonly wouldHelp: string;
  readonly stayed: string;
  readonly firstTime: boolean;
}

/** What of a child's story had happened by some moment. */
export function childAsOf(child: WorldChild, at: number): WorldChild {
  const by = (instant: number | null): number | null => (instant !== null && instant <= at ? instant : null);
  return {
    ...child,
    placements: child.placements.filter(({ from }) => from <= at).map((placement) => ({ ...placement, until: by(placement.until) })),
    episodes: child.episodes
      .filter(({ from }) => from <= at)
      .map((episode) => ({ ...episode, located: by(episode.located), returned: by(episode.returned), offer: offerAsOf(episode.offer, at) })),
  };
}

/** What had been offered and answered by then. */
function offerAsOf(offer: WorldOffer | null, at: number): WorldOffer | null {
  if (offer === null || offer.at > at) {
    return null;
  }
  return offer.held !== null && offer.held > at ? { ...offer, held: null } : offer;
}

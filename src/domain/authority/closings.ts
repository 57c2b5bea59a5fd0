import type { Relation, Relations } from '../fold/relation.ts';
import type { Stretch } from '../interval/stretch.ts';
import { COPY_OPENINGS, OPENINGS, type Opening } from './openings.ts';

/** An opening that an authority keeps closed for a child while it stands to it. */
export interface Closing extends Stretch {
  readonly opening: Opening;
  readonly by: 'RESPONSIBLE' | 'HOST';
}

/** What is closed for a child: all that its responsible authority closes, and of copies what its host authority closes. */
export function closingsOf({ responsible, hosts }: Pick<Relations, 'responsible' | 'hosts'>, closedBy: (authority: string) => readonly Opening[]): Closing[] {
  const closed = (by: Closing['by'], relation: Relation, openings: readonly Opening[]): Closing[] =>
    openings.map((opening) => ({ opening, by, from: relation.from, until: relation.until }));
  return [
    ...responsible.flatMap((authority) => closed('RESPONSIBLE', authority, closedBy(authority.agency))),
    ...hosts.flatMap((host) => closed('HOST', host, closedBy(host.agency).filter((opening) => COPY_OPENINGS.includes(opening)))),
  ];
}

/** The openings of which nothing is closed at any time. */
export function opensUnder(closings: readonly Closing[]): Opening[] {
  return OPENINGS.filter((opening) => closings.every((closing) => closing.opening !== opening));
}

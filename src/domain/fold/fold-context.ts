import type { Opening } from '../authority/openings.ts';
import type { Relation } from './relation.ts';

/** What folding needs besides observations: the places and agencies of the directory, and tolerances. */
export interface FoldContext {
  readonly recordId: (ref: { agency: string; system: string; kind: string; key: string }) => string;
  /** Directory agency id of a code (GSS, force code, directory id), or null. */
  readonly agencyOf: (code: string) => string | null;
  readonly kindOf: (agency: string) => 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
  readonly homeOf: (urn: string) => { name: string; provider: string; authority: string } | null;
  /** What an agency, or a `person@agency`, is called. */
  readonly calledOf: (recipient: string) => readonly string[];
  /** Forces whose area holds this authority; authorities in this force's area. */
  readonly forcesOf: (authority: string) => readonly string[];
  readonly authoritiesOf: (force: string) => readonly string[];
  /** Member agencies of the daily briefing of an authority, and of its exploitation group, with their times. */
  readonly partnersOf: (authority: string) => readonly Relation[];
  readonly exploitationGroupOf: (authority: string) => readonly Relation[];
  /** The missing team or the duty team of an agency, as `person@agency`; suspended too, for they may come back. */
  readonly searchersOf: (agency: string) => readonly string[];
  /** Has the person any post at the agency, suspended or not? */
  readonly worksAt: (person: string, agency: string) => boolean;
  /** Information-sharing agreements in or out of force between an authority and a force (KNT): off unless there is one. */
  readonly agreementsOf: (authority: string) => readonly Relation[];
  /** Does the authority tell a home that the child did not agree, where that is so (SOM 4.15)? */
  readonly saysConsentNotGiven: (authority: string) => boolean;
  /** What an authority has closed beyond the default (`domain/authority/openings.ts`). */
  readonly closedBy: (authority: string) => readonly Opening[];
  /** Starts of two systems' records of one episode may differ by this many milliseconds. */
  readonly episodeStartTolerance: number;
  /** Times of one fact that differ by less are no conflict, in milliseconds. */
  readonly timeTolerance: number;
}

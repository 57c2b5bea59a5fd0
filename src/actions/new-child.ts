import type { Directory } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import { whoseChildKey } from '../domain/child/whose-child-key.ts';
import { dateInterval } from '../domain/interval/london-interval.ts';
import type { Gender, PersonPayload } from '../domain/observation/observation.ts';
import type { ActionName } from '../policy/action-rules.ts';
import { mayAsk, mayBegin, mayDo } from '../policy/may-do.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import { childByKey } from '../store/write/whose-child-store.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { askExactly } from './ask-exactly.ts';
import { isoDay, requiredText, textsGiven, type Given } from './given.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** A child of whom nobody has a record yet, as the client sends it. Numbers are left to the systems that issue and check them. */
export interface NewChild {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth?: Given<string>;
  readonly gender?: Given<Gender>;
  /** Directory id of the authority whose child it is said to be. */
  readonly responsibleAuthority?: Given<string>;
  /** Ofsted URN of the home the child is placed in. */
  readonly placementUrn?: Given<string>;
  readonly homeAddress?: Given<string>;
  readonly build?: Given<string>;
  readonly hairColour?: Given<string>;
  readonly distinguishingFeatures?: Given<string>;
}

/** What is said of a new child, checked; the same name, if it names exactly one child the actor may act on, is that child. */
export interface Begun {
  readonly payload: PersonPayload;
  /** By which the child would be found who is exactly so named. */
  readonly key: string | null;
}

/** Checks what is said of a child of whom nobody has a record. */
export function newChildGiven(services: ActionServices, { viewer }: Actor, child: NewChild): Begun {
  const givenName = requiredText(child.givenName, 'newChild.givenName');
  const familyName = requiredText(child.familyName, 'newChild.familyName');
  const day = isoDay(child.dateOfBirth, 'newChild.dateOfBirth');
  const stays = staysGiven(services.directory(), viewer, child);
  const dateOfBirth = day === null ? null : dateInterval(day);
  return {
    payload: {
      givenName,
      familyName,
      ...(dateOfBirth === null ? {} : { dateOfBirth }),
      ...(child.gender ? { gender: child.gender } : {}),
      ...stays,
      ...textsGiven(child, ['homeAddress', 'build', 'hairColour', 'distinguishingFeatures']),
    },
    key: day === null ? null : whoseChildKey({ givenName, familyName, dateOfBirth: day }),
  };
}

/** Whose child it is said to be and where it lives. */
function staysGiven(directory: Directory, viewer: Viewer, child: NewChild): PersonPayload {
  const stays = textsGiven(child, ['responsibleAuthority', 'placementUrn']);
  const { responsibleAuthority = viewer.agency, placementUrn } = stays;
  const isAuthority = (agency: string): boolean => directory.agencies.get(agency)?.kind === 'AUTHORITY';
  if (stays.responsibleAuthority !== undefined && !isAuthority(responsibleAuthority)) {
    throw new HubError('BAD_INPUT', '"newChild.responsibleAuthority" is no authority of the directory. Send its id, or leave it out.');
  }
  // A home speaks of its own places alone, so that nobody names a child as theirs by another's.
  if (viewer.role === 'PLACEMENT_PROVIDER' && directory.homes.get(placementUrn ?? '')?.provider !== viewer.agency) {
    throw new HubError('BAD_INPUT', '"newChild.placementUrn" must be the URN of a home of yours.');
  }
  // An authority that reports another's child does so because the child is in its area.
  return isAuthority(viewer.agency) && responsibleAuthority !== viewer.agency ? { ...stays, hostAuthority: viewer.agency } : stays;
}

/** The duty team does not see who is not missing: that it names a child exactly is counted and written down as a question first. */
export async function askWhoItIs(services: ActionServices, actor: Actor, { begun, now }: { readonly begun: Begun | null; readonly now: number }): Promise<void> {
  if (begun?.key && actor.viewer.role === 'EDT' && mayAsk(actor.viewer, 'whoseChild')) {
    const reason = 'To report the child missing.';
    await askExactly(services, { action: 'whoseChild', actor, input: {}, key: null, reason, now }, begun.key);
  }
}

/** The one child that is exactly so named and that the actor may act on; otherwise none, and the actor must be one who may begin a record. */
export async function knownOrBegun(scene: Scene, action: Extract<ActionName, 'reportMissing' | 'recordPlacement'>, { key }: Begun): Promise<Seen<'Child'> | null> {
  const { em, now, actor } = scene;
  if (!mayBegin(actor.viewer, action)) {
    throw new HubError('FORBIDDEN', 'Your role does not include making a record of a child.');
  }
  const child = key === null ? null : await childByKey(em, key);
  const row = child === null ? null : await factsOfChild(em, child, now);
  return row !== null && mayDo(actor.viewer, action, { family: 'Child', facts: row.facts }) ? { ...row, person: row.child } : null;
}

export const KNOWN_ALREADY = 'A child so named is known already; this stands with their record.';

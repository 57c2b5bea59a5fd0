import type { Directory } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { PlacementPayload } from '../domain/observation/observation.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';
import { recordId } from '../domain/record/record-id.ts';
import { HUB_SYSTEM, type RecordRef } from '../domain/record/record.ts';
import { recordById, type Said } from '../store/write/hub-statement-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts, happenedAt, optionalText, type Given } from './given.ts';
import { KNOWN_ALREADY, knownOrBegun, newChildGiven, type Begun, type NewChild } from './new-child.ts';
import { keyOf, perform, type Scene } from './perform.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { recordToState, state, withdrawRecord, type ChildSeen, type StatedRecord } from './state-record.ts';

const TEXTS = ['placementType', 'providerType', 'legalStatus', 'urn', 'placementPostcode', 'homePostcode', 'reasonStarted', 'reasonEnded'] as const;

/** Where a child is placed, as the client sends it. */
export interface RecordPlacement extends Partial<Record<(typeof TEXTS)[number], Given<string>>> {
  readonly key: string;
  readonly child?: Given<string>;
  readonly newChild?: Given<NewChild>;
  /** Of a placement recorded before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** The placement was entered by mistake. */
  readonly withdraw?: Given<boolean>;
  readonly from?: Given<string>;
  readonly until?: Given<string>;
}

/** Keeps where a child is placed: by the authority whose child it is, or in whose area the placement lies. */
export async function recordPlacement(services: ActionServices, actor: Actor, input: RecordPlacement, now: number): Promise<Acted> {
  checkTexts(input);
  oneOf(input);
  const begun = input.newChild ? newChildGiven(services, actor, input.newChild) : null;
  const payload = input.withdraw ? null : placementOf(input, now);
  const deed = { action: 'recordPlacement', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, { begun, payload }));
}

function oneOf({ child, newChild, id, withdraw }: RecordPlacement): void {
  if (Boolean(child) === Boolean(newChild) || (id && newChild)) {
    throw new HubError('BAD_INPUT', 'Send either "child", or for a new placement "newChild" of whom nobody has a record yet.');
  }
  if (withdraw && !id) {
    throw new HubError('BAD_INPUT', '"withdraw" takes back a placement: send its "id" and "revision".');
  }
}

function placementOf(input: RecordPlacement, now: number): PlacementPayload {
  const begins = optionalText(input.from);
  const ends = optionalText(input.until);
  if (begins === null) {
    throw new HubError('BAD_INPUT', '"from" is left out. Say since when the child is placed there, if only the date.');
  }
  const from = happenedAt(begins, 'from', now);
  const until = ends === null ? null : happenedAt(ends, 'until', now);
  if (until !== null && until.until <= from.from) {
    throw new HubError('BAD_INPUT', '"until" lies before "from". Mend one of them.');
  }
  const texts = Object.fromEntries(TEXTS.map((name) => [name, optionalText(input[name])])) as Record<(typeof TEXTS)[number], string | null>;
  return { ...texts, from, until, needCode: null, reasonChanged: null };
}

interface Told {
  readonly begun: Begun | null;
  /** Null withdraws it. */
  readonly payload: PlacementPayload | null;
}

async function keep(scene: Scene, input: RecordPlacement, told: Told): Promise<Acted> {
  const { begun } = told;
  const known = await childOf(scene, input, begun);
  const on: ChildSeen = known ?? newRecord(scene);
  placedWithin(scene, responsibleFor(scene, known, begun), told);
  const record = await recordToState(scene, 'placement', { on, id: input.id ?? null, revision: input.revision ?? null });
  await keepIn(scene, { on, record }, { ...told, begun: known === null ? begun : null });
  const child = (await factsOfChild(scene.em, on.person, scene.now))?.child ?? on.person;
  const knownAlready = begun !== null && known !== null ? [KNOWN_ALREADY] : [];
  return { id: record.id, child, revision: record.revision, warnings: [...knownAlready, ...warningsOf(scene.services.directory(), told.payload)] };
}

/** Whose child it is; a new one's is whose it is said to be, the actor's own where nobody else is named. */
function responsibleFor({ actor }: Scene, known: Seen<'Child'> | null, begun: Begun | null): readonly string[] {
  return known === null ? [begun?.payload.responsibleAuthority ?? actor.viewer.agency] : known.facts.responsible;
}

/** Who does not answer for the child says where it is in their own area alone: by another's home others would be shown the child. */
function placedWithin({ actor, services }: Scene, responsible: readonly string[], { payload }: Told): void {
  const { agency } = actor.viewer;
  const home = services.directory().homes.get(payload?.urn ?? '');
  if (home !== undefined && home.authority !== agency && !responsible.includes(agency)) {
    throw new HubError('FORBIDDEN', 'The home lies in another authority’s area, and the child is not yours: its own authority records that placement.');
  }
}

function childOf(scene: Scene, { child }: RecordPlacement, begun: Begun | null): Promise<Seen<'Child'> | null> {
  return begun === null ? seeToAct(scene, 'Child', child ?? '') : knownOrBegun(scene, 'recordPlacement', begun);
}

async function keepIn(scene: Scene, place: { readonly on: ChildSeen; readonly record: StatedRecord }, { begun, payload }: Told): Promise<void> {
  await (payload === null
    ? withdrawRecord(scene, { ...place, besides: await begunWith(scene, place.record.ref) })
    : state(scene, { ...place, kind: 'placement', payload, besides: begun === null ? [] : [personSaid(scene, begun)] }));
}

const personRef = (scene: Scene): RecordRef => ({ agency: scene.actor.viewer.agency, system: HUB_SYSTEM, kind: 'person', key: keyOf(scene) });

function newRecord(scene: Scene): ChildSeen {
  const ref = personRef(scene);
  const person = recordId(scene.services.idKey, ref);
  return { person, childRecords: [person], ref };
}

/** What is said of a new child is ordered by time, as files on it will be. */
function personSaid(scene: Scene, { payload }: Begun): Said<'person'> {
  const record = personRef(scene);
  return { kind: 'person', payload, record, part: record.key, order: canonicalInstant(scene.now) };
}

/** With the placement of a child of whom nobody had a record goes what was said of the child. */
async function begunWith({ em, services, now }: Scene, ref: RecordRef): Promise<Said[]> {
  const person: RecordRef = { ...ref, kind: 'person' };
  const begun = await recordById(em, recordId(services.idKey, person));
  return begun === null ? [] : [{ kind: 'retraction', payload: { scope: 'part' }, record: person, part: ref.key, order: canonicalInstant(now) }];
}

function warningsOf(directory: Directory, payload: PlacementPayload | null): string[] {
  if (payload === null) {
    return [];
  }
  const { urn, until } = payload;
  return [
    ...(urn === null || !directory.homes.has(urn) ? ['The directory knows no home of this URN, so no home sees the child by it.'] : []),
    ...(until === null ? ['Any other placement that goes on is to be ended where it is kept.'] : []),
  ];
}

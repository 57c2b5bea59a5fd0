import { randomUUID } from 'node:crypto';
import { usualDuty } from '../../src/domain/authority/duty.ts';
import type { PracticeId } from '../../src/domain/authority/known-practices.ts';
import { practiceOf } from '../../src/domain/authority/practice-of.ts';
import { NO_EXCHANGE } from '../../src/directory/exchange-directory.ts';
import type { Agency, Directory } from '../../src/directory/directory.ts';
import { createGate } from '../../src/gate/gate.ts';
import { gateParts } from '../gate/a-gate.ts';
import { aChild, anEpisode, aWorld, moment, put, type Rows, type Standing, type World } from '../gate/a-world.ts';
import { aReturnStep } from '../gate/case-of-a-child.ts';
import { aHub, type AHub } from '../http/a-hub.ts';
import { aDatabase } from '../support/a-database.ts';

export const STANDING: Standing = { responsible: ['northmere'], forces: ['mereshire-police'], providers: ['larkfield'] };

/** A child and the episode they are back from. */
export interface AReturn {
  readonly child: string;
  readonly episode: string;
}
export interface HubOfReturns extends AHub {
  readonly world: World;
}

const authority = (id: string, practice: PracticeId): Agency => ({
  id,
  name: id,
  kind: 'AUTHORITY',
  codes: [],
  strategy: null,
  practice: practiceOf({ practice, ownFigures: { coreHours: { from: '09:00', until: '17:00' } }, ownClocks: {}, strategy: null }),
  closes: [],
  dutyContact: null,
  duty: usualDuty('AUTHORITY'),
  saysConsentNotGiven: false,
  retentionDays: {},
});
const DIRECTORY: Directory = {
  version: 1,
  agencies: new Map([['northmere', authority('northmere', 'somerset')], ['southvale', authority('southvale', 'birmingham')]]),
  systems: new Map(),
  forceAreas: [],
  homes: new Map(),
  people: new Map(),
  groups: [],
  agreements: [],
  ...NO_EXCHANGE,
};

/** A hub whose authorities have practices, with a hand to put returns into it. */
export async function aHubOfReturns(): Promise<HubOfReturns> {
  const database = await aDatabase();
  const world = await aWorld(database.superuserUrl);
  const hub = await aHub({ gate: createGate(gateParts(database)), directory: () => DIRECTORY });
  const close = async (): Promise<void> => {
    await hub.close();
    await world.close();
    await database.close();
  };
  return { ...hub, world, close };
}

/** A child back at ten on 17 November, three days before the hub's morning; nothing is done since. */
export async function returnOf(world: World, standing: Standing = STANDING, columns: Readonly<Record<string, unknown>> = {}): Promise<AReturn> {
  const [child, episode] = [randomUUID(), randomUUID()];
  const back = { status: 'RETURNED', is_open: false, missing_since: moment('2026-11-16T20:00:00Z'), located_at: null, returned_at: moment('2026-11-17T10:00:00Z'), returned_until_at: '2026-11-17T10:00:00Z', finalised_at: null, safe_and_well_outcome: null, safe_and_well_at: null };
  await put(world, [
    aChild({ id: child, standing, columns: { legal_status: null } }),
    anEpisode({ id: episode, child, standing, columns: { ...back, ...columns } }),
  ]);
  return { child, episode };
}
interface Step {
  readonly kind: string;
  readonly outcome?: string;
  readonly standing?: Standing;
}
/** One step done an hour after the return. */
export const step = (of: AReturn, { kind, outcome, standing = STANDING }: Step): Rows =>
  aReturnStep({ id: randomUUID(), child: of.child, standing, step: kind, columns: { episode: of.episode, at: moment('2026-11-17T11:00:00Z'), done_from_at: '2026-11-17T11:00:00Z', ...(outcome === undefined ? {} : { outcome }) } });


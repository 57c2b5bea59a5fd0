import { HubError } from '../domain/errors.ts';
import type { ProfilePayload } from '../domain/observation/observation.ts';
import { writerOfProfile } from '../store/write/report-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { mustBeOwn, originatorOf } from './originator.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct } from './see-row.ts';
import { recordToState, state, withdrawRecord } from './state-record.ts';

/** What is kept ready of a child, as the client sends it. */
export interface RecordProfile {
  readonly key: string;
  readonly child: string;
  /** Of a profile written before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** It was entered by mistake, or is no longer kept. */
  readonly withdraw?: Given<boolean>;
  readonly description?: Given<string>;
  readonly friends?: Given<string>;
  readonly places?: Given<string>;
  readonly medical?: Given<string>;
  readonly phone?: Given<string>;
  readonly socialMedia?: Given<string>;
}
type Told = Omit<ProfilePayload, 'originator'>;

/** Keeps ready what the police are told on the day the child goes missing; they see it only while that is so. */
export async function recordProfile(services: ActionServices, actor: Actor, input: RecordProfile, now: number): Promise<Acted> {
  checkTexts(input);
  const told = toldOf(input);
  if (!input.withdraw && Object.values(told).every((text) => text === null)) {
    throw new HubError('BAD_INPUT', 'The profile says nothing. Fill in one of "description", "friends", "places", "medical", "phone" and "socialMedia".');
  }
  const deed = { action: 'recordProfile', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, told));
}

function toldOf({ description, friends, places, medical, phone, socialMedia }: RecordProfile): Told {
  return {
    description: optionalText(description),
    friends: optionalText(friends),
    places: optionalText(places),
    medical: optionalText(medical),
    phone: optionalText(phone),
    socialMedia: optionalText(socialMedia),
  };
}

async function keep(scene: Scene, input: RecordProfile, told: Told): Promise<Acted> {
  const id = input.id ?? null;
  const child = await seeToAct(scene, 'Child', input.child);
  const record = await recordToState(scene, 'profile', { on: child, id, revision: input.revision ?? null });
  if (id !== null) {
    mustBeOwn(scene, (await writerOfProfile(scene.em, id)) ?? '');
  }
  await (input.withdraw
    ? withdrawRecord(scene, { on: child, record })
    : state(scene, { on: child, record, kind: 'profile', payload: { ...told, originator: originatorOf(scene) } }));
  return { id: record.id, child: child.child, revision: record.revision, warnings: [] };
}

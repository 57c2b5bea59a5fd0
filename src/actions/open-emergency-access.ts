import { DateTime } from 'luxon';
import { EMERGENCY_LASTS } from '../domain/decision/named-people.ts';
import { HubError } from '../domain/errors.ts';
import { HOUR } from '../domain/interval/durations.ts';
import { nextMorning } from '../domain/interval/next-morning.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { mayAsk, mayDo } from '../policy/may-do.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import { toldOfEmergencies } from '../store/write/emergency-store.ts';
import { childByKey } from '../store/write/whose-child-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { askExactly } from './ask-exactly.ts';
import { childNamed } from './child-named.ts';
import { decide } from './decide.ts';
import { decisionMakers } from './decision-makers.ts';
import { checkTexts, requiredText, type Given } from './given.ts';
import { mustBeFreeToOpen } from './may-open-again.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';
import { LONDON } from '../domain/interval/london.ts';
import { answering } from '../policy/answering.ts';

/** Emergency access to one child, as the client sends it: an id they see, or exactly who the child is. */
export interface OpenEmergencyAccess {
  readonly key: string;
  readonly child?: Given<string>;
  readonly givenName?: Given<string>;
  readonly familyName?: Given<string>;
  readonly dateOfBirth?: Given<string>;
  readonly nhsNumber?: Given<string>;
  readonly reason: string;
}

/** Until when everything but restricted records and intelligence sources is open to this one person. */
export interface EmergencyOpened extends Acted {
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Opens one child to one person for four hours; those who answer for the child are told at once, the data protection officer next day. */
export async function openEmergencyAccess(services: ActionServices, actor: Actor, input: OpenEmergencyAccess, now: number): Promise<EmergencyOpened> {
  checkTexts(input);
  const reason = requiredText(input.reason, 'reason');
  const key = input.child ? null : childNamed(input);
  const deed = { action: 'openEmergencyAccess', kind: 'DECISION', actor, input, key: input.key, reason, now } as const;
  if (key !== null) {
    await askExactly(services, { ...deed, key: null, input: {} }, key);
  }
  return perform(services, deed, async (scene) => {
    if (!mayAsk(actor.viewer, 'openEmergencyAccess')) {
      throw new HubError('FORBIDDEN', 'Your role does not include emergency access.');
    }
    return open(scene, key === null ? await seeToAct(scene, 'Child', input.child ?? '') : await exactly(scene, key), reason);
  });
}

/** The one child that is exactly so named; none, several, and one that is not opened so are the same answer. */
async function exactly({ em, now, actor }: Scene, key: string): Promise<Seen<'Child'>> {
  const child = await childByKey(em, key);
  const row = child === null ? null : await factsOfChild(em, child, now);
  if (row === null || !mayDo(actor.viewer, 'openEmergencyAccess', { family: 'Child', facts: row.facts })) {
    throw new HubError('NOT_FOUND', 'There is not exactly one child so named. Ring the duty contact of the authority.');
  }
  return { ...row, person: row.child };
}

async function open(scene: Scene, on: Seen<'Child'>, reason: string): Promise<EmergencyOpened> {
  const { now, actor } = scene;
  const { person, agency, role } = actor.viewer;
  await mustBeFreeToOpen(scene, on.childRecords);
  const told = await toldOfEmergencies(scene.em, { person, children: on.childRecords, since: now - HOUR });
  const until = now + EMERGENCY_LASTS;
  const payload = { person: personAt(person, agency), role, reason, until };
  const decided = await decide(scene, { kind: 'EMERGENCY', on, about: null, matter: payload.person, revision: null, payload });
  await tell(scene, on, { about: decided.id, told, reason, until });
  return { ...decided, child: on.child, warnings: [], until };
}

/** What those who are told have to know to review it. */
interface Opened {
  readonly about: string;
  readonly told: readonly string[];
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** `told`: whom a notice of the same person's access told within the hour already; a second would only hide others. */
async function tell(scene: Scene, { facts, person }: Seen<'Child'>, { about, told, reason, until }: Opened): Promise<void> {
  const authorities = answering(facts);
  const notice = { kind: 'EMERGENCY_ACCESS', child: person, about } as const;
  const untold = (to: readonly string[]): string[] => to.filter((addressee) => !told.includes(addressee));
  const { viewer, person: opener } = scene.actor;
  const agency = scene.services.directory().agencies.get(viewer.agency)?.name ?? viewer.agency;
  const role = viewer.role.toLowerCase().replaceAll('_', ' ');
  const ends = DateTime.fromMillis(until, { zone: LONDON }).toFormat('d LLLL HH:mm');
  const atOnce = `Emergency access to this child was opened by ${opener.name}, ${role} at ${agency}, until ${ends}. Reason given: ${reason} Review it within two working days: "about" is what is reviewed.`;
  await tellEach(scene, { ...notice, to: untold([...decisionMakers(facts), ...everyone('HUB_COORDINATOR', authorities)]), text: atOnce });
  const nextDay = 'Emergency access to a child was opened the day before. The responsible authority reviews it within two working days.';
  await tellEach(scene, { ...notice, to: untold(everyone('DATA_PROTECTION_OFFICER', authorities)), text: nextDay, visibleFrom: nextMorning(scene.now) });
}

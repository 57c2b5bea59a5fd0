import { createHash } from 'node:crypto';
import { addresseesOf, whoAnswers, whoMayAnswer, type WaitsForAnswer } from '../directory/who-answers.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { CONCERN_NOTICE, CONCERN_WAITS } from '../domain/workflow/concern-notice.ts';
import type { Writing } from '../store/database.ts';
import { addDecision, standingRevision } from '../store/write/decision-store.ts';
import { moveAlert } from '../store/write/move-alert.ts';
import { allegedUnanswered, openConcerns, type OpenConcern } from '../store/write/open-concerns.ts';
import { factsOfConcern } from '../store/write/read-facts.ts';
import { beforeOthers, type LookingAgain, type Moved } from './before-others.ts';

/**
 * Puts every concern of these children that nobody has answered before those who may know of it now, where who that is has
 * changed. The time that has passed counts: it does not begin again at the first step. Answers the person records to be
 * folded again: who reads a concern follows from whom it came to.
 */
export async function moveConcerns(again: LookingAgain, children: readonly string[]): Promise<readonly string[]> {
  const moved = [];
  for (const concern of await openConcerns(again.em, children)) {
    if (await move(again, concern)) {
      moved.push(concern.person);
    }
  }
  return moved;
}

async function move(again: LookingAgain, concern: OpenConcern): Promise<boolean> {
  const { em, services, now } = again;
  const waits = await waitingOf(em, concern, now);
  const directory = services.directory();
  const moved = waits === null ? null : beforeOthers(concern, again, (from) => whoAnswers(directory, { ...waits, from }));
  if (waits === null || moved === null) {
    return false;
  }
  if (whoMayAnswer(directory, { ...waits, from: now }).length === 0) {
    services.log.warn('concern-unanswerable', { record: concern.id });
  }
  await putBefore(again, concern, moved);
  return true;
}

async function waitingOf(em: Writing, { id, child, concern, risk, by, role }: OpenConcern, now: number): Promise<Omit<WaitsForAnswer, 'from'> | null> {
  const row = await factsOfConcern(em, id, now);
  const others = await allegedUnanswered(em, child);
  const named = (here: boolean): string[] => others.filter((other) => (other.concern === id) === here).flatMap(({ alleged }) => alleged);
  const raisedBy = { person: personOf(by), agency: agencyOfPerson(by), role };
  return row === null ? null : { facts: row.facts, matter: concern, risk, raisedBy, alleged: { here: named(true), beside: named(false) } };
}

/** Whom it was before stays written down: in the decision this one supersedes, and in the notices that end here. */
async function putBefore({ em, services: { idKey }, now }: LookingAgain, { id: about, person: child, raisedAt }: OpenConcern, moved: Moved): Promise<void> {
  const chains = await moveAlert(em, { kind: CONCERN_NOTICE, child, about, text: CONCERN_WAITS, raisedAt }, { ...moved, passed: now - raisedAt, now });
  const stay = moved.kept.flatMap(({ steps }) => steps.flatMap(({ to, from }) => to.map((one) => ({ to: one, from }))));
  const payload = { chain: [...stay, ...addresseesOf(chains)] };
  const revision = 1 + (await standingRevision(em, { kind: 'CONCERN_CHAIN', children: [child], abouts: [about], matter: '' }));
  const id = hubId(idKey, { agency: HUB_SYSTEM, kind: 'decision', key: `CONCERN_CHAIN ${about} ${String(revision)}` });
  const hub = { person: HUB_SYSTEM, agency: HUB_SYSTEM, role: 'HUB' } as const;
  await addDecision(em, { id, kind: 'CONCERN_CHAIN', child, about, matter: '', revision, payload, ...hub, at: now }, createHash('sha256').update(JSON.stringify(payload)).digest('hex'));
}

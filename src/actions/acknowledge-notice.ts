import { ASSESSMENT_NOTICE } from '../directory/ask-for-assessment.ts';
import { HubError } from '../domain/errors.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { CONCERN_NOTICE, OVERDUE_NOTICE } from '../domain/workflow/concern-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../domain/workflow/safety-note-notice.ts';
import { STRATEGY_REPEATED } from '../domain/workflow/strategy-repeated-notice.ts';
import { UNREAD_NOTICE, unreadInWords } from '../domain/workflow/unread-notice.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { mayDo } from '../policy/may-do.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { Writing } from '../store/database.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import { acknowledgeNotice as markAcknowledged, subjectOfNotice, type NoticeSubject } from '../store/write/notice-store.ts';
import { countBehind, leaveJoinedAfter, raisedUnread, sayUnread } from '../store/write/unread-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { pastAt, type Given } from './given.ts';
import { factsOfAction } from '../store/write/read-facts.ts';
import { performAsking, type Scene } from './perform.ts';

/** Which notice somebody says they know of. */
export interface AcknowledgeNotice {
  readonly id: string;
  /** Of messages that could not be read: when the briefing was read; what joined the notice later stays. */
  readonly asOf?: Given<string>;
}

/** Our figures: who does not say when they read it has not seen what joined it so shortly before; and so long may it take until what joined can be read. */
const UNSEEN_FOR = 5 * MINUTE;
const TAKEN_WITHIN = MINUTE;

/** Takes a notice off the briefing of everyone it was for: one of them says that they know. */
export async function acknowledgeNotice(services: ActionServices, actor: Actor, input: AcknowledgeNotice, now: number): Promise<{ readonly id: string }> {
  const asOf = pastAt(input.asOf, 'asOf', now);
  const read = asOf === null ? now - UNSEEN_FOR : asOf.from - TAKEN_WITHIN;
  const deed = { action: 'acknowledgeNotice', kind: 'DECISION', actor, input, key: null, reason: null, now } as const;
  return performAsking(services, deed, async (scene) => {
    const { person, agency } = actor.viewer;
    // By role alone: the store marks it only where it is for this person, or for everyone in their role.
    if (!mayDo(actor.viewer, 'acknowledgeNotice', { family: 'BriefingNotice', facts: { to: [personAt(person, agency)] } })) {
      throw new HubError('FORBIDDEN', 'Your role is told nothing first.');
    }
    if (!looksLikeId(input.id) || !(await markAcknowledged(scene.em, { id: input.id, viewer: actor.viewer, at: now }))) {
      throw new HubError('NOT_FOUND', 'There is no open notice of this id for you.');
    }
    const subject = await subjectOfNotice(scene.em, input.id);
    await refuseOwnAccess(scene, subject);
    refuseConcern(subject);
    refuseRequest(subject);
    refuseDiscussion(subject);
    refuseNoteOfReader(scene, subject);
    await refuseOwnAction(scene, subject);
    await answerFor(scene, { id: input.id, read }, subject);
    return { answer: { id: input.id }, child: null };
  });
}

/** Whoever opened emergency access cannot take it off the briefing of those who are to look at it. */
async function refuseOwnAccess({ em, actor }: Scene, subject: NoticeSubject | null): Promise<void> {
  const decision = subject === null ? null : await decisionById(em, subject.about);
  if (decision?.kind === 'EMERGENCY' && decision.person === actor.viewer.person) {
    throw new HubError('FORBIDDEN', 'Somebody else looks at the access you opened.');
  }
}

/** That somebody knows of a concern is not enough: what is done about it, by whom and by when is said with it (BHM, WSX). */
function refuseConcern(subject: NoticeSubject | null): void {
  if (subject?.kind === CONCERN_NOTICE) {
    throw new HubError('BAD_INPUT', 'A concern is answered by "acknowledgeConcern", with what is done about it, by whom and by when.');
  }
}

/** That somebody knows that it is asked for is not the assessment. */
function refuseRequest(subject: NoticeSubject | null): void {
  if (subject?.kind === ASSESSMENT_NOTICE) {
    throw new HubError('BAD_INPUT', 'This is answered by your risk assessment alone: send it from your system, or say it by "updateRisk" on the episode.');
  }
}

/** That somebody knows that it is to be discussed is no discussion. */
function refuseDiscussion(subject: NoticeSubject | null): void {
  if (subject?.kind === STRATEGY_REPEATED) {
    throw new HubError('BAD_INPUT', 'This ends once the discussion is recorded: "recordCaseRecord" with STRATEGY_DISCUSSION, or "finaliseEpisode" with "departure" that says why there was none.');
  }
}

/** That a home has seen that there is a note is not enough: it says that it has read the note itself. The service may, once it has rung the home. */
function refuseNoteOfReader({ actor }: Scene, subject: NoticeSubject | null): void {
  if (subject?.kind === SAFETY_NOTE_NOTICE.kind && actor.viewer.role === 'PLACEMENT_PROVIDER') {
    throw new HubError('BAD_INPUT', 'A safety note is acknowledged by "acknowledgeSafetyNote", once it was read.');
  }
}

/** That its owner knows it is overdue does not do it: they say what came of it. Whoever sees to it instead may. */
async function refuseOwnAction({ em, actor: { viewer }, now }: Scene, subject: NoticeSubject | null): Promise<void> {
  const owner = subject?.kind === OVERDUE_NOTICE ? (await factsOfAction(em, subject.about, now))?.facts.owner : undefined;
  if (owner === personAt(viewer.person, viewer.agency) || owner === viewer.agency) {
    throw new HubError('BAD_INPUT', 'What is yours to do is answered by "closeAction", with what came of it.');
  }
}

/** Who knows of one step of an alert answers it for the whole duty chain. */
async function answerFor({ em, actor, now }: Scene, { id, read }: { readonly id: string; readonly read: number }, subject: NoticeSubject | null): Promise<void> {
  if (subject !== null && subject.alert !== null) {
    if (subject.kind === UNREAD_NOTICE.kind && (await leavesJoined(em, { notice: id, alert: subject.alert, read }))) {
      return;
    }
    await settleAlert(em, { alert: subject.alert }, { by: personAt(actor.viewer.person, actor.viewer.agency), at: now });
  }
}

/** Further messages join what waits: nobody knows of a missing child by having answered for others before the child was told of. */
async function leavesJoined(em: Writing, { notice, alert, read }: { readonly notice: string; readonly alert: string; readonly read: number }): Promise<boolean> {
  const left = await leaveJoinedAfter(em, { notice, alert, read: Math.max(read, await raisedUnread(em, alert)) });
  if (left) {
    await sayUnread(em, { alert, text: unreadInWords(await countBehind(em, alert)) });
  }
  return left;
}

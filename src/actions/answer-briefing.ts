import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { BriefingAnswer } from '../domain/interview/return-steps.ts';
import { HubError } from '../domain/errors.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { happenedAtOrNow, optionalText, type Given } from './given.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct, type Seen } from './see-row.ts';

/** What an agency says on the briefing of a child who is missing, as the client sends it. */
export interface AnswerBriefing {
  readonly key: string;
  readonly episode: string;
  /** That of the agency's own answer that stands; left out, one's own is replaced, and a colleague's is not. */
  readonly revision?: Given<number>;
  readonly known: BriefingAnswer;
  readonly words?: Given<string>;
}

/** Keeps whether the child is known to the reader's agency, and what it says; a later answer of the same agency takes the place of its earlier one. */
export function answerBriefing(services: ActionServices, actor: Actor, input: AnswerBriefing, now: number): Promise<Acted> {
  const payload = answerSaid(input, now);
  return performDecision(services, { action: 'answerBriefing', actor, input, now }, (scene) => keep(scene, input, payload));
}

function answerSaid({ known, words }: AnswerBriefing, now: number): DecisionPayloads['RETURN_STEP'] {
  return { step: 'BRIEFING_ANSWER', at: happenedAtOrNow(null, 'at', now), addressee: null, outcome: known, words: optionalText(words), departure: null, coveredBy: null, askAgainOn: null };
}

async function keep(scene: Scene, { episode, revision }: AnswerBriefing, payload: DecisionPayloads['RETURN_STEP']): Promise<Acted> {
  const on = await seeToAct(scene, 'Episode', episode);
  const about = { id: on.id, records: on.episodeRecords };
  const matter = `BRIEFING_ANSWER ${scene.actor.viewer.agency}`;
  if (revision === null || revision === undefined) {
    await refuseOverColleague(scene, on, matter);
  }
  const decided = await decide(scene, { kind: 'RETURN_STEP', on, about, matter, revision: revision ?? null, payload });
  return { ...decided, child: on.child, warnings: [] };
}

/** Whoever has not read what a colleague said does not take its place. */
async function refuseOverColleague({ em, actor: { viewer } }: Scene, { childRecords, episodeRecords }: Seen<'Episode'>, matter: string): Promise<void> {
  const standing = await standingDecision(em, { kind: 'RETURN_STEP', children: childRecords, abouts: episodeRecords, matter });
  if (standing !== null && standing.person !== viewer.person) {
    throw new HubError('STALE_REVISION', `A colleague of your agency has answered; theirs stands at revision ${String(standing.revision)}. Nothing was stored: read it, and send yours with that revision.`);
  }
}

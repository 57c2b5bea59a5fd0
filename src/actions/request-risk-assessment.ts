import { askForAssessment, UNHEARD, type AskedFor } from '../directory/ask-for-assessment.ts';
import { HubError } from '../domain/errors.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { OUR_TIME } from '../domain/transmission/assessment-request.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts } from './given.ts';
import { knownReturn, type KnownReturn } from './known-return.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** The risk assessment that a host asks of the authority that placed a child. */
export interface RequestRiskAssessment {
  readonly key: string;
  /** The episode for which it is asked. */
  readonly episode: string;
}

/** Asks the authority whose child it is for its risk assessment (BHM: it is expected to send it, the host consults it); it is chased until it is there. */
export function requestRiskAssessment(services: ActionServices, actor: Actor, input: RequestRiskAssessment, now: number): Promise<Acted> {
  checkTexts(input);
  const deed = { action: 'requestRiskAssessment', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Episode', input.episode);
    const { id: episode, person: child, child: shown, facts } = on;
    const { agency, person } = actor.viewer;
    const placing = facts.responsible.filter((authority) => authority !== agency);
    if (placing.length === 0) {
      throw new HubError('BAD_INPUT', 'No other authority is known to have placed this child. Name it by "recordPlacement", or wait until it is known.');
    }
    const hand = { by: personAt(person, agency), decision: hubId(services.idKey, { agency, kind: 'action', key: input.key }) };
    const warnings = isBack(await knownReturn(scene, on), episode) ? [BACK] : [];
    for (const to of placing) {
      const id = hubId(services.idKey, { agency, kind: 'transmission', key: `${input.key} ${to}` });
      const asked = await askForAssessment(scene.em, services.directory(), { id, child, episode, from: agency, to, by: hand.by, askedAt: now, facts, risk: null, hand, told: null });
      warnings.push(...warningsOf(asked));
    }
    return { id: episode, child: shown, revision: 1, warnings: [...new Set(warnings)] };
  });
}

const BACK = 'The child is back: the assessment is asked for all the same, for what comes after the return. Once the child is interviewed nobody is asked for it any more.';

/** Is the child of this episode back, as the actor reads it? Who was interviewed since, or refused to be, is asked for nothing. */
function isBack({ episodes, interviews }: KnownReturn, episode: string): boolean {
  const back = episodes.some(({ id, isBack: returned }) => id === episode && returned);
  if (back && interviews.some(({ episodes: about }) => about.includes(episode))) {
    throw new HubError('BAD_INPUT', 'The child is back and was interviewed, or refused to be: nothing waits for the assessment any more. Read the one that stands under "riskAssessments", or ring the authority that placed the child; should the child go missing again, name that episode.');
  }
  return back;
}

function warningsOf({ isNew, agreed, isHeard }: AskedFor): string[] {
  if (!isNew) {
    return ['It was asked for this episode before, and is chased from then on.'];
  }
  return [
    ...(agreed === OUR_TIME ? [`The two authorities agreed on no time: it is due ${String(OUR_TIME.length)} hours from now, which is our reading.`] : []),
    ...(isHeard ? [] : [UNHEARD]),
  ];
}

import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { Scene } from './perform.ts';
import { stillTells } from './still-tells.ts';

const READ_BY_HOME = ['addressee', 'outcome', 'words', 'departure'] as const;

/** Every home the child comes to reads the plan to prevent another episode: like a safety note it names nobody and no place, the present home's own neither. What the writer does not read holds it back without a word. */
export async function refuseTellingHome(scene: Scene, child: string, plan: DecisionPayloads['RETURN_STEP']): Promise<void> {
  for (const field of READ_BY_HOME) {
    const told = await stillTells(scene, { child, audience: 'PLACEMENT', recipient: null, text: plan[field] ?? '' });
    if (told !== null) {
      throw new HubError('BAD_INPUT', `"${field}" tells of ${told}. The home reads the plan: say it without that.`);
    }
  }
}

import type { DecisionPayloads, LeftIn } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { lookedThrough, type Looking } from './left-in-text.ts';
import { mustBeFreeToWrite } from './may-try-again.ts';
import type { Scene } from './perform.ts';
import { stillTells } from './still-tells.ts';

const READ_BY_HOME = ['words', 'outcome', 'addressee', 'departure'] as const;

/** Every home the child comes to reads the plan to prevent another episode: like a safety note it names nobody and no place, the present home's own neither. What the writer does not read holds it back without a word. */
export async function refuseTellingHome(scene: Scene, { child, plan }: { readonly child: string; readonly plan: DecisionPayloads['RETURN_STEP'] }, looked: Looking): Promise<LeftIn[]> {
  await mustBeFreeToWrite(scene, child);
  for (const field of READ_BY_HOME) {
    const told = await stillTells(scene, { child, audience: 'PLACEMENT', recipient: null, text: plan[field] ?? '' });
    if (told !== null) {
      throw new HubError('BAD_INPUT', `"${field}" tells of ${told}. The home reads the plan: say it without that.`);
    }
  }
  const fields = Object.fromEntries(READ_BY_HOME.map((field) => [field, plan[field]]));
  return lookedThrough(scene, { child, recipient: null, fields }, looked);
}

import type { LeftIn } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { HearNames } from '../domain/redaction/hear-names.ts';
import { suggestRedactions } from '../domain/redaction/suggest-redactions.ts';
import { isForOneAlone } from './check-recipient.ts';
import type { Given } from './given.ts';
import type { Scene } from './perform.ts';
import { readersNetwork, type TextForSomebody } from './still-tells.ts';

/**
 * What in a text for a home or a parent still reads like somebody or somewhere, whether the hub knows of it or not; of every
 * other audience nothing is asked. All of it is the approver's own text: nothing in it is told that they do not read.
 */
export async function leftInText(scene: Scene, { text, ...of }: TextForSomebody, hear: HearNames): Promise<LeftIn[]> {
  if (!isForOneAlone(of.audience)) {
    return [];
  }
  const { network, to } = await readersNetwork(scene, of);
  return suggestRedactions(text, { network, to, hear }).map(({ from, until, kind }) => ({ from, until, kind }));
}

/** Refuses an approval that leaves a passage unlooked at; `confirmed` says where each begins that may stand. */
export function mustBeConfirmed(left: readonly LeftIn[], confirmed: Given<readonly number[]>): void {
  const open = left.filter(({ from }) => confirmed?.includes(from) !== true);
  if (open.length > 0) {
    const where = open.map(({ from, until }) => `${String(from)}-${String(until)}`).join(', ');
    throw new HubError('REDACTION_UNCONFIRMED', `Passages of the text that may tell who or where somebody is: ${String(open.length)}, at ${where}. Where one may stand, send where it begins in "confirmed"; else have the text proposed anew without it.`);
  }
}

import { personOf } from '../domain/sharing/audience.ts';
import { HubError } from '../domain/errors.ts';
import { textHash } from '../domain/redaction/text-hash.ts';
import { mayApprove } from '../policy/may-do.ts';
import { factsOfRedaction } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import type { Given } from './given.ts';
import { leftInText, looking, mustBeConfirmed } from './left-in-text.ts';
import { mustBeFreeToTry, tellOfTries } from './may-try-again.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { mustBeAllowed, seeRow, type Seen } from './see-row.ts';
import { stillTells } from './still-tells.ts';

/** Says no more than that: why would say what is known. */
const HELD_BACK = 'The text needs another look before anybody reads it: somebody or somewhere may still be told by it. Propose it anew with less in it.';

/** Approves one proposed text; `revision` is that of the text as it was read. */
export interface ApproveRedaction {
  readonly key: string;
  readonly redaction: string;
  readonly revision: number;
  /** Of a text for a home or a parent: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
}

/** A trained person other than the author approves a text, as it stands and for the interview it was made from. */
export async function approveRedaction(services: ActionServices, actor: Actor, input: ApproveRedaction, now: number): Promise<Acted> {
  const { hear } = await looking(input.confirmed);
  return performDecision(services, { action: 'approveRedaction', actor, input, now }, async (scene) => {
    const redaction = await seeRow(scene, 'Redaction', input.redaction);
    checkApprover(scene, redaction);
    if (redaction.revision !== input.revision) {
      throw new HubError('STALE_REVISION', `The text stands at revision ${String(redaction.revision)} now; nothing was stored.`);
    }
    await mustBeFreeToTry(scene, redaction.child);
    const { interview, audience, recipient, madeFrom, contentHash, text } = redaction;
    if (madeFrom !== contentHash) {
      throw new HubError('REDACTION_STALE', 'The interview changed after this text was made from it.');
    }
    const told = await stillTells(scene, { child: redaction.child, text, audience, recipient });
    if (told !== null) {
      throw new HubError('REDACTION_STALE', `The text tells of ${told}.`);
    }
    const leftIn = await leftInText(scene, { child: redaction.child, text, audience, recipient }, hear);
    mustBeConfirmed(leftIn, input.confirmed);
    const decided = await decide(scene, {
      kind: 'REDACTION_APPROVAL',
      on: redaction,
      about: { id: interview, records: [interview] },
      matter: `${audience} ${recipient ?? ''}`,
      revision: null,
      payload: { redaction: redaction.id, madeFrom, textHash: textHash(text), leftIn },
    });
    const waits = await isHeldBack(scene, redaction.id);
    if (waits) {
      await tellOfTries(scene, redaction);
    }
    return { ...decided, id: redaction.id, child: redaction.child, warnings: waits ? [HELD_BACK] : [] };
  });
}

/** Approved word for word and kept back all the same: by what is known round the child, be it of something the approver does not read. */
async function isHeldBack({ em, now }: Scene, redaction: string): Promise<boolean> {
  return (await factsOfRedaction(em, redaction, now))?.state !== 'APPROVED';
}

/** The author stays the author in whatever capacity they come back. */
function checkApprover(scene: Scene, { facts, author }: Seen<'Redaction'>): void {
  const { person } = scene.actor.viewer;
  const trained = scene.services.directory().people.get(person)?.trainedToRedact === true;
  const approval = mayApprove({ author: personOf(author), approver: person, trained });
  if (approval !== 'MAY') {
    throw new HubError('NOT_TRAINED', approval === 'OWN_TEXT' ? 'You wrote this text; somebody else approves it.' : 'You are not recorded as trained to approve redacted texts.');
  }
  mustBeAllowed(scene, 'Redaction', facts);
}

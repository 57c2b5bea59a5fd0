import { HubError } from '../domain/errors.ts';
import { STRUCTURED_QUESTIONS, type StructuredQuestion } from '../domain/interview/interview-form.ts';
import type { Audience, Topic } from '../domain/sharing/audience.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { recipientOfText } from './check-recipient.ts';
import { decide, standsAsRead } from './decide.ts';
import { optionalText, requiredText, type Given } from './given.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct } from './see-row.ts';
import { stillTells } from './still-tells.ts';

/** A text made from an interview for one audience. */
export interface ProposeRedaction {
  readonly key: string;
  readonly interview: string;
  readonly revision: number;
  readonly audience: Audience;
  /** Of a placement or a parent: for which one alone. */
  readonly recipient?: Given<string>;
  readonly text: string;
  /** Structured answers to be shown with it. */
  readonly answers: readonly StructuredQuestion[];
  readonly topics?: Given<readonly Topic[]>;
  /** Of the interview as the author read it. */
  readonly contentHash: string;
}

/** Proposes a redacted text; nobody reads it until a trained person other than its author has approved it. */
export function proposeRedaction(services: ActionServices, actor: Actor, input: ProposeRedaction, now: number): Promise<Acted> {
  return performDecision(services, { action: 'proposeRedaction', actor, input, now }, async (scene) => {
    const interview = await seeToAct(scene, 'ReturnInterview', input.interview);
    if (interview.contentHash !== input.contentHash) {
      throw new HubError('STALE_REVISION', 'The interview says something else than what this text was made from; nothing was stored.');
    }
    const { audience, answers } = input;
    const recipient = recipientOfText(services.directory(), audience, optionalText(input.recipient));
    const text = requiredText(input.text, 'text');
    const matter = { kind: 'REDACTION', on: interview, about: interview, matter: `${audience} ${recipient ?? ''}`, revision: input.revision } as const;
    await standsAsRead(scene, matter);
    const told = await stillTells(scene, { child: interview.child, text, audience, recipient });
    if (told !== null) {
      throw new HubError('BAD_INPUT', `"text" still tells of ${told}. Take it out, in every spelling; suggestRedaction shows where it stands.`);
    }
    const payload = { audience, recipient, text, answers: structured(answers), topics: [...new Set(input.topics ?? [])], madeFrom: input.contentHash };
    const decided = await decide(scene, { ...matter, payload });
    return { ...decided, child: interview.child, warnings: [] };
  });
}

function structured(answers: readonly StructuredQuestion[]): StructuredQuestion[] {
  if (answers.some((answer) => !STRUCTURED_QUESTIONS.includes(answer))) {
    throw new HubError('BAD_INPUT', '"answers" can only be questions answered from a list; words of the child go into the text.');
  }
  return [...new Set(answers)];
}

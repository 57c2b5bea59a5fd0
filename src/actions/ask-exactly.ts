import { randomUUID } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { HOUR } from '../domain/interval/durations.ts';
import { mayAsk } from '../policy/may-do.ts';
import { addQuestion, childByKey, questionsSince } from '../store/write/whose-child-store.ts';
import type { ActionServices } from './action-services.ts';
import { performAsking, type Deed } from './perform.ts';

/** How often one person, and one agency, asks about an exactly named child within an hour. */
const MOST_BY_PERSON = 20;
const MOST_BY_AGENCY = 60;

/** A question about a child the actor need not see. */
interface Question extends Omit<Deed, 'action' | 'kind'> {
  readonly action: 'whoseChild' | 'openEmergencyAccess';
}

/**
 * Counts a question by a child's exact name and writes it down, in a transaction of its own: it stays asked whatever it is
 * answered. `key` names the child, for the log alone.
 */
export async function askExactly(services: ActionServices, question: Question, key: string): Promise<void> {
  await performAsking(services, { ...question, kind: 'QUESTION' }, async ({ em, actor, now }) => {
    const { person, agency } = actor.viewer;
    if (!mayAsk(actor.viewer, question.action)) {
      throw new HubError('FORBIDDEN', 'Your role does not include asking about a child you do not see.');
    }
    const asked = await questionsSince(em, { person, agency, since: now - HOUR });
    if (asked.person >= MOST_BY_PERSON || asked.agency >= MOST_BY_AGENCY) {
      throw new HubError('RATE_LIMITED', 'This was asked too often within an hour. Ask again in an hour, or ring the duty contact of the authority you suspect.');
    }
    await addQuestion(em, { id: randomUUID(), person, agency, at: now });
    return { answer: {}, child: await childByKey(em, key) };
  });
}

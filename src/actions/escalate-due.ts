import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { Log } from '../logging/log.ts';
import { asWriter, type Database, type Writing } from '../store/database.ts';
import { addAuditEvents } from '../store/write/audit-store.ts';
import { nextAnswerBy, takeUnanswered, type Unanswered } from '../store/write/escalation-store.ts';

/** What escalating needs of the rest of the hub. */
export interface EscalatingServices {
  readonly database: Database;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

/**
 * Writes down each step of an alert that was not answered in its time, once, and says that the next is to be seen. Seeing it
 * does not wait for this: its notice is there from its time on. Answers when there is something to write down again; null: nothing waits.
 */
export async function escalateDue({ database, clock, log }: EscalatingServices): Promise<number | null> {
  for (;;) {
    const now = clock();
    const next = await asWriter(database, (em) => nextAnswerBy(em));
    if (next === null || next > now) {
      return next;
    }
    const unanswered = await asWriter(database, (em) => writeDown(em, now), { serial: true });
    for (const { alert, about, to, step, next: reached } of unanswered) {
      const [role, agency] = to.includes('@') ? [undefined, agencyOfPerson(to)] : to.split(':');
      log.warn(reached === null ? 'alert-unanswered' : 'alert-escalated', { reference: alert, record: about, role, agency, count: step });
    }
  }
}

/** What the hub does by itself. */
const HUB = { actor: 'homeward', agency: 'homeward', role: 'HUB' } as const;

/** Marking, the audit events and what is said of the next steps: all of it or nothing. */
async function writeDown(em: Writing, at: number): Promise<readonly Unanswered[]> {
  const unanswered = await takeUnanswered(em, at);
  const events = unanswered.map(({ alert, step, kind, about, child, to, answerBy, next }) => ({
    at,
    kind: 'ESCALATION' as const,
    ...HUB,
    children: child === null ? [] : [child],
    body: { action: 'escalateAlert', outcome: 'DONE', alert, of: kind, about, step, notAnsweredBy: to, answerBy: new Date(answerBy).toISOString(), next: next?.to ?? null },
  }));
  await addAuditEvents(em, events);
  return unanswered;
}

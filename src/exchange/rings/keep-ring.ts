import { agencyOfAddressee } from '../../domain/sharing/audience.ts';
import { NOT_RUNG_NOTICE } from '../../domain/workflow/not-rung-notice.ts';
import type { Writing } from '../../store/database.ts';
import { addAuditEvent } from '../../store/write/audit-store.ts';
import { addNotice } from '../../store/write/notice-store.ts';
import { keepNotRung, keepRung, type NotRung, type RingSubject, type RingTry } from '../../store/write/ring-store.ts';

/** Keeps that somebody was rung, and writes it down; the first time alone. */
export async function sayRung(em: Writing, one: RingTry, now: number): Promise<void> {
  const subject = await keepRung(em, { id: one.id, now });
  await (subject === null ? undefined : writeDown(em, one, { subject, now, outcome: 'DONE' }));
}

/** Keeps why somebody was not rung; once it is to be told, writes it down and puts it on the briefings of whom the alert is before and who watches it. */
export async function sayNotRung(em: Writing, one: RingTry, came: Omit<NotRung, 'id' | 'tries'>): Promise<void> {
  const subject = await keepNotRung(em, { id: one.id, tries: one.tries, ...came });
  if (subject === null) {
    return;
  }
  const { now } = came;
  await writeDown(em, one, { subject, now, outcome: came.fault });
  await addNotice(em, { to: [one.addressee, ...subject.watchers], ...NOT_RUNG_NOTICE, child: subject.child, about: subject.about, visibleFrom: now, raisedAt: now });
}

/** What the hub does by itself. */
const HUB = { actor: 'homeward', agency: 'homeward', role: 'HUB' } as const;

async function writeDown(em: Writing, { alert, addressee, step }: RingTry, { subject: { kind, about, shown }, now, outcome }: { readonly subject: RingSubject; readonly now: number; readonly outcome: string }): Promise<void> {
  const body = { action: 'ringDuty', outcome, alert, of: kind, about, step, rung: addressee, at: agencyOfAddressee(addressee) };
  await addAuditEvent(em, { at: now, kind: 'ESCALATION', ...HUB, children: shown === null ? [] : [shown], body });
}

import { daysKept, RETENTION_CLASSES, type RetentionClass } from '../domain/authority/retention.ts';
import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { asOwner } from '../store/as-owner.ts';
import type { Writing } from '../store/database.ts';
import type { TwoPeople } from '../store/write/erase/legal-hold-store.ts';
import { eraseRaw, rawDue, recordsDue, type RetentionRule } from '../store/write/erase/retention-store.ts';
import { addAuditEvent } from '../store/write/audit-store.ts';
import type { ActionServices } from './action-services.ts';
import { eraseWithin, ownerOf, type ErasureServices } from './erase-records.ts';

/** Whose retention is kept, and whether it is done or only looked at. */
export interface RetentionAsked extends TwoPeople {
  readonly apply: boolean;
}

/** How much of one class is past its time; `days` null: the agency keeps it until it says. */
export interface RetentionKept {
  readonly kept: RetentionClass;
  readonly days: number | null;
  readonly due: number;
}

/** Looks at, or takes away, everything of an agency's that is past its time and under no hold. One transaction a class. */
export async function keepRetention(services: ErasureServices & Pick<ActionServices, 'directory'>, asked: RetentionAsked): Promise<RetentionKept[]> {
  const own = services.directory().agencies.get(asked.agency)?.retentionDays ?? {};
  const told: RetentionKept[] = [];
  for (const kept of RETENTION_CLASSES) {
    const days = daysKept(kept, own);
    const rule = days === null ? null : { agency: asked.agency, before: new Date(asked.now - days * DAY).toISOString() };
    const due = rule === null ? 0 : await asOwner(ownerOf(services), (em) => keepClass(em, services, { kept, rule, asked }));
    told.push({ kept, days, due });
  }
  return told;
}

interface ClassAsked {
  readonly kept: RetentionClass;
  readonly rule: RetentionRule;
  readonly asked: RetentionAsked;
}

function keepClass(em: Writing, services: Pick<ActionServices, 'refold'>, ask: ClassAsked): Promise<number> {
  const { kept, ...rest } = ask;
  return kept === 'RAW_DOCUMENT' || kept === 'QUARANTINE' ? keepRaw(em, { kept, ...rest }) : keepRecords(em, services, { kept, ...rest });
}

async function keepRaw(em: Writing, { kept, rule, asked }: ClassAsked & { readonly kept: 'RAW_DOCUMENT' | 'QUARANTINE' }): Promise<number> {
  const due = await rawDue(em, kept, rule);
  if (asked.apply && due > 0) {
    await eraseRaw(em, kept, { ...rule, at: new Date(asked.now).toISOString() });
    const { by: actor, agency, second, now: at } = asked;
    await addAuditEvent(em, { at, kind: 'ERASURE', actor, agency, role: 'RECORDS_MANAGER', children: [], body: { reason: 'retention', kept, due, second } });
  }
  return due;
}

async function keepRecords(
  em: Writing,
  services: Pick<ActionServices, 'refold'>,
  { kept, rule, asked }: ClassAsked & { readonly kept: Exclude<RetentionClass, 'RAW_DOCUMENT' | 'QUARANTINE'> },
): Promise<number> {
  const { records, scope } = await recordsDue(em, kept, rule);
  if (asked.apply) {
    for (const record of records) {
      await eraseWithin(em, services, { ...asked, record, scope, reason: `retention of ${kept}` }).catch(unlessHeld);
    }
  }
  return records.length;
}

/** What was filed before under a child under a hold waits for it; the others do not. */
function unlessHeld(error: unknown): void {
  if (!(error instanceof HubError && error.code === 'LEGAL_HOLD')) {
    throw error;
  }
}

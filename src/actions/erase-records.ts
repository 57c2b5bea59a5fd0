import { randomUUID } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { asOwner } from '../store/as-owner.ts';
import type { Writing } from '../store/database.ts';
import { erase, eraseRecordNames, planErasure, type ErasurePlan, type ErasureScope } from '../store/write/erase/erasure-store.ts';
import { holdsOn, type TwoPeople } from '../store/write/erase/legal-hold-store.ts';
import { shownIds, toldOf, type ToldTo } from '../store/write/erase/recipients-store.ts';
import { addAuditEvent } from '../store/write/audit-store.ts';
import type { ActionServices } from './action-services.ts';

/** What erasing needs besides: the owner's login, which no serving process has to have. */
export interface ErasureServices extends Pick<ActionServices, 'refold'> {
  readonly ownerUrl: string | null;
}

/** An erasure that was asked for: of which record, why, by which two people. */
export interface ErasureAsked extends TwoPeople {
  readonly record: string;
  readonly scope: ErasureScope;
  readonly reason: string;
}

/** What is looked at; with `field`, recipients are only those who were shown that one. */
export interface ErasureLookedAt extends Pick<ErasureAsked, 'record' | 'scope' | 'agency'> {
  readonly field?: string | null;
}

/** What goes, or went, and who was shown any of it and is to be told. */
export interface Erasure {
  readonly plan: ErasurePlan;
  readonly recipients: readonly ToldTo[];
}

/** What an erasure would take, without taking anything. */
export async function dryErasure(services: Pick<ErasureServices, 'ownerUrl'>, asked: ErasureLookedAt): Promise<Erasure> {
  return asOwner(ownerOf(services), (em) => prepared(em, asked));
}

/** Erases: nothing of the record is left but hashes, by which a replay is known and refused, and the log of who was shown what. */
export async function eraseRecord(services: ErasureServices, asked: ErasureAsked): Promise<Erasure> {
  return asOwner(ownerOf(services), (em) => eraseWithin(em, services, asked));
}

/** The same inside a transaction of the owner's that does more. */
export async function eraseWithin(em: Writing, { refold }: Pick<ActionServices, 'refold'>, asked: ErasureAsked): Promise<Erasure> {
  const erasure = await prepared(em, asked);
  const { child, subjects, concerned, observations, decisions, documents } = erasure.plan;
  const [hold] = await holdsOn(em, concerned);
  if (hold !== undefined) {
    throw new HubError('LEGAL_HOLD', `A legal hold stands on this child, or on one under whom the record was filed before (${hold.id}).`);
  }
  const at = new Date(asked.now).toISOString();
  const children = await shownIds(em, child);
  await erase(em, erasure.plan, { id: randomUUID(), at });
  await refold(em, subjects);
  await eraseRecordNames(em, erasure.plan);
  await addAuditEvent(em, {
    at: asked.now,
    kind: 'ERASURE',
    actor: asked.by,
    agency: asked.agency,
    role: 'RECORDS_MANAGER',
    children,
    body: { record: asked.record, scope: asked.scope, reason: asked.reason, second: asked.second, observations, decisions, documents },
  });
  return erasure;
}

async function prepared(em: Writing, { record, scope, agency, field = null }: ErasureLookedAt): Promise<Erasure> {
  const plan = await planErasure(em, record, scope);
  // Another authority's child looks like none.
  if (plan?.responsible.includes(agency) !== true) {
    throw new HubError('NOT_FOUND', 'Your agency answers for no record of that id.');
  }
  const shown = await Promise.all([...new Set([record, ...plan.records])].map((id) => shownIds(em, id)));
  return { plan, recipients: await toldOf(em, [...new Set(shown.flat())], field) };
}

/** Erasing is the owner's: the login that serves cannot take anything away. */
export function ownerOf({ ownerUrl }: Pick<ErasureServices, 'ownerUrl'>): string {
  if (ownerUrl === null) {
    throw new HubError('CONFIG_INVALID', 'Erasing needs the owner of the database: set DATABASE_OWNER_URL for this one command.');
  }
  return ownerUrl;
}

import { execute, type Writing } from '../../database.ts';

/** While a hold stands nothing of the child is erased, whatever retention says. */
export interface LegalHold {
  readonly id: string;
  /** A person record of the child. */
  readonly child: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setWith: string;
  readonly setAt: string;
}

/** Who does something that takes two people. */
export interface TwoPeople {
  /** The agency both act for. */
  readonly agency: string;
  readonly by: string;
  readonly second: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const HOLDS = `select id, child, reason, set_by as "setBy", set_with as "setWith", set_at::text as "setAt"
  from legal_hold where lifted_at is null`;

/** The holds that stand on any of these person records, whoever set them. */
export function holdsOn(em: Writing, childRecords: readonly string[]): Promise<LegalHold[]> {
  return execute(em, `${HOLDS} and child = any ($1::uuid[]) order by set_at, id`, [childRecords]);
}

/** The holds one agency has set. */
export function holdsOf(em: Writing, agency: string): Promise<LegalHold[]> {
  return execute(em, `${HOLDS} and agency = $1 order by set_at, id`, [agency]);
}

/** Sets a hold on the child this person record belongs to. */
export async function setHold(em: Writing, hold: { readonly id: string; readonly child: string; readonly reason: string }, { by, second, agency, now }: TwoPeople): Promise<void> {
  await execute(em, `insert into legal_hold (id, child, reason, set_by, set_with, set_at, agency) values ($1, $2, $3, $4, $5, $6, $7)`, [
    hold.id,
    hold.child,
    hold.reason,
    by,
    second,
    new Date(now).toISOString(),
    agency,
  ]);
}

/** Lifts a hold; false where there is none to lift. */
export async function liftHold(em: Writing, id: string, { by, second, agency, now }: TwoPeople): Promise<boolean> {
  const lifted = await execute(
    em,
    `update legal_hold set lifted_by = $2, lifted_with = $3, lifted_at = $4 where id = $1::uuid and agency = $5 and lifted_at is null returning id`,
    [id, by, second, new Date(now).toISOString(), agency],
  );
  return lifted.length > 0;
}

import { execute, type Writing } from '../database.ts';

/** The head of a partner's log as the partner's sealer signed it. */
export interface PartnerSeal {
  readonly number: number;
  readonly head: string;
  readonly signature: string;
  readonly kid: string;
  /** When it was sealed, an ISO instant. */
  readonly at: string;
}

/** What is held of a partner's log so far, as far as one more head is compared with it. */
export interface HeldBefore {
  /** The heads held under the very same number. */
  readonly heads: readonly string[];
  /** The latest number held; null where nothing is. */
  readonly latest: number | null;
}

/** What is held of this number of a partner's log, and of all of it. */
export async function heldBefore(em: Writing, { hub, number }: { readonly hub: string; readonly number: number }): Promise<HeldBefore> {
  const [row] = await execute<HeldBefore>(
    em,
    `select coalesce(array_agg(head) filter (where number = $2), '{}') as heads, max(number)::integer as latest from partner_anchor where hub = $1`,
    [hub, number],
  );
  return row ?? { heads: [], latest: null };
}

/** How many heads of a partner came since then, and when the first of these: epoch milliseconds, null where none came. */
export async function heldSince(em: Writing, { hub, since }: { readonly hub: string; readonly since: number }): Promise<{ readonly count: number; readonly first: number | null }> {
  const [row] = await execute<{ count: number; first: number | null }>(
    em,
    `select count(*)::integer as count, (extract(epoch from min(anchored_at)) * 1000)::float8 as first from partner_anchor where hub = $1 and anchored_at > $2`,
    [hub, new Date(since).toISOString()],
  );
  return row ?? { count: 0, first: null };
}

/** Keeps a partner's head for good, with the statement it came in; one that is held already stays as it is. */
export async function holdSeal(em: Writing, { hub, seal, sent, at }: { readonly hub: string; readonly seal: PartnerSeal; readonly sent: object; readonly at: number }): Promise<void> {
  await execute(
    em,
    `insert into partner_anchor (hub, number, head, kid, signature, sealed_at, sent, anchored_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (hub, number, head) do nothing`,
    [hub, seal.number, seal.head, seal.kid, seal.signature, seal.at, JSON.stringify(sent), new Date(at).toISOString()],
  );
}

/** A place among the heads held of a partner, in their order. */
export interface HeldPlace {
  readonly number: number;
  readonly head: string;
}

/** What is held of a partner's log, in order, from after this place on. */
export async function sealsHeld(em: Writing, { hub, after, most }: { readonly hub: string; readonly after: HeldPlace | null; readonly most: number }): Promise<readonly PartnerSeal[]> {
  return execute<PartnerSeal>(
    em,
    `select number::integer as number, head, signature, kid, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from partner_anchor where hub = $1 and (number, head) > ($2, $3) order by number, head limit $4`,
    [hub, after?.number ?? 0, after?.head ?? '', most],
  );
}

/** The latest of this hub's own heads that a partner has signed for, and when; null where there is none. */
export async function lastReceipt(em: Writing, hub: string): Promise<(HeldPlace & { readonly at: number }) | null> {
  const [row] = await execute<HeldPlace & { at: string }>(em, `select number::integer as number, head, (extract(epoch from received_at) * 1000)::text as at from anchor_receipt where hub = $1 order by received_at desc, number desc limit 1`, [hub]);
  return row === undefined ? null : { ...row, at: Math.round(Number(row.at)) };
}

/** Keeps what a partner signed to one of this hub's own heads; the first time it did. */
export async function keepAnchorReceipt(em: Writing, { hub, number, head, sent, received, at }: HeldPlace & { readonly hub: string; readonly sent: object; readonly received: object; readonly at: number }): Promise<void> {
  await execute(
    em,
    `insert into anchor_receipt (hub, number, head, sent, received, received_at) values ($1, $2, $3, $4, $5, $6) on conflict (hub, number, head) do nothing`,
    [hub, number, head, JSON.stringify(sent), JSON.stringify(received), new Date(at).toISOString()],
  );
}

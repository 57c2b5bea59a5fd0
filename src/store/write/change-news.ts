import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { execute, type Database } from '../database.ts';
import { listenTo } from '../listen-to.ts';
import { ALERT_CHANNEL } from './alert-store.ts';
import { STANDING_CHANNEL } from './directory-store.ts';

/** Hears, once a transaction is through, which children are shown otherwise than before: ids alone. */
const PICTURE_CHANNEL = 'homeward_picture';
/** PostgreSQL takes up to 8,000 bytes at once; this many ids, written as JSON, stay well below. */
const IDS_AT_ONCE = 180;

/** What has changed somewhere in the hub. Who is told of it is asked for each of them by the gate. */
export type Change =
  /** Children whose rows came, went or became others. */
  | { readonly kind: 'PICTURE'; readonly children: readonly string[] }
  | { readonly kind: 'ALERT'; readonly notice: string }
  /** Who may do what: a directory was loaded, or a token taken back. */
  | { readonly kind: 'STANDING' };

/** Says which children are shown otherwise, once the transaction is through. */
export async function tellChanged(em: EntityManager, children: readonly string[]): Promise<void> {
  const told = Array.from({ length: Math.ceil(children.length / IDS_AT_ONCE) }, (_, nth) => JSON.stringify(children.slice(nth * IDS_AT_ONCE, (nth + 1) * IDS_AT_ONCE)));
  if (told.length > 0) {
    await execute(em, `select pg_notify('${PICTURE_CHANNEL}', told) from unnest($1::text[]) as t(told)`, [told]);
  }
}

/** Calls `changed` for whatever changes anywhere in the hub, until stopped or until the connection is lost. */
export function onChange(database: Database, { changed, lost }: { readonly changed: (change: Change) => void; readonly lost: () => void }): Promise<() => void> {
  return listenTo(database, [PICTURE_CHANNEL, ALERT_CHANNEL, STANDING_CHANNEL], {
    heard({ channel, payload }) {
      const change = changeIn(channel, payload);
      if (change !== null) {
        changed(change);
      }
    },
    lost,
  });
}

const id = z.uuid();
const children = z.array(id);
const alert = z.object({ notice: id });

/** Whoever may connect may tell something on a channel: what is not of this form is not heard. */
function changeIn(channel: string, payload: string): Change | null {
  if (channel === STANDING_CHANNEL) {
    return { kind: 'STANDING' };
  }
  const said = jsonOf(payload);
  if (channel === ALERT_CHANNEL) {
    const { success, data } = alert.safeParse(said);
    return success ? { kind: 'ALERT', notice: data.notice } : null;
  }
  const { success, data } = children.safeParse(said);
  return success ? { kind: 'PICTURE', children: data } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

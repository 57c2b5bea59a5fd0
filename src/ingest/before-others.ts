import { agencyOfAddressee } from '../domain/sharing/audience.ts';
import type { Writing } from '../store/database.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Chains } from '../store/write/move-alert.ts';
import type { OpenAlert, Waiting } from '../store/write/waiting-alerts.ts';
import type { IngestServices } from './ingest-services.ts';

/** What waits is looked at again, inside a transaction under the writer's lock. */
export interface LookingAgain {
  readonly em: Writing;
  readonly services: Pick<IngestServices, 'directory' | 'idKey' | 'log'>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Also what a post is to answer of a child who is not restricted: where it is another directory that says who stands in it. */
  readonly posts: boolean;
}

/** What waits, and the agencies of which somebody has answered it: those are not asked again. */
interface Asked extends Waiting {
  readonly answeredAt?: readonly string[];
}

/** Something comes before others than it is before. */
export interface Moved {
  /** Alerts before whom it is not to come any more. */
  readonly ended: readonly OpenAlert[];
  /** Alerts before the right ones already, which nobody is told of again. */
  readonly kept: readonly OpenAlert[];
  /** Before whom it comes instead. */
  readonly chains: Chains;
}

/**
 * Before whom something waits instead, worked out from now on: where a restriction, another directory or another agency that
 * answers for the child changed who that is; null where nobody new is asked and nobody less. Where nobody at all is left it
 * waits as it is.
 */
export function beforeOthers(waiting: Asked, { now, posts }: Pick<LookingAgain, 'now' | 'posts'>, chainsAt: (at: number) => Chains): Moved | null {
  const { alerts } = waiting;
  const right = chainsAt(now).filter((chain) => chain.length > 0);
  if (right.length === 0) {
    return null;
  }
  const kept = alerts.filter((alert) => isAsBefore(alert, { right, chainsAt }) || (!moves(alert, waiting, posts) && right.some((chain) => agenciesOf(chain) === agenciesBefore(alert))));
  const held = [...kept.map(agencyBefore), ...notAskedAgain(waiting)];
  const chains = right.filter((chain) => !held.includes(agencyOf(chain)));
  return chains.length === 0 && kept.length === alerts.length ? null : { ended: alerts.filter((alert) => !kept.includes(alert)), kept, chains };
}

/** In a post there may be one who must not know: only what waits of a restricted child, or waits before people alone, moves with the picture. */
function moves({ steps }: OpenAlert, { restricted }: Waiting, posts: boolean): boolean {
  return posts || restricted === 'YES' || steps.every(({ to }) => to.every((one) => one.includes('@')));
}

/** It is asked for the instant it came before them too: what changed by the hour alone moves nothing, else it would be waited for anew every time. */
function isAsBefore(alert: OpenAlert, { right, chainsAt }: { readonly right: Chains; readonly chainsAt: (at: number) => Chains }): boolean {
  const before = inWords(alert.steps.map(({ to }) => to));
  const isSame = (chain: Chains[number]): boolean => inWords(chain.map(addressees)) === before;
  return right.some(isSame) || chainsAt(Math.min(...alert.steps.map(({ from }) => from))).some(isSame);
}

/** An agency of which somebody has answered, and before which nothing waits. */
function notAskedAgain({ alerts, answeredAt = [] }: Asked): string[] {
  const waiting = alerts.map(agencyBefore);
  return answeredAt.filter((agency) => !waiting.includes(agency));
}

const addressees = ({ to, people }: AlertStep): readonly string[] => people ?? [to];
const inWords = (steps: readonly (readonly string[])[]): string => JSON.stringify(steps.map((to) => to.join(' ')).sort());
const together = (steps: readonly (readonly string[])[]): string => [...new Set(steps.flat().map(agencyOfAddressee))].sort().join(' ');
const agenciesBefore = ({ steps }: OpenAlert): string => together(steps.map(({ to }) => to));
const agenciesOf = (chain: Chains[number]): string => together(chain.map(addressees));
const agencyBefore = ({ steps: [first] }: OpenAlert): string => agencyOfAddressee(first?.to[0] ?? '');

/** The agency before which a chain comes first. */
export const agencyOf = ([first]: Chains[number]): string => agencyOfAddressee(first === undefined ? '' : (addressees(first)[0] ?? ''));

import { ruleNamed } from '../domain/authority/hub-defaults.ts';
import { SILENT_PRACTICE } from '../domain/authority/practice.ts';
import { RING_PLACING, ringPlacingInWords } from '../domain/workflow/ring-placing-notice.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Writing } from '../store/database.ts';
import { askedByHand } from '../store/write/by-hand-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import type { Directory } from './directory.ts';
import { isServiceHere } from './service-here.ts';

/** Whether an authority whose child it is has nobody here who could hear of it. */
export function isPlacingUntold(directory: Pick<Directory, 'people'>, { responsible }: Pick<ChildFacts, 'responsible'>): boolean {
  return responsible.some((authority) => !isServiceHere(directory, authority));
}

/** What cannot wait, of which child, and who of a host may know that there is such a thing. */
export interface CannotWait {
  readonly facts: ChildFacts;
  /** The person record of the child. */
  readonly child: string;
  /** The concern or the item. */
  readonly about: string;
  readonly isOpenTo: (host: string) => boolean;
  readonly at: number;
}

/** Has the host's coordinator ring whoever placed the child, once for each thing, where nobody of them is here; of a restricted child whoever says it is told alone. */
export async function haveHostRing(em: Writing, directory: Pick<Directory, 'agencies' | 'people'>, { facts, child, about, isOpenTo, at }: CannotWait): Promise<void> {
  if (facts.restricted === 'YES' || !isPlacingUntold(directory, facts)) {
    return;
  }
  const asked = await askedByHand(em, [about]);
  const hosts = facts.hosts.filter((host) => isServiceHere(directory, host) && isOpenTo(host));
  const untold = hosts.map((host) => ({ host, to: `HUB_COORDINATOR:${host}` })).filter(({ to }) => !asked.some((before) => before.kind === RING_PLACING && before.to.includes(to)));
  for (const { host, to } of untold) {
    const text = ringPlacingInWords(ruleNamed('AT_ONCE', directory.agencies.get(host)?.practice ?? SILENT_PRACTICE));
    await addNotice(em, { kind: RING_PLACING, text, to: [to], child, about, visibleFrom: at, raisedAt: at });
  }
}

import { noteChain } from '../directory/note-chain.ts';
import { whoActs } from '../directory/who-acts.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfAddressee } from '../domain/sharing/audience.ts';
import { ACT_NOW } from '../domain/workflow/act-now-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../domain/workflow/safety-note-notice.ts';
import { raiseAlert, settleAlert, type AlertStep } from '../store/write/alert-store.ts';
import { openActNow, openNotes, type OpenActNow } from '../store/write/open-told.ts';
import { factsOfIntelligence, factsOfNote } from '../store/write/read-facts.ts';
import { beforeOthers, moves, type LookingAgain } from './before-others.ts';

type Chains = readonly (readonly AlertStep[])[];
type Told = Pick<OpenActNow, 'id' | 'person' | 'raisedAt'>;

/** Intelligence on these children that cannot wait, and safety notes that nobody has read, are before those who may know of them now. */
export async function moveTold(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, services, now } = again;
  for (const item of (await openActNow(em, children)).filter((one) => moves(one, again))) {
    const facts = (await factsOfIntelligence(em, item.id, now))?.facts;
    const chains = facts && beforeOthers(item, now, (from) => stillAsked(item, whoActs(services.directory(), facts, from)));
    await putBefore(again, { ...item, ...ACT_NOW }, chains ?? []);
  }
  for (const note of (await openNotes(em, children)).filter((one) => moves(one, again))) {
    const facts = (await factsOfNote(em, note.id, now))?.facts;
    const chains = facts && beforeOthers(note, now, (from) => [noteChain(services.directory(), { ...note, facts }, from)]);
    await putBefore(again, { ...note, ...SAFETY_NOTE_NOTICE }, chains ?? []);
  }
}

/** An agency at which somebody knows of it, and before which nothing waits, is not asked again. */
function stillAsked({ known, before }: OpenActNow, chains: Chains): Chains {
  const waiting = before.flat().map(agencyOfAddressee);
  return chains.filter(([step]) => step !== undefined && (!known.includes(agencyOfAddressee(step.to)) || waiting.includes(agencyOfAddressee(step.to))));
}

/** Where nobody is left who may know it waits as it is, hidden from everybody, until somebody is. */
async function putBefore({ em, now }: LookingAgain, { id: about, person: child, raisedAt, kind, text }: Told & { readonly kind: string; readonly text: string }, chains: Chains): Promise<void> {
  const moved = chains.filter((chain) => chain.length > 0);
  if (moved.length === 0) {
    return;
  }
  await settleAlert(em, { about, kind }, { by: HUB_SYSTEM, at: now });
  for (const chain of moved) {
    await raiseAlert(em, { kind, child, about, text, chain: chainMoved(chain, now - raisedAt, now), raisedAt });
  }
}

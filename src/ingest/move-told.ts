import { noteChain } from '../directory/note-chain.ts';
import { whoActs } from '../directory/who-acts.ts';
import { ACT_NOW } from '../domain/workflow/act-now-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../domain/workflow/safety-note-notice.ts';
import { moveAlert } from '../store/write/move-alert.ts';
import { openActNow, openNotes, type OpenActNow } from '../store/write/open-told.ts';
import { factsOfIntelligence, factsOfNote } from '../store/write/read-facts.ts';
import { beforeOthers, type LookingAgain, type Moved } from './before-others.ts';

/** Intelligence on these children that cannot wait is before those who may know of it now. */
export async function moveActNow(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, services, now } = again;
  for (const item of await openActNow(em, children)) {
    const facts = (await factsOfIntelligence(em, item.id, now))?.facts;
    await putBefore(again, { ...item, ...ACT_NOW }, facts ? beforeOthers(item, again, (from) => whoActs(services.directory(), facts, from)) : null);
  }
}

/** Safety notes on these children that nobody has read are before those who may know of them now. */
export async function moveNotes(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, services, now } = again;
  for (const note of await openNotes(em, children)) {
    const facts = (await factsOfNote(em, note.id, now))?.facts;
    await putBefore(again, { ...note, ...SAFETY_NOTE_NOTICE }, facts ? beforeOthers(note, again, (from) => [noteChain(services.directory(), { ...note, facts }, from)]) : null);
  }
}

type Told = Pick<OpenActNow, 'id' | 'person' | 'raisedAt'> & { readonly kind: string; readonly text: string };

/** Where nobody is left who may know it waits as it is, hidden from everybody, until somebody is. */
async function putBefore({ em, now }: LookingAgain, { id: about, person: child, raisedAt, kind, text }: Told, moved: Moved | null): Promise<void> {
  if (moved !== null) {
    await moveAlert(em, { kind, child, about, text, raisedAt }, { ...moved, passed: now - raisedAt, now });
  }
}

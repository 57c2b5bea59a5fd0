import type { Observation } from '../domain/observation/observation.ts';
import { isAhead, isSentAhead } from '../domain/observation/said-when.ts';
import type { Message } from '../store/write/observation-store.ts';
import type { Warning } from './adapter-contract.ts';

const SENT = 'The message says that it was sent at a time that had not come when it was received. What is sent before that time counts as older: set the clock of the system that sends it.';
const WORDS = { located: 'traced', returned: 'back' } as const;

/** What of a message lies ahead of when it was sent or received: it is taken, and its sender told at once what it does not do. */
export function aheadWarnings({ place, observations }: Pick<Message, 'place' | 'observations'>): Warning[] {
  const sent = observations.some(isSentAhead) ? [{ code: 'SENT_AHEAD', place, reason: SENT }] : [];
  return [...sent, ...observations.flatMap(eventAhead)];
}

function eventAhead(said: Observation): Warning[] {
  if ((said.kind !== 'located' && said.kind !== 'returned') || said.payload.at === null || !isAhead(said.payload.at, said)) {
    return [];
  }
  const reason = `It says that the child was ${WORDS[said.kind]} at a time that had not come when it was sent or received: that ends no search. Mend the time and send it again.`;
  return [{ code: 'TIME_AHEAD', place: said.place, reason }];
}

import { TOLD, type ToldOf, type ToldWho } from '../authority/practice.ts';
import type { NamedAs } from '../fold/relation.ts';
import type { EpisodeNews } from './episode-news.ts';
import type { ToBeTold } from './who-is-told.ts';

/** Of which news of an episode somebody is told what. */
export const NEWS_TOLD_OF: Readonly<Partial<Record<EpisodeNews, 'MISSING' | 'RETURNED'>>> = { CHILD_MISSING: 'MISSING', CHILD_RETURNED: 'RETURNED' };

/** As what whoever is to be told by name is recorded of the child. */
export const NAMED_TO_BE_TOLD: Readonly<Partial<Record<ToldWho, NamedAs>>> = { IRO: 'IRO', CP_COORDINATOR: 'CP_COORDINATOR', SOCIAL_WORKER: 'SOCIAL_WORKER', PLACING_SOCIAL_WORKER: 'SOCIAL_WORKER' };

const IN_WORDS: Readonly<Record<ToldWho, string>> = {
  PROFESSIONALS: 'the professionals involved, such as school, health and youth justice',
  IRO: 'the independent reviewing officer',
  CP_COORDINATOR: 'the child protection coordinator',
  SOCIAL_WORKER: 'the social worker',
  PLACING_SOCIAL_WORKER: 'the social worker of the authority that placed the child',
  HOST_AUTHORITY: 'the authority in whose area the child is placed',
  PROVIDER: 'the home or carer that the child is placed with',
  FRONT_DOOR: 'the front door of the authority (such as MASH, or duty and advice)',
};
const HAPPENED: Readonly<Record<ToldOf, string>> = { MISSING: 'a child is missing', RETURNED: 'a child who was missing is back', INTERVIEWED: 'a child was interviewed, and when' };
const ASKED_FOR: Readonly<Record<ToBeTold['asks'], string>> = { NOTHING: '', PREVENTION_PLAN: ', and ask them to complete or update the plan to prevent another episode' };

/** By which an authority is told of somebody whom its practice has told and the hub does not tell: who, of what, why not, by which paragraph, and how it is recorded. Fixed words that name nobody. */
export function tellByHand({ who, of, recipients, source, asks }: ToBeTold): { readonly kind: string; readonly text: string } {
  const why = who === 'PROFESSIONALS' ? 'the hub does not tell them all' : recipients.length === 0 ? 'nobody is recorded as that' : 'the hub does not reach whoever is recorded as that';
  const step = who === 'PLACING_SOCIAL_WORKER' ? 'PLACING_WORKER_TOLD' : `PROFESSIONAL_TOLD with "addressee" ${who}`;
  return { kind: kindOf(who, of), text: `Tell ${IN_WORDS[who]} that ${HAPPENED[of]}${ASKED_FOR[asks]} (${source}): ${why}. Record it as ${step}.` };
}

/** The kinds by which it is told that these are to be told of something; of everybody where none are named. */
export function byHandKinds(of: ToldOf, those: readonly ToldWho[] = TOLD): readonly string[] {
  return those.map((who) => kindOf(who, of));
}

const kindOf = (who: ToldWho, of: ToldOf): string => `TELL_${who}_${of}`;

import type { Directory } from '../directory/directory.ts';
import type { ToldWho } from '../domain/authority/practice.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { INTERVIEW_HELD, interviewHeldNotice } from '../domain/workflow/interview-held-notice.ts';
import { byHandKinds, tellByHand } from '../domain/workflow/tell-by-hand.ts';
import type { ToBeTold } from '../domain/workflow/who-is-told.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { askedByHand, hasLegalStatus, takeOffByHand } from '../store/write/by-hand-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { factsOfInterview, type InterviewFacts, type InterviewRow } from '../store/write/read-facts.ts';
import { forgetInterviewsGone, interviewsUntold } from '../store/write/received-interviews.ts';
import type { LookingAgain } from './before-others.ts';
import { dutiesToTell, stands, whoTells } from './duties-to-tell.ts';

const SOCIAL_WORKERS: readonly ToldWho[] = ['SOCIAL_WORKER', 'PLACING_SOCIAL_WORKER'];

/**
 * That an interview was held comes before the child's social worker where the practice of the responsible authority has them told, with what they are asked for:
 * once an interview, whoever held it (Somerset 4.16; West Sussex, Recording information). Where the hub does not reach them, whoever interviews for that authority
 * and its coordinator are asked to tell them by hand.
 */
export async function tellInterviewed({ em, services, now }: LookingAgain, children: readonly string[]): Promise<void> {
  const directory = services.directory();
  if (![...directory.agencies.values()].some(({ practice }) => practice.figures.toBeTold?.value.some(({ of }) => of === 'INTERVIEWED') === true)) {
    return;
  }
  await forgetInterviewsGone(em, children, { kinds: [INTERVIEW_HELD, ...byHandKinds('INTERVIEWED')], by: HUB_SYSTEM, at: now });
  for (const about of await interviewsUntold(em, children, { kind: INTERVIEW_HELD, now })) {
    const row = await factsOfInterview(em, about, now);
    await (row === null ? undefined : tell({ em, directory, now }, row));
  }
}

type Scene = Pick<LookingAgain, 'em' | 'now'> & { readonly directory: Directory };

async function tell({ em, directory, now }: Scene, row: InterviewRow): Promise<void> {
  const happened = { facts: row.facts, of: 'INTERVIEWED', hasStatus: await hasLegalStatus(em, row.child), now } as const;
  for (const authority of row.facts.responsible) {
    for (const duty of dutiesToTell(directory, authority, happened)) {
      await (isReached(directory, row.facts, duty) ? tellThem({ em, now }, row, duty) : askToTell({ em, directory, now }, row, { duty, authority }));
    }
  }
}

/** The hub tells social workers alone, of what they may open. */
function isReached(directory: Directory, facts: InterviewFacts, { who, recipients }: ToBeTold): boolean {
  const opens = (person: string): boolean => readableAttributes(abilityOf({ person: personOf(person), agency: agencyOfPerson(person), role: 'SOCIAL_WORKER' }), 'ReturnInterview', facts).size > 0;
  return SOCIAL_WORKERS.includes(who) && recipients.length > 0 && recipients.every((person) => stands(directory, person) && opens(person));
}

async function tellThem({ em, now }: Pick<Scene, 'em' | 'now'>, { id: about, records, child }: InterviewRow, { who, recipients, source, asks }: ToBeTold): Promise<void> {
  for (const to of recipients) {
    await addNotice(em, { ...interviewHeldNotice({ source, asks }), to: [to], child, about, visibleFrom: now, raisedAt: now });
  }
  await takeOffByHand(em, { records, kinds: byHandKinds('INTERVIEWED', [who]) }, { by: HUB_SYSTEM, at: now });
}

async function askToTell({ em, directory, now }: Scene, { id: about, records, child, facts }: InterviewRow, { duty, authority }: { readonly duty: ToBeTold; readonly authority: string }): Promise<void> {
  const { kind, text } = tellByHand(duty);
  const asked = (await askedByHand(em, records)).filter((before) => before.kind === kind).flatMap(({ to }) => to);
  const workers = facts.restricted === 'NO' ? peopleNamedAs(facts.named, ['WORKER']).filter((person) => agencyOfPerson(person) === authority && stands(directory, person)) : [];
  for (const to of [...workers, ...whoTells(facts, authority)].filter((one) => !asked.includes(one))) {
    await addNotice(em, { to: [to], kind, text, child, about, visibleFrom: now, raisedAt: now });
  }
}

import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { RECEIVED_INTERVIEW } from '../domain/workflow/received-interview-notice.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { answering } from '../policy/answering.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Viewer } from '../policy/viewer.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { factsOfInterview, type InterviewFacts } from '../store/write/read-facts.ts';
import { forgetInterviewsGone, interviewsUntold } from '../store/write/received-interviews.ts';
import type { LookingAgain } from './before-others.ts';

/**
 * That an interview another agency held is there comes before the child's social worker, whichever way it came: by hand, from
 * the other's own system or from its hub; once an interview, and taken off again where the interview is taken back.
 */
export async function tellReceived({ em, now }: Pick<LookingAgain, 'em' | 'now'>, children: readonly string[]): Promise<void> {
  await forgetInterviewsGone(em, children, { kinds: [RECEIVED_INTERVIEW.kind], by: HUB_SYSTEM, at: now });
  for (const about of await interviewsUntold(em, children, { kind: RECEIVED_INTERVIEW.kind, now })) {
    const row = await factsOfInterview(em, about, now);
    for (const to of row === null ? [] : whoReceives(row.facts)) {
      await addNotice(em, { ...RECEIVED_INTERVIEW, to: [to], child: row?.child ?? about, about, visibleFrom: now, raisedAt: now });
    }
  }
}

/** The allocated social worker; where none is, or none may open the interview, the coordinators of whoever answers for the child; nobody of an authority that held it itself. */
function whoReceives(facts: InterviewFacts): readonly string[] {
  const authorities = answering(facts);
  if (authorities.includes(facts.heldBy)) {
    return [];
  }
  const opens = (who: Viewer): boolean => readableAttributes(abilityOf(who), 'ReturnInterview', facts).size > 0;
  const allocated = peopleNamedAs(facts.named, ['SOCIAL_WORKER']).filter((person) => opens({ person: personOf(person), agency: agencyOfPerson(person), role: 'SOCIAL_WORKER' }));
  const coordinators = authorities.filter((agency) => opens({ person: '', agency, role: 'HUB_COORDINATOR' })).map((agency) => `HUB_COORDINATOR:${agency}`);
  return allocated.length > 0 ? allocated : coordinators;
}

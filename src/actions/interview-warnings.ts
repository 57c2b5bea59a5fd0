import type { Practice } from '../domain/authority/practice.ts';
import { ageWarnings } from '../domain/interview/age-warnings.ts';
import { capacityNamed } from '../domain/interview/capacity-named.ts';
import { interviewerWarnings, type Interviewer } from '../domain/interview/interviewer-warnings.ts';
import { practiceWarning, type PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { InterviewPayload } from '../domain/observation/observation.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { StandingInterview } from '../store/write/read-return.ts';
import { formWarnings } from './form-warnings.ts';
import type { KnownReturn } from './known-return.ts';
import { endWarnings, type AskedAt } from './offer-warnings.ts';

/** An interview as it stands once it is recorded, what was said in it, and the child's own. */
export interface RecordedInterview {
  readonly standing: StandingInterview;
  readonly said: InterviewPayload;
  readonly facts: ChildFacts;
}

/** What the practice asks of an interview that was held, or of one that the child refused, and is not there. */
export function interviewWarnings(known: KnownReturn, interview: RecordedInterview, at: AskedAt): PracticeWarning[] {
  const { standing, said } = interview;
  const forms = formWarnings(known, standing, at.practice);
  if (said.state === 'COMPLETED') {
    return [...whoWarnings(known, interview, at.practice), ...ageWarnings(known.ages, at.practice, at.now), ...forms];
  }
  const offer = known.offers.find(({ id }) => id === said.offer);
  const explanation = said.answers.reasons ?? offer?.explanation ?? null;
  return [...endWarnings(known, { id: standing.id, episodes: standing.episodes, explanation, tried: offer?.tried ?? [], outcome: 'REFUSED_AFTER_BOOKING' }, at), ...forms];
}

const NOTHING_SAID = { independentOfPlacement: 'NOT_SAID', independentOfAuthority: 'NOT_SAID', chosenByChild: false, capacity: null, conductedCapacity: null } as const;

function whoWarnings(known: KnownReturn, { standing, said, facts }: RecordedInterview, practice: Practice): PracticeWarning[] {
  // What was recorded of the worker when they were assigned stands until the form says otherwise.
  const assigned = known.assignments.findLast(({ payload }) => payload.worker === standing.interviewer)?.payload;
  const { independentOfPlacement, independentOfAuthority, chosenByChild, capacity, conductedCapacity } = { ...NOTHING_SAID, ...assigned, ...said.answers };
  const named = capacityNamed(conductedCapacity);
  const who: Interviewer = {
    ofPlacement: independentOfPlacement,
    ofAuthority: independentOfAuthority,
    chosenByChild,
    capacity: named.capacity ?? capacity,
    sameAsBefore: sameAsBefore(known, standing),
    ...standingOfChild(known, facts),
  };
  const { independence } = practice.figures;
  const differs = independence !== null && [[assigned?.independentOfPlacement, independentOfPlacement], [assigned?.independentOfAuthority, independentOfAuthority]].some(([then, now]) => isContradicted(then, now));
  const warnings = [...interviewerWarnings(who, practice), ...(differs ? [practiceWarning('INDEPENDENCE_DIFFERS', independence)] : [])];
  // Words that are no capacity of the list can mean the one that is asked for.
  return named.sure ? warnings : warnings.map((one) => (one.code === 'OTHER_CAPACITY_EXPECTED' ? { ...one, perhaps: true } : one));
}

/** YES against NO; who said nothing contradicts nobody. */
function isContradicted(then: string | undefined, now: string | undefined): boolean {
  return [then, now].every((one) => one === 'YES' || one === 'NO') && then !== now;
}

/** Whether the child is open to social care and placed elsewhere, as far as the hub knows; who is not recorded may be there all the same. */
export function standingOfChild({ legalStatus }: Pick<KnownReturn, 'legalStatus'>, { named, hosts, responsible }: ChildFacts): Pick<Interviewer, 'openToSocialCare' | 'placedOutOfArea'> {
  const open = legalStatus !== null || named.some((entry) => entry.startsWith('SOCIAL_WORKER:'));
  return { openToSocialCare: open ? true : null, placedOutOfArea: hosts.length === 0 ? null : hosts.some((host) => !responsible.includes(host)) };
}

/** Of those whom the same service interviewed before: whom another held is not told here. */
function sameAsBefore({ interviews }: KnownReturn, { id, interviewer, heldBy, at }: StandingInterview): boolean | null {
  const before = interviews.findLast((one) => one.id !== id && one.state === 'COMPLETED' && one.heldBy === heldBy && one.interviewer !== null && one.at.from <= at.from);
  return before === undefined ? null : before.interviewer === interviewer;
}

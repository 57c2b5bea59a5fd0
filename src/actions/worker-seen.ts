import type { Practice } from '../domain/authority/practice.ts';
import { practiceWarning, type PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { YesNoNotSaid } from '../domain/interview/interview-words.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { SeenAt } from './seen-at.ts';
import { latestFirst, spanOf, type CourseChild, type CourseRow } from './course-row.ts';
import { SEEN } from './course-wanted.ts';

/** Somebody who knows the child: who held the last interview this reader reads whole, else to whom this return was given before. */
export interface KnownWorker {
  /** `person@agency`. */
  readonly person: string;
  readonly interviewed: boolean;
  /** Whether they were independent then, as the form said. */
  readonly ofPlacement: YesNoNotSaid;
  readonly ofAuthority: YesNoNotSaid;
}

/** The one who is suggested, why, and what speaks against it. */
export interface SuggestedWorker {
  readonly person: string;
  readonly because: string;
  readonly cautions: readonly PracticeWarning[];
}

/** Who knows the child and can be given the return still, of what this reader is shown; a host is told of its own service's people alone. */
export function workerSeen(row: Pick<CourseRow, typeof SEEN.child | typeof SEEN.steps>, { agency, mayBeAssigned }: Pick<SeenAt, 'agency' | 'mayBeAssigned'>): KnownWorker | null {
  const child = row[SEEN.child];
  if (child?.[SEEN.held] === undefined) {
    return null;
  }
  const isTold = (person: string): boolean => child.responsibleAuthorities?.includes(agency) === true || agencyOfPerson(person) === agency;
  const known = [...interviewersOf(child), ...givenTo(row)];
  // Somebody else than the one who knows the child last is no substitute for them.
  const last = known.find(({ person }) => isTold(person));
  return last !== undefined && mayBeAssigned(last.person) ? last : null;
}

function interviewersOf(child: CourseChild): KnownWorker[] {
  const held = (child[SEEN.held] ?? []).flatMap(({ state, at, interviewer, ...said }) => (state === 'COMPLETED' && at && interviewer ? [{ ...said, from: spanOf(at).from, person: interviewer }] : []));
  return held
    .toSorted((one, other) => other.from - one.from)
    .map(({ person, independentOfPlacement, independentOfAuthority }) => ({ person, interviewed: true, ofPlacement: independentOfPlacement ?? 'NOT_SAID', ofAuthority: independentOfAuthority ?? 'NOT_SAID' }));
}

function givenTo(row: Pick<CourseRow, typeof SEEN.steps>): KnownWorker[] {
  const given = latestFirst(row[SEEN.steps])?.filter(({ step }) => step === 'WORKER_ASSIGNED') ?? [];
  return given.flatMap(({ addressee }) => (addressee === null ? [] : [{ person: addressee, interviewed: false, ofPlacement: 'NOT_SAID' as const, ofAuthority: 'NOT_SAID' as const }]));
}

/** The same worker as before where possible (BHM, WSX), with what the practice says against them where the form said that they were not independent. */
export function suggestedBy({ person, interviewed, ofPlacement, ofAuthority }: KnownWorker, { figures: { independence } }: Pick<Practice, 'figures'>): SuggestedWorker {
  const cautions = independence === null ? [] : [
    ...(independence.value.ofPlacement && ofPlacement === 'NO' ? [practiceWarning('NOT_INDEPENDENT_OF_PLACEMENT', independence)] : []),
    ...(independence.value.ofAuthority && ofAuthority === 'NO' ? [practiceWarning('NOT_INDEPENDENT_OF_AUTHORITY', independence)] : []),
  ];
  return { person, because: interviewed ? 'held the last interview with the child that you may read' : 'was given this return before', cautions };
}

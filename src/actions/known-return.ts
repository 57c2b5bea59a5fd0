import type { Addressee } from '../domain/authority/practice.ts';
import { agesAt, type Ages } from '../domain/child/ages-at.ts';
import type { Decision, DecisionOf, DecisionPayloads } from '../domain/decision/decision.ts';
import { fileDecisions, ofKind, type FiledDecisions } from '../domain/decision/standing-decisions.ts';
import type { LetterFacts } from '../domain/interview/letter-to.ts';
import type { ReturnStepKind } from '../domain/interview/return-steps.ts';
import { decisionsUnder } from '../store/write/decision-store.ts';
import { standingReturns, type StandingReturns } from '../store/write/read-return.ts';
import type { Scene } from './perform.ts';

type Step = DecisionPayloads['RETURN_STEP'];

/** What the hub knows of a child's returns under the writer's lock: what the practice's rules are asked of. */
export interface KnownReturn extends StandingReturns {
  readonly ages: Ages | null;
  readonly livingIndependently: boolean | null;
  /** Of the episodes asked for. */
  readonly steps: readonly Step[];
  readonly records: readonly DecisionOf<'CASE_RECORD'>[];
  readonly assignments: readonly DecisionOf<'ASSIGNMENT'>[];
}

const NOTHING: StandingReturns = { birth: null, legalStatus: null, episodes: [], offers: [], interviews: [] };

/** What is known of the child, and what was done about these episodes, by all their records. */
export async function knownReturn({ em, now }: Scene, on: { readonly child: string; readonly childRecords: readonly string[] }, episodeRecords: readonly string[]): Promise<KnownReturn> {
  const standing = (await standingReturns(em, on.child)) ?? NOTHING;
  const filed = fileDecisions(await decisionsUnder(em, on.childRecords));
  const decided = filed.on(episodeRecords);
  return {
    ...standing,
    ages: standing.birth === null ? null : agesAt(standing.birth, now),
    livingIndependently: livesIndependently(filed, on.childRecords),
    steps: ofKind(decided, 'RETURN_STEP').map(({ payload }) => payload),
    records: ofKind(decided, 'CASE_RECORD'),
    assignments: ofKind(filed.onChild(on.childRecords), 'ASSIGNMENT'),
  };
}

/** As the decision-maker said when it was decided which parent is let in; the latest word. */
function livesIndependently(filed: FiledDecisions, childRecords: readonly string[]): boolean | null {
  const said: readonly Decision[] = filed.onChild(childRecords);
  return ofKind(said, 'PARENT').at(-1)?.payload.livesIndependently ?? null;
}

/** The steps of one kind, earliest written first. */
export function stepsOfKind({ steps }: Pick<KnownReturn, 'steps'>, kind: ReturnStepKind): readonly Step[] {
  return steps.filter(({ step }) => step === kind);
}

/** What decides to whom a letter goes, and for whom it is recorded as safe; a later word that it is not takes an earlier one back. */
export function letterFacts(known: Pick<KnownReturn, 'ages' | 'livingIndependently' | 'steps'>): LetterFacts {
  const words = stepsOfKind(known, 'SAFE_TO_SEND').toSorted((one, other) => one.at.from - other.at.from);
  const safeFor = (['PARENT_OR_CARER', 'CHILD'] as const satisfies readonly Addressee[]).filter((one) => {
    const last = words.findLast(({ addressee }) => addressee === one);
    return last !== undefined && last.outcome !== 'NOT_SAFE';
  });
  return { ages: known.ages, livingIndependently: known.livingIndependently, safeFor };
}

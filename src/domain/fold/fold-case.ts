import { datedDecisions, type DatedKind } from '../decision/dated-decisions.ts';
import type { Decision, DecisionOf } from '../decision/decision.ts';
import { finalisedOf, type Finalised } from '../decision/finalised.ts';
import { ofKind, type FiledDecisions } from '../decision/standing-decisions.ts';
import { HOUR } from '../interval/durations.ts';
import type { FollowedTimes } from '../interview/step-counts.ts';
import { personAt } from '../sharing/audience.ts';
import { concernBehind, type Between, type ClosedBy } from './case-closed.ts';
import type { CaseActionPicture, CaseRecordPicture, ConcernPicture, ReturnStepPicture } from './case-pictures.ts';
import type { EpisodePicture } from './picture.ts';
import { partInChild, whilePartInChild, type Standings } from './part-in-child.ts';
import type { Closed, Relation } from './relation.ts';
import { compareText } from './standing.ts';
import type { TellsCarer } from './tells-carer.ts';

/** Where what was written of an episode is looked for: the child's episodes, and episode records of which nothing stands any more. */
export interface CaseEpisodes {
  readonly episodes: readonly Pick<EpisodePicture, 'id' | 'records'>[];
  readonly gone: readonly string[];
  /** When what a step of an episode follows happened. */
  readonly times: (episode: string | null) => FollowedTimes;
}

/** How closed a thing is by what it comes from, and whether a home or a carer is told of somebody by it. */
export interface Judged {
  readonly closed: ClosedBy;
  readonly tells: TellsCarer;
}

/** Who has a part in the child beside the people named, and what things come from. */
export interface CaseAround {
  readonly standings: Omit<Standings, 'named'>;
  readonly between: Between;
}

/** Everything done after the child's returns, the latest first; what was done stays, also where the source took the episode back. */
export function foldReturnSteps(filed: FiledDecisions, where: CaseEpisodes, { closed, tells }: Judged): ReturnStepPicture[] {
  return aboutEpisodes(filed, where, 'RETURN_STEP').map((step) => ({ ...step, tellsNobody: isSafePlan(step.said, tells), ...closed(step.said.of ?? null) })).sort(latestSaidFirst);
}

/** What is written beside the interviews, the latest first. */
export function foldCaseRecords(filed: FiledDecisions, where: CaseEpisodes, closed: ClosedBy): CaseRecordPicture[] {
  return aboutEpisodes(filed, where, 'CASE_RECORD').map((record) => ({ ...record, ...closed(record.said.concern) })).sort(latestSaidFirst);
}

/** The concerns raised about the child, the latest first, with who is to answer and the answer. */
export function foldConcerns(filed: FiledDecisions, closed: ClosedBy, { between: { decided }, standings }: CaseAround): ConcernPicture[] {
  return ofKind(decided, 'CONCERN')
    .map((concern) => {
      const by = closed(concern.payload.interview);
      return { ...concernOf(concern, filed.on([concern.id]), { ...standings, named: by.named }), ...by };
    })
    .sort(latestSaidFirst);
}

/** What people are to do about the child, the next due first. */
export function foldCaseActions(filed: FiledDecisions, { closed, tells }: Judged, { between, standings }: CaseAround): CaseActionPicture[] {
  return ofKind(between.decided, 'CASE_ACTION')
    .map((action) => {
      const by = closed(action.payload.of);
      const outcome = ofKind(filed.on([action.id]), 'CASE_ACTION_OUTCOME').at(-1);
      const ofConcern = concernBehind(action.payload.of, between) !== undefined;
      const doer = isKeptFromOwner(action, outcome) ? [] : partInChild(action.payload.owner, { ...standings, named: by.named });
      return { ...actionOf(action, outcome, tells), doer, ofConcern, ...by };
    })
    .sort((first, second) => first.said.due - second.said.due || compareText(first.id, second.id));
}

/** What came of it, or other words for it, may be kept from its owner where the first words were not, and the other way round. */
function isKeptFromOwner({ payload }: DecisionOf<'CASE_ACTION'>, outcome: DecisionOf<'CASE_ACTION_OUTCOME'> | undefined): boolean {
  return outcome?.payload.keptFromOwner === true || (outcome?.payload.set ?? payload).keptFromOwner === true;
}

/** When the record keeper closed each of the child's episodes, as far as they did. */
export function finalisedEpisodes(filed: FiledDecisions, episodes: CaseEpisodes['episodes']): (Finalised & { readonly episode: string })[] {
  return episodes.flatMap(({ id, records }) => {
    const finalised = finalisedOf(filed.on(records.map((record) => record.id)));
    return finalised === null ? [] : [{ episode: id, ...finalised }];
  });
}

type AboutAnEpisode<K extends DatedKind> = ReturnType<typeof writtenOf> & { readonly episode: string | null; readonly byRole: string; readonly said: DecisionOf<K>['payload']; readonly replacedFrom: number | null };

function aboutEpisodes<K extends DatedKind>(filed: FiledDecisions, { episodes, gone, times }: CaseEpisodes, kind: K): AboutAnEpisode<K>[] {
  const places = [...episodes.map(({ id, records }) => ({ episode: id, records: records.map((record) => record.id) })), { episode: null, records: gone }];
  return places.flatMap(({ episode, records }) =>
    datedDecisions(filed, { records, kind, times: times(episode) }).map(({ word, replacedFrom }) => ({ ...writtenOf(word), byRole: word.role, episode, said: word.payload, replacedFrom })),
  );
}

/** Our figure: whoever it came to in a post sees for so long what came of it; after that the answer is the service's. */
const ANSWER_SEEN = 72 * HOUR;

function concernOf(concern: DecisionOf<'CONCERN'>, about: readonly Decision[], standings: Standings): Omit<ConcernPicture, keyof Closed> {
  const answer = ofKind(about, 'CONCERN_ANSWER').at(-1);
  const { chain } = ofKind(about, 'CONCERN_CHAIN').at(-1)?.payload ?? concern.payload;
  const answeredAt = answer?.at ?? Infinity;
  const until = (to: string): number | null => (answer === undefined || to.includes('@') ? null : answer.at + ANSWER_SEEN);
  return {
    ...writtenOf(concern),
    said: concern.payload,
    addressed: withAPart(chain.filter(({ from }) => from <= answeredAt).map(({ to, from }) => ({ agency: to, from, until: until(to) })), { standings, waits: answer === undefined }),
    answer: answer === undefined ? null : { ...answer.payload, by: personAt(answer.person, answer.agency), at: answer.at },
  };
}

/**
 * Whoever was to answer goes on seeing what came of it, by name and in a post for a time, while they have a part in the child.
 * One that waits is never before nobody: not lost by the hour at which a placement ends, and not where nobody of them has a part.
 */
function withAPart(reached: readonly Relation[], { standings, waits }: { readonly standings: Standings; readonly waits: boolean }): readonly Relation[] {
  if (!waits) {
    return reached.flatMap((one) => whilePartInChild(one, standings));
  }
  const left = reached.filter(({ agency }) => partInChild(agency, standings).length > 0);
  return left.length > 0 ? left : reached;
}

function actionOf(action: DecisionOf<'CASE_ACTION'>, outcome: DecisionOf<'CASE_ACTION_OUTCOME'> | undefined, tells: TellsCarer): Omit<CaseActionPicture, keyof Closed | 'doer' | 'ofConcern'> {
  const { state, outcome: words, set } = outcome?.payload ?? { state: 'OPEN' as const, outcome: null };
  const said = { ...action.payload, ...set };
  const tellsNobody = !tells(said.owner, [said.what, ofOthers(outcome, said.owner)]);
  return { ...writtenOf(action), revision: outcome?.revision ?? 0, said, state, outcome: words, closedAt: outcome === undefined || state === 'OPEN' ? null : outcome.at, tellsNobody };
}

/** What whoever is to do it wrote themself tells them nothing; held back by it, they would learn that it is known. */
function ofOthers(outcome: DecisionOf<'CASE_ACTION_OUTCOME'> | undefined, owner: string): string | null {
  const isTheirs = outcome === undefined || [personAt(outcome.person, outcome.agency), outcome.agency].includes(owner);
  return isTheirs ? null : outcome.payload.outcome;
}

/** The placement reads the plan and no other step; it reads all of it. */
function isSafePlan({ step, addressee, outcome, words, departure }: DecisionOf<'RETURN_STEP'>['payload'], tells: TellsCarer): boolean {
  return step === 'PREVENTION_PLAN' && !tells(null, [addressee, outcome, words, departure]);
}

function writtenOf({ id, person, agency, at, revision }: Pick<Decision, 'id' | 'person' | 'agency' | 'at' | 'revision'>): { id: string; by: string; writtenAt: number; revision: number } {
  return { id, by: personAt(person, agency), writtenAt: at, revision };
}

function latestSaidFirst(first: { id: string; said: { at: { from: number } } }, second: typeof first): number {
  return second.said.at.from - first.said.at.from || compareText(first.id, second.id);
}

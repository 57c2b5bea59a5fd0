import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { ageWarnings } from '../domain/interview/age-warnings.ts';
import { HubError } from '../domain/errors.ts';
import { notNowWarnings } from '../domain/interview/eligibility.ts';
import { stepTimeWarnings } from '../domain/interview/time-warnings.ts';
import type { TriageOutcome } from '../domain/interview/return-steps.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { agreementWarnings } from './agreement-warnings.ts';
import { decide } from './decide.ts';
import { happenedAtOrNow, isoDay, optionalText, type Given } from './given.ts';
import { followedTimes, knownReturn, type KnownReturn } from './known-return.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { dayToAskAgain, inWords, practiceFor, type PracticeFor } from './practice-for.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { tellOfVisit } from './tell-worker.ts';
import { standingDecision } from '../store/write/decision-store.ts';

/** Which way a return goes, as the client sends it. */
export interface TriageReturn {
  readonly key: string;
  readonly episode: string;
  /** That of the triage that stands; 0 where there is none. */
  readonly revision: number;
  /** When it was decided; now where left out. */
  readonly at?: Given<string>;
  readonly outcome: TriageOutcome;
  readonly words?: Given<string>;
  readonly coveredBy?: Given<string>;
  readonly askAgainOn?: Given<string>;
  readonly departure?: Given<string>;
}

type Step = DecisionPayloads['RETURN_STEP'];

/** Keeps which way a return goes; a later triage takes the place of an earlier one. */
export function triageReturn(services: ActionServices, actor: Actor, input: TriageReturn, now: number): Promise<Acted> {
  const payload = triageSaid(input, now);
  return performDecision(services, { action: 'triageReturn', actor, input, now }, (scene) => keep(scene, input, payload));
}

async function keep(scene: Scene, { episode, revision }: TriageReturn, payload: Step): Promise<Acted> {
  const on = await seeToAct(scene, 'Episode', episode);
  const about = { id: on.id, records: on.episodeRecords };
  await refuseOverResponsible(scene, on, about);
  const decided = await decide(scene, { kind: 'RETURN_STEP', on, about, matter: 'TRIAGE', revision, payload });
  const known = await knownReturn(scene, on);
  if (payload.outcome === 'SAME_DAY_VISIT') {
    await tellOfVisit(scene, { on, known, workers: peopleNamedAs(on.facts.named, ['WORKER', 'GUEST_WORKER']) });
  }
  const warnings = warningsOf(payload, { known, id: on.id }, { ...practiceFor(scene.services.directory(), on.facts), now: scene.now });
  return { ...decided, child: on.child, warnings: [...warnings, ...(await agreementWarnings(scene, on))] };
}

/** A host triages its guests' returns; what the responsible authority has decided is changed there. */
async function refuseOverResponsible({ em, actor: { viewer } }: Scene, { childRecords, facts }: Seen<'Episode'>, { records }: { readonly records: readonly string[] }): Promise<void> {
  const standing = await standingDecision(em, { kind: 'RETURN_STEP', children: childRecords, abouts: records, matter: 'TRIAGE' });
  if (standing !== null && facts.responsible.includes(standing.agency) && !facts.responsible.includes(viewer.agency)) {
    throw new HubError('FORBIDDEN', 'The responsible authority has triaged this return; it is changed there.');
  }
}

function triageSaid({ at, outcome, words, coveredBy, askAgainOn, departure }: TriageReturn, now: number): Step {
  return {
    step: 'TRIAGE',
    at: happenedAtOrNow(at, 'at', now),
    addressee: null,
    outcome,
    words: optionalText(words),
    departure: optionalText(departure),
    coveredBy: optionalText(coveredBy),
    askAgainOn: isoDay(askAgainOn, 'askAgainOn'),
  };
}

function warningsOf({ at, departure, outcome, words, coveredBy, askAgainOn }: Step, { known, id }: { readonly known: KnownReturn; readonly id: string }, { practice, of, now }: PracticeFor & { readonly now: number }): string[] {
  const times = stepTimeWarnings({ step: 'TRIAGE', at, departs: departure !== null }, { times: followedTimes(known, [id]), practice, now });
  const notNow = outcome === 'NOT_APPROPRIATE_NOW' ? notNowWarnings({ reason: words, coveredBy, askAgainOn }, practice.figures.notNow, now) : [];
  const day = outcome === 'NOT_APPROPRIATE_NOW' ? dayToAskAgain(askAgainOn, { practice, of, now }) : [];
  return [...inWords(times, 'RESPONSIBLE'), ...inWords([...notNow, ...ageWarnings(known.ages, practice, now)], of), ...day];
}

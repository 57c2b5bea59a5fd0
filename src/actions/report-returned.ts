import { STATUTORY_CLOCK } from '../domain/clocks/clock.ts';
import { CLOCKS_RUN } from '../domain/workflow/episode-news.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { optionalText, pastAt, textsGiven, type Given } from './given.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { toldAtOnce } from '../store/write/episode-news-store.ts';
import type { Scene } from './perform.ts';
import { byDefault, ownPractice, type PracticeFor } from './practice-for.ts';
import { reportOnEpisode, type OnEpisode, type ReportKept } from './report-on-episode.ts';
import { tellEach } from './tell-each.ts';
import { whoHearsOfReturn } from './told.ts';
import type { Reported } from './state-report.ts';

/** The child is back, as the client sends it. */
export interface ReportReturned extends OnEpisode {
  readonly at?: Given<string>;
  readonly to?: Given<string>;
  readonly method?: Given<string>;
  readonly receivedBy?: Given<string>;
  readonly condition?: Given<string>;
  readonly debrief?: Given<string>;
}

/** Keeps that the child is back, who received them and in what condition, and what came of the home's own talk with them. */
export function reportReturned(services: ActionServices, actor: Actor, input: ReportReturned, now: number): Promise<Reported> {
  return reportOnEpisode(services, {
    action: 'reportReturned',
    matter: 'RETURNED',
    actor,
    input,
    now,
    said: () => ({ kind: 'returned', payload: { at: pastAt(input.at, 'at', now), ...textsGiven(input, ['to', 'method', 'receivedBy', 'condition', 'debrief']) } }),
    warnings: warningsOf(input, actor, ownPractice(services.directory(), actor.viewer.agency)),
    tell: tellThatClocksRun,
  });
}

/** The news of the episode tells coordinators at once; of a return that is reported long after they hear here. */
async function tellThatClocksRun(scene: Scene, { facts, child, episode }: ReportKept & { readonly facts: ChildFacts }): Promise<void> {
  const { role, agency } = scene.actor.viewer;
  const known = [`${role}:${agency}`, ...(await toldAtOnce(scene.em, episode, ['CHILD_RETURNED', CLOCKS_RUN.kind]))];
  const to = whoHearsOfReturn(facts).filter((one) => !known.includes(one));
  await tellEach(scene, { to, ...CLOCKS_RUN, child, about: episode });
}

function warningsOf({ at, condition, debrief }: ReportReturned, { viewer }: Actor, by: PracticeFor): string[] {
  return [
    ...(optionalText(at) === null ? [`say when the child was back as soon as it is known: the clocks start there (${STATUTORY_CLOCK.source})`] : []),
    ...(optionalText(condition) === null ? [byDefault('nothing is said of the condition in which the child came back, which is to be recorded', 'ON_RETURN', by)] : []),
    ...(viewer.role === 'PLACEMENT_PROVIDER' && optionalText(debrief) === null ? [byDefault("nothing is said of the home's own talk with the child, which is to be recorded", 'ON_RETURN', by)] : []),
  ];
}

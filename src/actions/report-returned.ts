import type { ActionServices, Actor } from './action-services.ts';
import { optionalText, pastAt, textsGiven, type Given } from './given.ts';
import { reportOnEpisode, type OnEpisode } from './report-on-episode.ts';
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
    warnings: warningsOf(input, actor),
  });
}

function warningsOf({ at, condition, debrief }: ReportReturned, { viewer }: Actor): string[] {
  return [
    ...(optionalText(at) === null ? ['Say when the child was back as soon as it is known: the clocks start there.'] : []),
    ...(optionalText(condition) === null ? ['In what condition the child came back is recorded (BHM).'] : []),
    ...(viewer.role === 'PLACEMENT_PROVIDER' && optionalText(debrief) === null ? ["The home's own debrief is recorded (BHM)."] : []),
  ];
}

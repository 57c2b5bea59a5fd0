import type { ActionServices, Actor } from './action-services.ts';
import { pastAt, textsGiven, type Given } from './given.ts';
import { reportOnEpisode, type OnEpisode } from './report-on-episode.ts';
import type { Reported } from './state-report.ts';

/** The child was traced and is well, as the client sends it. */
export interface ReportLocated extends OnEpisode {
  readonly at?: Given<string>;
  readonly place?: Given<string>;
  readonly how?: Given<string>;
}

/** Keeps that the child was traced; a child who is traced and not back is still away. */
export function reportLocated(services: ActionServices, actor: Actor, input: ReportLocated, now: number): Promise<Reported> {
  return reportOnEpisode(services, {
    action: 'reportLocated',
    matter: 'LOCATED',
    actor,
    input,
    now,
    said: () => ({ kind: 'located', payload: { at: pastAt(input.at, 'at', now), ...textsGiven(input, ['place', 'how']) } }),
    warnings: ['Located is not returned: report the return when the child is back.'],
  });
}

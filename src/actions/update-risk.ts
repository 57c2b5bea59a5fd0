import { dateTimeInterval } from '../domain/interval/london-interval.ts';
import { HubError } from '../domain/errors.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';
import type { Risk } from '../domain/observation/observation.ts';
import type { Said } from '../store/write/hub-statement-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { optionalText, pastAt, textsGiven, type Given } from './given.ts';
import { reportOnEpisode, type OnEpisode } from './report-on-episode.ts';
import type { Reported } from './state-report.ts';

/** The risk now, as the client sends it: of the police their grade, of anybody else their own assessment. */
export interface UpdateRisk extends OnEpisode {
  readonly risk?: Given<Risk>;
  /** In the actor's own words. */
  readonly word?: Given<string>;
  readonly at?: Given<string>;
  readonly why?: Given<string>;
}

/** Keeps a risk with whose it is; what others than the police assess stands beside the police's grade and never in its place. */
export function updateRisk(services: ActionServices, actor: Actor, input: UpdateRisk, now: number): Promise<Reported> {
  return reportOnEpisode(services, {
    action: 'updateRisk',
    matter: 'RISK',
    actor,
    input,
    now,
    said: () => saidOf(input, now),
    warnings: optionalText(input.why) === null ? ['Say what the assessment rests on.'] : [],
  });
}

function saidOf(input: UpdateRisk, now: number): Said<'risk'> {
  const { risk } = input;
  if (!risk) {
    throw new HubError('BAD_INPUT', '"risk" is left out. Say it on the scale; your own words go beside it.');
  }
  const at = pastAt(input.at, 'at', now) ?? dateTimeInterval(canonicalInstant(now));
  if (at === null) {
    throw new HubError('INTERNAL', 'The time now is no time.');
  }
  return { kind: 'risk', payload: { risk, word: optionalText(input.word) ?? risk, at, ...textsGiven(input, ['why']) } };
}

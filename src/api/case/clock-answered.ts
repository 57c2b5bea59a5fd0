import type { ClockSeen, NextStepSeen, SeenAt } from '../../actions/clocks-seen.ts';
import { CANNOT_TELL } from '../../domain/clocks/read-clock.ts';
import { holderInWords } from '../../domain/workflow/step-holder.ts';
import type { RequestContext } from '../context.ts';

/** The practice of each authority as the directory holds it, at the moment of asking. */
export function seenAt({ services, caller, now }: RequestContext): SeenAt {
  const { agencies } = services.directory();
  return { agency: caller.viewer.agency, now, practiceOf: (authority) => agencies.get(authority)?.practice ?? null };
}

/** A clock as its type says it. */
export function clockAnswered({ clock, reading, authority, words, source, flag }: ClockSeen): object {
  const limit = reading.state === 'DUE' ? reading.at : reading.state === 'CANNOT_TELL' ? reading.limit : null;
  return {
    id: clock.id,
    authority,
    words,
    state: reading.state,
    at: limit?.first ?? null,
    atTheLatest: limit?.last ?? null,
    lateByHours: reading.state === 'LATE' ? reading.by.least : null,
    why: reading.state === 'CANNOT_TELL' ? CANNOT_TELL[reading.why] : null,
    source,
    flag,
    aim: clock.aim,
    calendar: clock.calendar,
  };
}

/** A next step as its type says it. */
export function nextStepAnswered({ due, lacks, holder, ...step }: NextStepSeen): object {
  return { ...step, holder: { ...holder, inWords: holderInWords(holder) }, due: due?.first ?? null, lacks: lacks.map(({ words, rule }) => `${words} (${rule})`) };
}

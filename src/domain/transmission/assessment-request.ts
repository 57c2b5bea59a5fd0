import type { CoreHours } from '../clocks/working-time.ts';
import { readFrom } from '../clocks/read-clock.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { HOUR } from '../interval/durations.ts';
import type { AgreedTime } from './transmission-deadline.ts';

/** Our reading, where the two authorities agreed on no time: the placing authority is expected to send its risk assessment (BHM), and nobody's guidance says by when. */
export const OUR_TIME: AgreedTime = { length: 24, calendar: 'ELAPSED_HOURS', source: 'our reading: Birmingham expects the assessment and gives no time' };
/** Our figure too: so long after the time it is asked for again, and so long after that before the next are asked. */
export const REMIND_AFTER = 12 * HOUR;

/** The last moment at which the assessment is in time; where a year's bank holidays are not listed, by our own time. */
export function assessmentDue(asked: number, { agreed, coreHours }: { readonly agreed: AgreedTime; readonly coreHours: CoreHours | null }): number {
  const reading = readFrom({ first: asked, last: asked }, { clock: agreed, stops: { timed: [], untimed: false, untold: false }, at: { now: asked, coreHours } });
  return reading.state === 'DUE' ? reading.at.last : asked + OUR_TIME.length * HOUR;
}

/** When whoever is asked first is asked, reminded at the end of the time, and reminded once more; whoever comes next is asked after that. */
export function assessmentChase({ asked, due }: { readonly asked: number; readonly due: number }): readonly Span[] {
  const [again, next] = [due + REMIND_AFTER, due + 2 * REMIND_AFTER];
  return [
    { from: asked, until: due },
    { from: due, until: again },
    { from: again, until: next },
  ];
}

/** What is told to both sides: who asks whom for what, and by when; of the child that one was reported missing, as it is asked for also once they are back. */
export function assessmentAskedInWords({ host, placing, due }: { readonly host: string; readonly placing: string; readonly due: string }): string {
  return `${host} asks ${placing} for its risk assessment of a child who was reported missing: due by ${due}, not answered.`;
}

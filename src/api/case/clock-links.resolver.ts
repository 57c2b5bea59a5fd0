import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { clocksSeen, nextStepSeen, type ClockSeen, type NextStepSeen, type SeenAt } from '../../actions/clocks-seen.ts';
import type { CourseRow } from '../../actions/course-row.ts';
import { CANNOT_TELL } from '../../domain/clocks/read-clock.ts';
import type { RequestContext } from '../context.ts';
import { Episode } from '../episode.type.ts';
import { Clock } from './clock.type.ts';
import { NextStep } from './next-step.type.ts';

/** A row on which the gate says whether the reader may have what is worked out of it. */
type WorkedOutRow = CourseRow & { readonly clocks?: true | null; readonly nextStep?: true | null };

/** What is worked out of an episode as this reader is shown it; where the gate does not open it, nothing is. */
@Resolver(() => Episode)
export class EpisodeClocks {
  @FieldResolver(() => [Clock], { nullable: true, description: 'How the duties after it stand now: the statutory one first, then those of the practice of the responsible authority, of each where two authorities claim the child.' })
  clocks(@Root() row: WorkedOutRow, @Ctx() context: RequestContext): readonly object[] | null {
    return row.clocks === true ? clocksSeen(row, seenAt(context)).map(clockAnswered) : null;
  }

  @FieldResolver(() => NextStep, { nullable: true, description: 'The one thing it waits for now, and who holds it.' })
  nextStep(@Root() row: WorkedOutRow, @Ctx() context: RequestContext): object | null {
    return row.nextStep === true ? nextStepAnswered(nextStepSeen(row, seenAt(context))) : null;
  }
}

/** The practice of each authority as the directory holds it, at the moment of asking. */
function seenAt({ services, now }: RequestContext): SeenAt {
  const { agencies } = services.directory();
  return { now, practiceOf: (authority) => agencies.get(authority)?.practice ?? null };
}

/** A clock as its type says it. */
function clockAnswered({ clock, reading, authority, words, source, flag }: ClockSeen): object {
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
function nextStepAnswered({ due, lacks, ...step }: NextStepSeen): object {
  return { ...step, due: due?.first ?? null, lacks: lacks.map(({ words, rule }) => `${words} (${rule})`) };
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { clocksSeen, followCourse, nextStepSeen } from '../../actions/clocks-seen.ts';
import type { CourseRow } from '../../actions/course-row.ts';
import type { RequestContext } from '../context.ts';
import { Episode } from '../episode.type.ts';
import { clockAnswered, nextStepAnswered, seenAt } from './clock-answered.ts';
import { Clock } from './clock.type.ts';
import { NextStep } from './next-step.type.ts';

/** A row on which the gate says whether the reader may have what is worked out of it. */
type WorkedOutRow = CourseRow & { readonly clocks?: true | null; readonly nextStep?: true | null };

/** What is worked out of an episode as this reader is shown it; where the gate does not open it, nothing is. */
@Resolver(() => Episode)
export class EpisodeClocks {
  @FieldResolver(() => [Clock], { nullable: true, description: 'How the duties after it stand now: the statutory one first, then those of the practice of the responsible authority, of each where two authorities claim the child.' })
  clocks(@Root() row: WorkedOutRow, @Ctx() context: RequestContext): readonly object[] | null {
    return row.clocks === true ? clocksSeen(followCourse(row, seenAt(context))).map(clockAnswered) : null;
  }

  @FieldResolver(() => NextStep, { nullable: true, description: 'The one thing it waits for now, and who holds it.' })
  nextStep(@Root() row: WorkedOutRow, @Ctx() context: RequestContext): object | null {
    return row.nextStep === true ? nextStepAnswered(nextStepSeen(followCourse(row, seenAt(context))), context) : null;
  }
}

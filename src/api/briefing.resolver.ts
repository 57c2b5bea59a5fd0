import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { readBriefing, type BriefingRequest } from '../actions/read-briefing.ts';
import type { BriefingEntry } from '../actions/briefing-entry.ts';
import { COURSE_OF_ENTRY } from '../actions/briefing-wanted.ts';
import { COURSE_CHILD } from '../actions/course-wanted.ts';
import { HubError } from '../domain/errors.ts';
import { Briefing } from './briefing.type.ts';
import { nextStepAnswered } from './case/clock-answered.ts';
import type { RequestContext } from './context.ts';
import { DateTime } from './date-time.scalar.ts';
import { owedResults } from './exchange/owed-results.ts';
import { operationOf } from './read-request.ts';
import { selects, wantedTree } from './wanted-tree.ts';
import { DAY } from '../domain/interval/durations.ts';

const LISTS = ['authorityUnknown', 'missing', 'locatedNotBack', 'returned'] as const;
/** Fields of an entry that are worked out of how its episode goes on. */
const COURSE = ['nextStep', 'clocks', 'overdue', 'mediaAppeal', 'answers', 'ownAnswer', 'overnight', 'pushFactors', 'pullFactors'] as const;
/** No authority has been seen with as many children missing at once. */
const MOST_ENTRIES = 200;
const AGENCY_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** The further back the clocks stand, the more returns lie after them. */
const FURTHEST = 31 * DAY;

@ArgsType()
class BriefingArgs {
  @Field(() => ID, { description: 'The authority, by its id in the directory.' })
  readonly authority: string = '';

  @Field(() => DateTime, {
    nullable: true,
    description: 'Moves the clocks over what is known now, by up to 31 days; it does not rewind what was known.',
  })
  readonly at: number | null = null;
}

@Resolver()
export class BriefingResolver {
  @Query(() => Briefing, {
    description: 'Every child now missing or away for one authority, those located but not back, and those back since yesterday.',
  })
  async briefing(
    @Args(() => BriefingArgs) { authority, at }: BriefingArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    refuseUnanswerable({ authority, at }, context.now);
    const entries = wantedEntries(info, LISTS);
    if (entries !== null) {
      const course = entries.course ? [{ Episode: COURSE_OF_ENTRY }, COURSE_CHILD] : [];
      [entries.episode, entries.child, entries.lastEpisodes ?? {}, ...course].forEach((wanted) => {
        context.budget.spend(wanted, MOST_ENTRIES);
      });
    }
    const { services, caller, now } = context;
    const read = await readBriefing({ gate: services.gate, directory: services.directory() }, caller.viewer, {
      authority,
      at,
      now,
      operation: operationOf(info),
      entries,
      notices: selects(info, 'notices') ? wantedTree(info, ['notices']) : null,
      alerts: selects(info, 'alerts') ? wantedTree(info, ['alerts']) : null,
      concerns: selects(info, 'concerns') ? wantedTree(info, ['concerns']) : null,
      quarantine: selects(info, 'quarantine') ? wantedTree(info, ['quarantine']) : null,
      sources: selects(info, 'sources') ? wantedTree(info, ['sources']) : null,
    });
    const resultsOwed = await owedResults(context, info);
    return { ...read, resultsOwed, ...Object.fromEntries(LISTS.map((list) => [list, read[list].map((entry) => entryAnswered(entry, context))])) };
  }
}

/** What no authority is called is not asked of the database, nor is more history than a briefing is for. */
export function refuseUnanswerable({ authority, at }: Pick<BriefingArgs, 'authority' | 'at'>, now: number): void {
  if (!AGENCY_ID.test(authority)) {
    throw new HubError('BAD_INPUT', 'An authority is named by its id in the directory, in small letters, digits and hyphens.');
  }
  if (at !== null && Math.abs(at - now) > FURTHEST) {
    throw new HubError('BAD_INPUT', 'The clocks of the briefing move by up to 31 days from now.');
  }
}

/** One tree for the entries of all lists: what one list wants is read for every list, and shown only where it was asked. */
export function wantedEntries(info: GraphQLResolveInfo, lists: readonly string[]): BriefingRequest['entries'] {
  if (!lists.some((list) => selects(info, list))) {
    return null;
  }
  const of = (part: string) => wantedTree(info, ...lists.map((list) => [list, part]));
  const sources = lists.some((list) => selects(info, list, 'sources'));
  const course = lists.some((list) => COURSE.some((field) => selects(info, list, field)));
  const last = lists.some((list) => selects(info, list, 'lastEpisodes'));
  const places = lists.some((list) => selects(info, list, 'placesBefore'));
  const suggesting = lists.some((list) => selects(info, list, 'nextStep', 'suggestedWorker'));
  return { episode: of('episode'), child: of('child'), lastEpisodes: last ? of('lastEpisodes') : null, sources, course, places, suggesting };
}

/** An entry in the words of the schema. */
export function entryAnswered({ nextStep, ...entry }: BriefingEntry, context: Pick<RequestContext, 'caller'>): object {
  return { ...entry, nextStep: nextStep === null ? null : nextStepAnswered(nextStep, context) };
}

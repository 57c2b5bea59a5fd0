import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { readPractice } from '../../actions/read-practice.ts';
import { clockRule } from '../../domain/clocks/clock-rule.ts';
import type { RequestContext } from '../context.ts';
import { Practice } from './practice.type.ts';

@Resolver()
export class PracticeResolver {
  @Query(() => Practice, { description: 'The practice rules an authority goes by, each with its paragraph. Seen by: whoever works at that authority, and every hub coordinator.' })
  practice(@Arg('authority', () => ID, { description: 'The authority, by its id in the directory.' }) authority: string, @Ctx() { services, caller }: RequestContext): object {
    const { clocks, ...read } = readPractice(services.directory(), caller.viewer, authority);
    return { ...read, clocks: clocks.map((clock) => ({ ...clock, ...clockRule(clock) })) };
  }
}

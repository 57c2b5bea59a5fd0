import { Ctx, Query, Resolver } from 'type-graphql';
import { groundFor } from '../policy/purpose.ts';
import type { RequestContext } from './context.ts';
import { Viewer } from './viewer.type.ts';

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are to the hub. Seen by: you alone.' })
  viewer(@Ctx() { caller, services }: RequestContext): object {
    const { person, agency, role } = caller.viewer;
    const agencyName = services.directory().agencies.get(agency)?.name ?? agency;
    return { person, name: caller.person.name, agency, agencyName, role, ...groundFor(role, 'read') };
  }
}

import { Field, ID, ObjectType } from 'type-graphql';
import type { BriefingChange as Change } from '../../actions/follow-briefing.ts';
import { BriefingEntry } from '../briefing.type.ts';
import { describedEnum } from '../described-enum.ts';

/** The list of the briefing that each section is. */
export const LIST_OF = { authorityUnknown: 'AUTHORITY_UNKNOWN', missing: 'MISSING', locatedNotBack: 'LOCATED_NOT_BACK', returned: 'RETURNED' } as const satisfies Record<Change['list'], string>;

const BriefingList = describedEnum<(typeof LIST_OF)[Change['list']]>('BriefingList', 'A list of the briefing.', {
  AUTHORITY_UNKNOWN: 'Children of whom nobody knows yet whose they are.',
  MISSING: 'Missing or away.',
  LOCATED_NOT_BACK: 'Traced but not back.',
  RETURNED: 'Back in the last 24 hours.',
});

@ObjectType({ description: 'One entry of the briefing as it is now.' })
export abstract class BriefingChange {
  @Field(() => ID, { description: 'The authority.' })
  abstract readonly authority: string;

  @Field(() => BriefingList, { description: 'The list it stands in now.' })
  abstract readonly list: string;

  @Field(() => BriefingEntry, { description: 'The entry; it takes the place of the one of this episode, in whichever list that stood.' })
  abstract readonly entry: BriefingEntry;
}

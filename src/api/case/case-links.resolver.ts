import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../gate/read-request.ts';
import { answered, First } from '../answered.ts';
import { Child } from '../child.type.ts';
import { Episode } from '../episode.type.ts';
import { IntelligenceItem } from '../interview/intelligence-item.type.ts';
import { Offer } from '../interview/offer.type.ts';
import { CaseAction } from './case-action.type.ts';
import { CaseRecord } from './case-record.type.ts';
import { Concern } from './concern.type.ts';
import { ReturnStep } from './return-step.type.ts';

/** What is done about one episode. */
@Resolver(() => Episode)
export class EpisodeCase {
  @FieldResolver(() => [Offer], { nullable: true, description: 'The offers of an interview about it, the latest first.' })
  offers(@First(5) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }

  @FieldResolver(() => [ReturnStep], { nullable: true, description: 'What was done about it that you may see, the latest first.' })
  returnSteps(@First(20) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }

  @FieldResolver(() => [CaseRecord], { nullable: true, description: 'What is written of it beside the interview, the latest first.' })
  caseRecords(@First(10) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }
}

/** What is raised of a child, and what people are to do. */
@Resolver(() => Child)
export class ChildCase {
  @FieldResolver(() => [Concern], { nullable: true, description: 'The concerns you may see, the latest first.' })
  concerns(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [CaseRecord], { nullable: true, description: 'How the child and the family are reached safely, the latest first: what each agency wrote last is to be heeded, of whichever episode. Read it before anybody rings, writes or calls.' })
  safeContact(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [CaseAction], { nullable: true, description: 'The actions you may see: those still to be done first, the next due first.' })
  caseActions(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }
}

@Resolver(() => ReturnStep)
export class ReturnStepLinks {
  @FieldResolver(() => Episode, { nullable: true, description: 'The episode, as far as you may see it.' })
  episode(@Root() step: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(step, info);
  }
}

@Resolver(() => CaseRecord)
export class CaseRecordLinks {
  @FieldResolver(() => Episode, { nullable: true, description: 'The episode, as far as you may see it.' })
  episode(@Root() record: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(record, info);
  }

  @FieldResolver(() => [IntelligenceItem], { nullable: true, description: 'The items you may see that were recorded of the concern it hangs from, the latest first.' })
  intelligence(@First(5) _first: number, @Root() record: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(record, info);
  }
}

@Resolver(() => Concern)
export class ConcernLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() concern: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(concern, info);
  }
}

@Resolver(() => CaseAction)
export class CaseActionLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() action: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(action, info);
  }
}

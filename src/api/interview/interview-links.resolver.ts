import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../gate/read-request.ts';
import { answered, First } from '../answered.ts';
import { Child } from '../child.type.ts';
import { Episode } from '../episode.type.ts';
import { IntelligenceItem } from './intelligence-item.type.ts';
import { Offer } from './offer.type.ts';
import { Redaction, SharingRecord } from './redaction.type.ts';
import { FullInterview, ReturnInterview } from './return-interview.type.ts';

/** The links of an interview at every level. */
@Resolver(() => ReturnInterview)
export class InterviewLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }

  @FieldResolver(() => [Episode], { description: 'The episodes it is about that you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }
}

/** The links of an interview in full. */
@Resolver(() => FullInterview)
export class FullInterviewLinks {
  @FieldResolver(() => [Offer], { nullable: true, description: 'The offers it came of, the latest first.' })
  offers(@First(5) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }

  @FieldResolver(() => [Redaction], { nullable: true, description: 'The texts proposed from it, the latest first.' })
  redactions(@First(10) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }

  @FieldResolver(() => [SharingRecord], { nullable: true, description: 'What was decided and agreed on sharing it, the latest first.' })
  sharing(@First(20) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }

  @FieldResolver(() => [IntelligenceItem], { nullable: true, description: 'The items of intelligence from it that you may see, the latest first.' })
  intelligence(@First(10) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }
}

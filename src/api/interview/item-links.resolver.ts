import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../gate/read-request.ts';
import { answered, First } from '../answered.ts';
import { Child } from '../child.type.ts';
import { Episode } from '../episode.type.ts';
import { FullIntelligence, IntelligenceItem } from './intelligence-item.type.ts';
import { LocatingFacts } from './locating-facts.type.ts';
import { Offer } from './offer.type.ts';
import { ReturnInterview } from './return-interview.type.ts';
import { SafetyNote } from './safety-note.type.ts';

@Resolver(() => Offer)
export class OfferLinks {
  @FieldResolver(() => [Episode], { nullable: true, description: 'The episodes it is about that you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() offer: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(offer, info);
  }
}

/** The links of an item at every level. */
@Resolver(() => IntelligenceItem)
export class IntelligenceLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() item: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(item, info);
  }
}

@Resolver(() => FullIntelligence)
export class FullIntelligenceLinks {
  @FieldResolver(() => ReturnInterview, { nullable: true, description: 'The interview it comes from, as far as you may see it.' })
  interview(@Root() item: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(item, info);
  }
}

@Resolver(() => SafetyNote)
export class SafetyNoteLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() note: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(note, info);
  }
}

/** The links from a child to what is told of it. */
@Resolver(() => Child)
export class TellingLinks {
  @FieldResolver(() => [ReturnInterview], { nullable: true, description: 'The return home interviews you may see, the latest first.' })
  interviews(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [Offer], { nullable: true, description: 'The offers of an interview, the latest first.' })
  offers(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [LocatingFacts], { nullable: true, description: 'Where the child stayed before, with whom and how to find them, the latest first.' })
  locating(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [IntelligenceItem], { nullable: true, description: 'The items of intelligence you may see, the latest first.' })
  intelligence(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [SafetyNote], { nullable: true, description: 'The safety notes you may see, the latest first.' })
  safetyNotes(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }
}

@Resolver(() => Episode)
export class EpisodeInterviews {
  @FieldResolver(() => [ReturnInterview], { nullable: true, description: 'The return home interviews about it that you may see, the latest first.' })
  interviews(@First(5) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { sentenceShown } from '../../domain/interview/notice-sentence.ts';
import type { Row } from '../../gate/read-request.ts';
import { answered, First } from '../answered.ts';
import { Child } from '../child.type.ts';
import { Episode } from '../episode.type.ts';
import { IntelligenceItem } from './intelligence-item.type.ts';
import { Offer } from './offer.type.ts';
import { Redaction, SharingRecord } from './redaction.type.ts';
import { FullInterview, RedactedInterview, ReturnInterview, SENTENCE } from './return-interview.type.ts';

/** The links of an interview at every level. */
@Resolver(() => ReturnInterview)
class InterviewLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }

  @FieldResolver(() => [Episode], { description: 'The episodes it is about that you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() interview: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(interview, info);
  }
}

/** What is said beside an interview depends on how much of it is shown; the hub keeps the sentence of the notice. */
function said(type: 'RedactedInterview' | 'FullInterview', interview: Row): unknown {
  const kept = interview['sentence'];
  return typeof kept === 'string' ? sentenceShown(type, kept) : kept;
}

/** The sentence beside an approved text. */
@Resolver(() => RedactedInterview)
class RedactedInterviewSentence {
  @FieldResolver(() => String, SENTENCE)
  sentence(@Root() interview: Row): unknown {
    return said('RedactedInterview', interview);
  }
}

/** The links of an interview in full, and the sentence beside it. */
@Resolver(() => FullInterview)
class FullInterviewLinks {
  @FieldResolver(() => String, SENTENCE)
  sentence(@Root() interview: Row): unknown {
    return said('FullInterview', interview);
  }

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

/** What is answered of an interview beside its own fields, at every level. */
export const INTERVIEW_LINKS = [InterviewLinks, RedactedInterviewSentence, FullInterviewLinks] as const;

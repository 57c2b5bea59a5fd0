// type-graphql reads the metadata API before any class of ours is declared, so it comes first.
import 'reflect-metadata';
import { assertValidSchema, printSchema, lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { HubError } from '../domain/errors.ts';
import { AccessExplanationResolver } from './access-explanation.resolver.ts';
import { BriefingResolver } from './briefing.resolver.ts';
import { ChildResolver } from './child.resolver.ts';
import { DisclosureLogResolver } from './disclosure-log.resolver.ts';
import { EpisodeResolver } from './episode.resolver.ts';
import { INTERVIEW_LINKS } from './interview/interview-links.resolver.ts';
import { InterviewResolver, NoticeLinks, NoticeResolver } from './interview/interview.resolver.ts';
import { FullIntelligence, SanitisedIntelligence } from './interview/intelligence-item.type.ts';
import { SuggestRedactionResolver } from './interview/suggest-redaction.resolver.ts';
import { FullInterview, InterviewNotice, RedactedInterview } from './interview/return-interview.type.ts';
import { EpisodeInterviews, FullIntelligenceLinks, IntelligenceLinks, OfferLinks, SafetyNoteLinks, TellingLinks } from './interview/item-links.resolver.ts';
import { resolveLevels } from './level-types.ts';
import { AfterTheReturnMutations } from './mutations/after-the-return.resolver.ts';
import { AroundAChildMutations } from './mutations/around-a-child.resolver.ts';
import { ConcernMutations } from './mutations/concern.resolver.ts';
import { EmergencyMutations } from './mutations/emergency.resolver.ts';
import { HappenedMutations } from './mutations/happened.resolver.ts';
import { RedactionMutations } from './mutations/redaction.resolver.ts';
import { ReportingMutations } from './mutations/reporting.resolver.ts';
import { CaseResolver } from './case/case.resolver.ts';
import { CaseActionLinks, CaseRecordLinks, ChildCase, ConcernLinks, EpisodeCase, ReturnStepLinks } from './case/case-links.resolver.ts';
import { EpisodeClocks } from './case/clock-links.resolver.ts';
import { TimelinessResolver } from './case/timeliness.resolver.ts';
import { PracticeResolver } from './case/practice.resolver.ts';
import { LiveResolver } from './live/live.resolver.ts';
import { WorkTrayResolver } from './case/work-tray.resolver.ts';
import { SafetyNoteMutations } from './mutations/safety-note.resolver.ts';
import { TransmissionLinks, TransmissionResolver } from './exchange/transmission.resolver.ts';
import { TransmissionMutations } from './mutations/transmission.resolver.ts';
import { SharingMutations } from './mutations/sharing.resolver.ts';
import { PlacedChildLinks, PlacementAgreementGaps, RiskAssessmentLinks } from './placed-child-links.resolver.ts';
import { MatchReviewResolver } from './match-review.resolver.ts';
import { ChildLinks, EpisodeLinks, MatchReviewLinks } from './row-links.resolver.ts';
import { QuarantineMutations } from './mutations/quarantine.resolver.ts';
import { QuarantineResolver } from './quarantine.resolver.ts';
import { SourceResolver } from './source.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';
import { sayWhoSees } from './who-sees.ts';

/** No field leads to a level but by the interface it shares with the others. */
const LEVELS = [InterviewNotice, RedactedInterview, FullInterview, SanitisedIntelligence, FullIntelligence];

let built: GraphQLSchema | undefined;

/** The GraphQL face, made once a process. What its resolvers hand out has been through the gate; they decide nothing themselves. */
export function buildSchema(): GraphQLSchema {
  built ??= makeSchema();
  return built;
}

function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ViewerResolver,
      BriefingResolver,
      EpisodeResolver,
      ChildResolver,
      SourceResolver,
      ...[MatchReviewResolver, MatchReviewLinks],
      ...[QuarantineResolver, QuarantineMutations],
      ...[TransmissionResolver, TransmissionLinks, TransmissionMutations],
      DisclosureLogResolver,
      ChildLinks,
      EpisodeLinks,
      InterviewResolver,
      SuggestRedactionResolver,
      NoticeResolver,
      NoticeLinks,
      AccessExplanationResolver,
      ...INTERVIEW_LINKS,
      OfferLinks,
      IntelligenceLinks,
      FullIntelligenceLinks,
      SafetyNoteLinks,
      TellingLinks,
      EpisodeInterviews,
      PlacedChildLinks,
      CaseResolver,
      EpisodeCase,
      EpisodeClocks,
      WorkTrayResolver,
      ...[TimelinessResolver, PracticeResolver],
      ChildCase,
      ReturnStepLinks,
      CaseRecordLinks,
      ConcernLinks,
      CaseActionLinks,
      PlacementAgreementGaps,
      RiskAssessmentLinks,
      HappenedMutations,
      ReportingMutations,
      SharingMutations,
      RedactionMutations,
      SafetyNoteMutations,
      AroundAChildMutations,
      ConcernMutations,
      AfterTheReturnMutations,
      EmergencyMutations,
      LiveResolver,
    ],
    orphanedTypes: LEVELS,
    pubSub: NO_PUBLISHER,
    validate: false,
    // It would run the whole introspection query over the schema.
    skipCheck: true,
  });
  assertValidSchema(schema);
  resolveLevels(schema);
  sayWhoSees(schema);
  return schema;
}

const noPublisher = (): never => {
  throw new HubError('INTERNAL', 'Subscriptions follow what the hub hears; nothing is published in the process.');
};
/** The library asks for one though no subscription of ours has a topic. */
const NO_PUBLISHER = { publish: noPublisher, subscribe: noPublisher };

/** The schema as text, in an order that does not depend on how the source is arranged. */
export function emitSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}

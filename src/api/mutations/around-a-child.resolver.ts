import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { assignWorker } from '../../actions/assign-worker.ts';
import { decideMatch } from '../../actions/decide-match.ts';
import { confirmRelationship } from '../../actions/confirm-relationship.ts';
import { finaliseEpisode } from '../../actions/finalise-episode.ts';
import { letParentIn } from '../../actions/let-parent-in.ts';
import { recordRelationship } from '../../actions/record-relationship.ts';
import { nameManager } from '../../actions/name-manager.ts';
import { restrict } from '../../actions/restrict.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import {
  AssignWorkerInput,
  ConfirmRelationshipInput,
  DecideMatchInput,
  FinaliseEpisodeInput,
  LetParentInInput,
  NameManagerInput,
  RecordRelationshipInput,
  RestrictInput,
} from './around-a-child.input.ts';
import {
  AssignWorkerPayload,
  ConfirmRelationshipPayload,
  DecideMatchPayload,
  FinaliseEpisodePayload,
  LetParentInPayload,
  NameManagerPayload,
  RecordRelationshipPayload,
  RestrictPayload,
} from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** Who is what to a child, and who alone may see. */
@Resolver()
export class AroundAChildMutations {
  @Mutation(() => RestrictPayload, { nullable: true, description: 'Restricts a child or one interview to the people named, or lifts that. For: a manager.' })
  restrict(
    @Arg('input', () => RestrictInput, WHAT) input: RestrictInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: restrict, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }), interview: () => (input.interview === null ? null : { name: 'interview', id: input.interview }) } });
  }

  @Mutation(() => NameManagerPayload, { nullable: true, description: 'Lets a manager in where none is left who may lift the restriction of a child. For: a data protection officer.' })
  nameManager(
    @Arg('input', () => NameManagerInput, WHAT) input: NameManagerInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: nameManager, input, readBack: {} });
  }

  @Mutation(() => AssignWorkerPayload, { nullable: true, description: 'Assigns a return worker, or the child\'s own social worker as one, to a child, and gives them one of its returns. For: a coordinator.' })
  assignWorker(
    @Arg('input', () => AssignWorkerInput, WHAT) input: AssignWorkerInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: assignWorker, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }), step: ({ step: id }) => (id === null ? null : { name: 'returnStep', id }) } });
  }

  @Mutation(() => DecideMatchPayload, {
    nullable: true,
    description: 'Says whether two records are of one child. A join counts once every authority that answers for one of them has said so. For: a coordinator.',
  })
  decideMatch(
    @Arg('input', () => DecideMatchInput, WHAT) input: DecideMatchInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: decideMatch, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }), review: ({ review: id }) => ({ name: 'review', id }) } });
  }

  @Mutation(() => RecordRelationshipPayload, { nullable: true, description: 'Names what a person or a force is to a child. For: a coordinator; business support, confirmed by a coordinator; of an added force the force that owns the episode.' })
  recordRelationship(
    @Arg('input', () => RecordRelationshipInput, WHAT) input: RecordRelationshipInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordRelationship, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }) } });
  }

  @Mutation(() => ConfirmRelationshipPayload, { nullable: true, description: 'Confirms a relationship that business support recorded. For: a coordinator.' })
  confirmRelationship(
    @Arg('input', () => ConfirmRelationshipInput, WHAT) input: ConfirmRelationshipInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: confirmRelationship, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }) } });
  }

  @Mutation(() => LetParentInPayload, { nullable: true, description: 'Records what one parent holds and whether telling them is safe. For: the decision-maker.' })
  letParentIn(
    @Arg('input', () => LetParentInInput, WHAT) input: LetParentInInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: letParentIn, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }) } });
  }

  @Mutation(() => FinaliseEpisodePayload, { nullable: true, description: 'Closes an episode for editing, or opens it again. For: who keeps its record.' })
  finaliseEpisode(
    @Arg('input', () => FinaliseEpisodeInput, WHAT) input: FinaliseEpisodeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: finaliseEpisode, input, readBack: { episode: () => ({ name: 'episode', id: input.episode }) } });
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Acted } from '../../actions/action-services.ts';
import { answerBriefing } from '../../actions/answer-briefing.ts';
import { recordReturnStep } from '../../actions/record-return-step.ts';
import { triageReturn } from '../../actions/triage-return.ts';
import type { OneRowRoot } from '../../gate/gate.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { AnswerBriefingInput, RecordReturnStepInput, TriageReturnInput } from './after-the-return.input.ts';
import { AnswerBriefingPayload, RecordReturnStepPayload, TriageReturnPayload } from './return-step-payloads.type.ts';

const WHAT = { description: 'What is said.' };
const stepAndEpisode = (episode: string) => ({
  step: ({ id }: Acted): OneRowRoot => ({ name: 'returnStep', id }),
  episode: (): OneRowRoot => ({ name: 'episode', id: episode }),
});

/** What is done after a child is back: which way the return goes, and every step until the matter ends. */
@Resolver()
export class AfterTheReturnMutations {
  @Mutation(() => TriageReturnPayload, { nullable: true, description: 'Says which way a return goes; a later word takes the place of an earlier one, from the time it names, and of none where that cannot be. For: a coordinator, a senior worker.' })
  triageReturn(
    @Arg('input', () => TriageReturnInput, WHAT) input: TriageReturnInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: triageReturn, input, readBack: stepAndEpisode(input.episode) });
  }

  @Mutation(() => RecordReturnStepPayload, {
    nullable: true,
    description: 'Writes down a step of the return, or changes one that your agency wrote. For: who follows the return up; the social worker, duty team, business support and police, each their own steps.',
  })
  recordReturnStep(
    @Arg('input', () => RecordReturnStepInput, WHAT) input: RecordReturnStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordReturnStep, input, readBack: stepAndEpisode(input.episode) });
  }

  @Mutation(() => AnswerBriefingPayload, {
    nullable: true,
    description: "Says on the briefing whether a child is known to your agency; a later answer takes the place of your agency's earlier one. For: whoever takes part in the briefing and sees the child on it.",
  })
  answerBriefing(
    @Arg('input', () => AnswerBriefingInput, WHAT) input: AnswerBriefingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: answerBriefing, input, readBack: stepAndEpisode(input.episode) });
  }
}

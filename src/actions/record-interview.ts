import { holds } from '../directory/holders-of.ts';
import { HubError } from '../domain/errors.ts';
import type { InterviewAnswers, LocatingAnswers } from '../domain/interview/interview-form.ts';
import { timeWarnings } from '../domain/interview/time-warnings.ts';
import type { InterviewPayload } from '../domain/observation/observation.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { factsOfInterview } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { agreementWarnings } from './agreement-warnings.ts';
import { answersGiven, locatingGiven } from './answers-given.ts';
import { episodesNamed } from './episodes-named.ts';
import { checkTexts, happenedAt, optionalText, type Given } from './given.ts';
import { interviewWarnings } from './interview-warnings.ts';
import { knownReturn, returnsOf } from './known-return.ts';
import { namedPerson } from './named-person.ts';
import { perform, type Scene } from './perform.ts';
import { byDefault, inWords, practiceFor } from './practice-for.ts';
import { seeToState, type Seen } from './see-row.ts';
import { transmitOfHost } from './transmit-by-rule.ts';
import { recordOfChild, recordToState, state, type ChildSeen } from './state-record.ts';

/** A return home interview, as the client sends it. */
export interface RecordInterview {
  readonly key: string;
  readonly child: string;
  /** Of an interview recorded before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  readonly episodes: readonly string[];
  /** The offer it follows. */
  readonly offer?: Given<string>;
  readonly state: InterviewPayload['state'];
  readonly at: string;
  /** Who held it, where that is somebody else than who records it. */
  readonly interviewer?: Given<string>;
  readonly answers: { readonly [Q in keyof InterviewAnswers]?: Given<InterviewAnswers[Q]> };
  readonly locating?: Given<{ readonly [Q in keyof LocatingAnswers]?: Given<LocatingAnswers[Q]> }>;
  /** Why the authority's practice was not followed. */
  readonly departure?: Given<string>;
}
type Said = Pick<InterviewPayload, 'state' | 'at' | 'answers' | 'locating' | 'departure'>;

/** Keeps what was said in an interview, or that the child said no when it was to take place. */
export async function recordInterview(services: ActionServices, actor: Actor, input: RecordInterview, now: number): Promise<Acted> {
  checkTexts(input);
  const departure = optionalText(input.departure);
  const said = { state: input.state, at: happenedAt(input.at, 'at', now), answers: answersGiven(input.answers), locating: locatingGiven(input.locating ?? {}), departure };
  const deed = { action: 'recordInterview', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, said));
}

async function keep(scene: Scene, input: RecordInterview, said: Said): Promise<Acted> {
  const id = input.id ?? null;
  const child = await seeToState(scene, 'ReturnInterview', { id, child: input.child });
  // A colleague who mends the form does not become the one who held the interview.
  const standing = id === null ? null : ((await factsOfInterview(scene.em, id, scene.now))?.interviewer ?? null);
  const record = await recordToState(scene, 'interview', { on: child, id, revision: input.revision ?? null });
  const payload: InterviewPayload = {
    ...said,
    ...(await episodesNamed(scene, child.child, input.episodes)),
    offer: await offerNamed(scene, child, input.offer ?? null),
    interviewer: interviewerOf(scene, input, standing),
    service: scene.actor.viewer.agency,
    writtenAt: scene.now,
  };
  await state(scene, { on: child, record, kind: 'interview', payload });
  await transmitOfHost(scene, child.facts, record.id);
  return { id: record.id, child: child.child, revision: record.revision, warnings: await warningsOf(scene, child, { id: record.id, said: payload }) };
}

async function offerNamed(scene: Scene, on: ChildSeen, offer: string | null): Promise<string | null> {
  if (offer !== null) {
    await recordOfChild(scene, 'offer', { on, id: offer });
  }
  return offer;
}

const INTERVIEWERS = ['RETURN_WORKER', 'SENIOR_WORKER', 'SOCIAL_WORKER'];

/** Who held it reads it as its author, so it can only be somebody who interviews for the same service. */
function interviewerOf({ services, actor: { viewer } }: Scene, { interviewer }: RecordInterview, standing: string | null): string {
  if (!interviewer) {
    return standing ?? personAt(viewer.person, viewer.agency);
  }
  const { person, agency, id } = namedPerson(services.directory(), interviewer, 'interviewer');
  if (agency !== viewer.agency || !INTERVIEWERS.some((role) => holds(person, role, agency))) {
    throw new HubError('BAD_INPUT', '"interviewer" must be a return worker, senior worker or social worker of your own agency.');
  }
  return id;
}

/** What the practice asks for besides: the interview is kept either way. */
async function warningsOf(scene: Scene, { child, childRecords, facts }: Seen<'Child'> | Seen<'ReturnInterview'>, { id, said }: { readonly id: string; readonly said: InterviewPayload }): Promise<string[]> {
  const { practice, of } = practiceFor(scene.services.directory(), facts);
  const known = await knownReturn(scene, { child, childRecords });
  const standing = known.interviews.find((one) => one.id === id);
  const asked = standing === undefined ? [] : interviewWarnings(known, { standing, said, facts }, { practice, now: scene.now });
  const { locating, answers, episodes } = said;
  const times = standing === undefined ? [] : timeWarnings('INTERVIEW', { at: said.at, stands: standing.at, returns: returnsOf(known, standing.episodes), now: scene.now });
  return [
    ...inWords(times.filter(({ code }) => said.departure === null || code !== 'INTERVIEW_BEFORE_RETURN'), 'RESPONSIBLE'),
    ...inWords(asked, of),
    ...(Object.keys(locating).length > 0 && answers.toldAboutSharing === undefined
      ? [byDefault('say what the child was told about sharing, also that where they stayed goes to the police if they go missing again', 'TOLD_ABOUT_SHARING', { practice, of })]
      : []),
    ...(await agreementWarnings(scene, { child, facts })),
    ...(episodes.length === 0 ? [byDefault('the interview names no episode, so nobody sees which return it follows', 'NAMES_EPISODE', { practice, of })] : []),
  ];
}

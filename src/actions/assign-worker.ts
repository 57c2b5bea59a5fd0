import { holds } from '../directory/holders-of.ts';
import type { Capacity } from '../domain/authority/practice.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { interviewerWarnings } from '../domain/interview/interviewer-warnings.ts';
import { stepTimeWarnings } from '../domain/interview/time-warnings.ts';
import { londonInWords } from '../domain/interval/london-in-words.ts';
import type { YesNoNotSaid } from '../domain/interview/interview-words.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkTexts, optionalText, stretchGiven, type Given } from './given.ts';
import { standingOfChild } from './interview-warnings.ts';
import { followedTimes, knownReturn, type KnownReturn } from './known-return.ts';
import { namedPersonAt } from './named-person.ts';
import { perform, type Scene } from './perform.ts';
import { inWords, practiceFor } from './practice-for.ts';
import { previousWorker, type PreviousWorker } from './previous-worker.ts';
import { seeRow, seeToAct, type Seen } from './see-row.ts';
import { stepOfAssignment } from './step-of-assignment.ts';
import { tellWorker } from './tell-worker.ts';

/** A return worker for the child, or its own social worker as one, as the client sends it. */
export interface AssignWorker {
  readonly key: string;
  readonly child: string;
  readonly revision: number;
  /** Directory id of the worker. */
  readonly worker: string;
  /** The agency whose service the worker belongs to; the actor's own where left out. */
  readonly agency?: Given<string>;
  readonly from?: Given<string>;
  readonly until?: Given<string>;
  /** The return that the worker is given. */
  readonly episode?: Given<string>;
  readonly independentOfPlacement?: Given<YesNoNotSaid>;
  readonly independentOfAuthority?: Given<YesNoNotSaid>;
  readonly capacity?: Given<Capacity>;
  /** The child asked for this worker. */
  readonly chosenByChild?: Given<boolean>;
  /** Why the authority's practice was not followed. */
  readonly departure?: Given<string>;
}

/** What assigning a worker answers besides: who is suggested, as the one who interviewed the child last or was assigned before; null: nobody, or they left. */
export interface WorkerAssigned extends Acted {
  readonly previousWorker: string | null;
  /** The step that says so of the return; null where none was named. */
  readonly step: string | null;
}
type Assignment = Required<DecisionPayloads['ASSIGNMENT']>;

/** Assigns a return worker to the child, from and until, and gives them one of its returns. */
export async function assignWorker(services: ActionServices, actor: Actor, input: AssignWorker, now: number): Promise<WorkerAssigned> {
  checkTexts(input);
  const times = stretchGiven(input, now);
  const deed = { action: 'assignWorker', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Child', input.child);
    const own = on.facts.responsible.includes(actor.viewer.agency);
    const worker = workerNamed(scene, input, on);
    const episode = await episodeNamed(scene, on, input.episode ?? null);
    const known = await knownReturn(scene, on);
    const payload = { worker, ...times, ...saidOf(input) };
    const matter = own ? worker : `${worker} ${actor.viewer.agency}`;
    const { id, revision } = await decide(scene, { kind: 'ASSIGNMENT', on, about: null, matter, revision: input.revision, payload });
    const previous = previousWorker(scene, known, { own, assigned: worker });
    const stands = payload.until === null || payload.until > now;
    const step = episode === null || !stands ? null : await giveReturn(scene, { episode, known }, payload);
    const warnings = stands ? [...laterWarning(payload.from, now), ...timesOf(scene, { episode, known }, payload), ...warningsOf(scene, on, { known, payload, previous })] : [];
    return { id, child: on.child, revision, previousWorker: previous?.worker ?? null, step, warnings };
  });
}

/** A return that a worker is given, and what is known of it. */
interface Giving<E = Seen<'Episode'>> {
  readonly episode: E;
  readonly known: KnownReturn;
}

/** Says so of the return, and to the worker. */
async function giveReturn(scene: Scene, { episode, known }: Giving, payload: Assignment): Promise<string> {
  const step = await stepOfAssignment(scene, episode, payload);
  await tellWorker(scene, { on: episode, known, workers: [payload.worker] }, payload.from);
  return step;
}

function workerNamed({ services, actor }: Scene, input: AssignWorker, { facts }: Seen<'Child'>): string {
  const named = namedPersonAt(services.directory(), { named: input.worker, agency: input.agency ?? actor.viewer.agency, where: 'worker' });
  // KNT: the social worker of a child open to social care; WSX: of one placed out of the county. Another one reads too little of the child to hold a return.
  const childsOwn = holds(named.person, 'SOCIAL_WORKER', named.agency) && peopleNamedAs(facts.named, ['SOCIAL_WORKER']).includes(named.id);
  if (!childsOwn && !holds(named.person, 'RETURN_WORKER', named.agency)) {
    throw new HubError('BAD_INPUT', '"worker" is neither a return worker of this agency nor the child’s own social worker. Name one of the directory, or record first whose social worker they are.');
  }
  if (!facts.responsible.includes(actor.viewer.agency) && named.agency !== actor.viewer.agency) {
    throw new HubError('BAD_INPUT', '"worker" must be of your own service: only the responsible authority assigns somebody else’s.');
  }
  return named.id;
}

async function episodeNamed(scene: Scene, on: Seen<'Child'>, id: string | null): Promise<Seen<'Episode'> | null> {
  const episode = id === null ? null : await seeRow(scene, 'Episode', id);
  if (episode !== null && episode.child !== on.child) {
    throw new HubError('BAD_INPUT', '"episode" is not an episode of this child. Send the id of one of the child’s episodes.');
  }
  return episode;
}

function saidOf({ independentOfPlacement, independentOfAuthority, capacity, chosenByChild, departure }: AssignWorker): Omit<Assignment, 'worker' | 'from' | 'until'> {
  return {
    independentOfPlacement: independentOfPlacement ?? 'NOT_SAID',
    independentOfAuthority: independentOfAuthority ?? 'NOT_SAID',
    capacity: capacity ?? null,
    chosenByChild: chosenByChild ?? false,
    departure: optionalText(departure),
  };
}

/** What the time says of the return that is given: before the return it is given to nobody. */
function timesOf({ services, now }: Scene, { episode, known }: Giving<Seen<'Episode'> | null>, { from, departure }: Assignment): string[] {
  if (episode === null) {
    return [];
  }
  const { practice, of } = practiceFor(services.directory(), episode.facts);
  const step = { step: 'WORKER_ASSIGNED', at: { from, until: from }, departs: departure !== null } as const;
  return inWords(stepTimeWarnings(step, { times: followedTimes(known, [episode.id]), practice, now }), of);
}

/** Until the assignment begins the worker neither sees the return nor holds it. */
function laterWarning(from: number, now: number): string[] {
  return from > now ? [`the assignment begins at ${londonInWords(from, now)}: until then the worker does not see the return, and it waits for a worker`] : [];
}

/** What the practice asks of who interviews (BHM, WSX, SOM 4.2, KNT): the worker is assigned either way. */
function warningsOf(scene: Scene, on: Seen<'Child'>, { known, payload, previous }: { readonly known: KnownReturn; readonly payload: Assignment; readonly previous: PreviousWorker | null }): string[] {
  const { practice, of } = practiceFor(scene.services.directory(), on.facts);
  const { independentOfPlacement: ofPlacement, independentOfAuthority: ofAuthority, chosenByChild, capacity, worker } = payload;
  const sameAsBefore = previous?.interviewed === true ? previous.worker === worker : null;
  return inWords(interviewerWarnings({ ofPlacement, ofAuthority, chosenByChild, capacity, sameAsBefore, ...standingOfChild(known, on.facts) }, practice), of);
}

import { londonInWords } from '../domain/interval/london-in-words.ts';
import type { Duty } from '../domain/workflow/duties.ts';
import { interviewsOf } from '../store/write/transmissions/held-of.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { dutiesKnown, stillRuns, type DutiesKnown } from './duties-known.ts';
import { finaliseWarnings } from './finalise-warnings.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { knownReturn } from './known-return.ts';
import { openWork } from './open-work.ts';
import { perform, type Scene } from './perform.ts';
import { byDefault, inWords, practiceFor, type PracticeFor } from './practice-for.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { transmitDone } from './transmit-by-rule.ts';

/** That an episode is closed for editing, or open again, as the client sends it. */
export interface FinaliseEpisode {
  readonly key: string;
  readonly episode: string;
  readonly revision: number;
  readonly finalised: boolean;
  /** Why the authority's practice was not followed. */
  readonly departure?: Given<string>;
  /** Which of the duties that still run are not owed. */
  readonly notOwed?: Given<readonly Duty[]>;
}

/** Closes an episode for editing: whoever held its interview sees it no longer as its author. */
export async function finaliseEpisode(services: ActionServices, actor: Actor, input: FinaliseEpisode, now: number): Promise<Acted> {
  checkTexts(input);
  const deed = { action: 'finaliseEpisode', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Episode', input.episode);
    const about = { id: on.id, records: on.episodeRecords };
    const departure = optionalText(input.departure);
    const named = [...new Set(input.notOwed ?? [])];
    // No duty is set aside without a reason: it stays owed, and the answer says so.
    const notOwed = departure === null ? [] : named;
    const known = await knownReturn(scene, on);
    const by = practiceFor(services.directory(), on.facts);
    const at = { practice: by.practice, now };
    const duties = dutiesKnown(known, on, at);
    const payload = { finalised: input.finalised, departure, running: duties.running.map(({ duty }) => duty), notOwed };
    const { id, revision } = await decide(scene, { kind: 'FINALISED', on, about, matter: '', revision: input.revision, payload });
    await (payload.finalised ? transmitAll(scene, on.episodeRecords) : undefined);
    const lacking = inWords(finaliseWarnings(known, { id: on.id, facts: on.facts, departure }, at), by.of);
    return { id, child: on.child, revision, warnings: payload.finalised ? [...lacking, ...(named.length > notOwed.length ? [byDefault(NO_REASON, 'SET_ASIDE', by)] : []), ...(await runningWarnings(scene, on, { duties, notOwed, by }))] : [] };
  });
}

/** What was done of the episode goes where it is agreed to go; what went before goes once. */
async function transmitAll(scene: Scene, episodes: readonly string[]): Promise<void> {
  for (const interview of await interviewsOf(scene.em, episodes)) {
    await transmitDone(scene, interview);
  }
}

interface Running {
  readonly duties: DutiesKnown;
  readonly notOwed: readonly Duty[];
  readonly by: PracticeFor;
}

const NO_REASON = 'no reason is given under "departure", so what you named under "notOwed" is still owed: say why it is not';

/** What goes on running although the episode is closed, each by its rule; it stays on the work tray, until it is done or said not to be owed. */
async function runningWarnings(scene: Scene, { child }: Seen<'Episode'>, { duties: { running, interview }, notOwed, by }: Running): Promise<string[]> {
  const left = running.filter(({ duty }) => !notOwed.includes(duty)).map(({ clock }) => clock);
  const open = await openWork(scene, child);
  return [
    ...(interview === null ? [] : [stillRuns(interview.clock, scene.now, interview.settled)]),
    ...left.map((clock) => stillRuns(clock, scene.now)),
    ...open.actions.map(({ due, owner }) => byDefault(`still to do: an action of ${owner}, ${due <= scene.now ? 'overdue since' : 'due by'} ${londonInWords(due, scene.now)}`, 'PLANNED', by)),
    ...(open.concerns > 0 ? [byDefault('still to do: a concern about the child is not answered', 'PLANNED', by)] : []),
  ];
}

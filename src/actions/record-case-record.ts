import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { stepTimeWarnings } from '../domain/interview/time-warnings.ts';
import type { CaseRecordKind, ReturnStepKind } from '../domain/interview/return-steps.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { caseRecordChanged } from './case-record-changed.ts';
import { caseRecordWarnings } from './case-record-warnings.ts';
import { contactGiven, type ContactGiven } from './contact-given.ts';
import { decide } from './decide.ts';
import { checkEntries, happenedAt, optionalText, requiredText, type Given } from './given.ts';
import { followedTimes, knownReturn } from './known-return.ts';
import { ownMatter, type Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { inWords, practiceFor } from './practice-for.ts';
import { seeRow, seeToAct, type Seen } from './see-row.ts';
import { mustBeNew } from './state-record.ts';
import { strategyGrounds } from './strategy-grounds.ts';

/** What is written of a child beside the interview, as the client sends it. */
export interface RecordCaseRecord {
  readonly key: string;
  readonly episode: string;
  /** Of a record made before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  readonly record: CaseRecordKind;
  readonly at: string;
  readonly outcome?: Given<string>;
  /** Why it was made. */
  readonly grounds?: Given<readonly string[]>;
  /** Who took part. */
  readonly present?: Given<readonly string[]>;
  readonly words?: Given<string>;
  /** The concern it hangs from. */
  readonly concern?: Given<string>;
  /** Why the practice's rule was not followed. */
  readonly departure?: Given<string>;
  /** Of SAFE_CONTACT: how, when and by whom. */
  readonly contact?: Given<ContactGiven>;
}
type Said = DecisionPayloads['CASE_RECORD'];
/** What the clocks of an episode wait for, and a record shows to have been done. */
const STEPS: Readonly<Partial<Record<CaseRecordKind, ReturnStepKind>>> = { STRATEGY_DISCUSSION: 'STRATEGY_MEETING', RISK_REVIEW: 'RISK_CONSIDERED', CARER_INFORMATION: 'PARENTS_ASKED' };

/** Keeps a screen, a strategy discussion, a review of the risk, what a carer told or a form for the FIB; the clock that waits for it stops with it. */
export async function recordCaseRecord(services: ActionServices, actor: Actor, input: RecordCaseRecord, now: number): Promise<Acted> {
  const said = saidOf(input, now);
  return performDecision(services, { action: 'recordCaseRecord', actor, input, now }, async (scene) => {
    const on = await seeToAct(scene, 'Episode', input.episode);
    const matter = input.id ? await caseRecordChanged(scene, on, { ...input, id: input.id }) : newMatter(scene, input);
    const concern = await concernNamed(scene, on, input.concern ?? null);
    const worked = said.record === 'STRATEGY_DISCUSSION' && said.grounds.length === 0 ? await strategyGrounds(scene, on) : [];
    const payload = { ...said, concern, grounds: [...said.grounds, ...worked] };
    const about = { id: on.id, records: on.episodeRecords };
    const decided = await decide(scene, { kind: 'CASE_RECORD', on, about, ...matter, payload });
    await stopTheClock(scene, { on, about, matter: matter.matter, said: payload });
    return { ...decided, child: on.child, warnings: [...(await timesOf(scene, on, payload)), ...caseRecordWarnings(payload, { worked, by: practiceFor(services.directory(), on.facts) })] };
  });
}

function newMatter(scene: Scene, { revision }: RecordCaseRecord): { readonly matter: string; readonly revision: number } {
  mustBeNew(revision);
  return { matter: ownMatter(scene), revision: 0 };
}

function saidOf(input: RecordCaseRecord, now: number): Said {
  const { record, at } = input;
  return {
    record,
    at: happenedAt(at, 'at', now),
    outcome: optionalText(input.outcome),
    grounds: textsOf(input.grounds, 'grounds'),
    present: textsOf(input.present, 'present'),
    words: optionalText(input.words),
    concern: null,
    departure: optionalText(input.departure),
    ...contactOf(input),
  };
}

/** Only what says how the child is reached safely has it, and that says something. */
function contactOf({ record, contact, words }: RecordCaseRecord): Pick<Said, 'contact'> {
  if (record !== 'SAFE_CONTACT' && contact) {
    throw new HubError('BAD_INPUT', '"contact" is of SAFE_CONTACT alone. Leave it out, or record that beside this.');
  }
  if (record === 'SAFE_CONTACT' && !contact && optionalText(words) === null) {
    throw new HubError('BAD_INPUT', 'It says nothing of how the child is reached safely. Fill in "contact", or say in "words" that there is nothing to heed.');
  }
  return contact ? { contact: contactGiven(contact) } : {};
}

/** What its time says: it is before the missing or the return that it follows, or still to come. */
async function timesOf(scene: Scene, on: Seen<'Episode'>, { record, at, departure }: Said): Promise<string[]> {
  const { practice, of } = practiceFor(scene.services.directory(), on.facts);
  const times = followedTimes(await knownReturn(scene, on), [on.id]);
  // The clock that waits for it waits for the step it shows to have been done.
  return inWords(stepTimeWarnings({ step: STEPS[record] ?? record, at, departs: departure !== null }, { times, practice, now: scene.now }), of);
}

function textsOf(entries: Given<readonly string[]>, where: string): string[] {
  checkEntries(entries ?? [], where);
  return (entries ?? []).map((entry, place) => requiredText(entry, `${where}[${String(place)}]`));
}

async function concernNamed(scene: Scene, on: Seen<'Episode'>, concern: string | null): Promise<string | null> {
  if (concern === null) {
    return null;
  }
  const row = await seeRow(scene, 'Concern', concern);
  if (row.child !== on.child) {
    throw new HubError('BAD_INPUT', '"concern" is of another child. Send one of this child.');
  }
  return row.id;
}

interface Stopping {
  readonly on: Seen<'Episode'>;
  readonly about: { readonly id: string; readonly records: readonly string[] };
  readonly matter: string;
  readonly said: Said;
}

/** That somebody said why; what they said is the record's alone. */
const WHY = 'The record says why.';

/** That it was done and when, and nothing of what it says: a step is read by more people than the record. */
async function stopTheClock(scene: Scene, { on, about, matter, said }: Stopping): Promise<void> {
  const { concern } = said;
  const step = STEPS[said.record];
  if (step !== undefined) {
    const departure = said.departure === null ? null : WHY;
    const payload = { step, at: said.at, addressee: null, outcome: null, words: null, departure, coveredBy: null, askAgainOn: null, of: concern };
    await decide(scene, { kind: 'RETURN_STEP', on, about, matter: `${step} ${matter}`, revision: null, payload, step: ':step' });
  }
}

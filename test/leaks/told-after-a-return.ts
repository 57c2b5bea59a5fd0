import { acknowledgeConcern } from '../../src/actions/acknowledge-concern.ts';
import type { ActionServices, Actor } from '../../src/actions/action-services.ts';
import { answerBriefing } from '../../src/actions/answer-briefing.ts';
import { raiseConcern } from '../../src/actions/raise-concern.ts';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { lookedThrough } from '../support/looked-through.ts';

/** A word for each of what is done, written and raised after a return; null: it was not. */
export interface ToldAfterAReturn {
  /** In every step but the plan, which the home reads. */
  readonly step: string;
  readonly plan: string;
  /** A visit by the social worker, on which a clock rests. */
  readonly visit: string | null;
  readonly record: string;
  /** A screen for exploitation, on which the next step rests. */
  readonly screen: string | null;
  /** A concern that was answered at once, and what was answered, which is an action too. */
  readonly concern: string;
  readonly answer: string;
  /** Another that waits. */
  readonly heard: string | null;
  readonly action: string;
  readonly homeAction: string;
  /** What an agency of the briefing knows. */
  readonly known: string;
}

/** One child who is back. */
export interface AfterAReturn {
  readonly actions: ActionServices;
  readonly now: number;
  readonly as: (persona: string) => Actor;
  /** The key of a deed: the same in every world. */
  readonly named: (word: string) => string;
  readonly child: string;
  /** The episode that is over, and the one that is open, if there is one. */
  readonly episode: string;
  readonly open: string | null;
  readonly interview: string;
  readonly worker: string;
  readonly told: ToldAfterAReturn;
}

const AT = '2025-11-14T11:00:00Z';
const DUE = '2025-12-01T12:00:00Z';
const LATE_DUE = '2025-11-21T12:00:00Z';

/** What is done, written, raised and asked after a child came back, each by whose part it is. */
export async function tellAfterAReturn(after: AfterAReturn): Promise<void> {
  await steps(after);
  await records(after);
  await concerns(after);
  await toBeDone(after);
}

async function steps({ actions, now, as, named, episode, open, told }: AfterAReturn): Promise<void> {
  const { step, plan, visit, known } = told;
  const notNow = { outcome: 'NOT_APPROPRIATE_NOW', words: `${step}_words`, coveredBy: `${step}_coveredBy`, askAgainOn: '2025-12-03', departure: `${step}_departure` } as const;
  await triageReturn(actions, as('northmere-coordinator'), { key: named('triage'), episode, revision: 0, ...notNow }, now);
  const letter = { step: 'LETTER_SENT', at: AT, addressee: `${step}_addressee`, outcome: `${step}_outcome`, words: step } as const;
  await recordReturnStep(actions, as('northmere-senior'), { key: named('letter'), episode, ...letter }, now);
  const planned = { key: named('plan'), episode, step: 'PREVENTION_PLAN', at: AT, words: plan } as const;
  await lookedThrough((confirmed) => recordReturnStep(actions, as('northmere-social-worker'), { ...planned, confirmed }, now));
  if (visit !== null) {
    await recordReturnStep(actions, as('northmere-social-worker'), { key: named('visit'), episode, step: 'VISITED', at: AT, words: visit }, now);
  }
  if (open !== null) {
    await answerBriefing(actions, as('northmere-health-nurse'), { key: named('known'), episode: open, known: 'KNOWN_TO_US', words: known }, now);
  }
}

async function records({ actions, now, as, named, episode, told }: AfterAReturn): Promise<void> {
  const { record, screen } = told;
  const written = { episode, at: AT, outcome: `${record}_outcome`, grounds: [`${record}_ground`], present: [`${record}_present`], words: record, departure: `${record}_departure` };
  await recordCaseRecord(actions, as('northmere-senior'), { ...written, key: named('record'), record: 'STRATEGY_DISCUSSION' }, now);
  if (screen !== null) {
    await recordCaseRecord(actions, as('northmere-senior'), { key: named('screen'), episode, record: 'CE_SCREEN', at: AT, words: screen }, now);
  }
}

async function concerns({ actions, now, as, named, child, episode, interview, worker, told }: AfterAReturn): Promise<void> {
  const heard = { child, concern: 'HARM_DISCLOSED', at: AT, risk: 'LOW' } as const;
  const { id } = await raiseConcern(actions, as(worker), { ...heard, key: named('concern'), words: told.concern, interview }, now);
  const answer = { action: told.answer, owner: 'northmere-social-worker@northmere', due: DUE };
  await acknowledgeConcern(actions, as('northmere-senior'), { ...answer, key: named('answer'), concern: id, revision: 1 }, now);
  await recordCaseRecord(actions, as('northmere-senior'), { key: named('form'), episode, record: 'FIB_FORM', at: AT, words: told.record, concern: id }, now);
  if (told.heard !== null) {
    await raiseConcern(actions, as(worker), { ...heard, key: named('heard'), words: told.heard }, now);
  }
}

async function toBeDone({ actions, now, as, named, child, interview, worker, told }: AfterAReturn): Promise<void> {
  const own = { child, what: told.action, owner: `${worker}@${worker.replace('-worker', '')}`, due: LATE_DUE, comesFrom: interview };
  await setAction(actions, as('northmere-senior'), { ...own, key: named('action') }, now);
  const homes = { key: named('home action'), child, what: told.homeAction, owner: 'larkfield-homes', due: DUE };
  await lookedThrough((confirmed) => setAction(actions, as('northmere-senior'), { ...homes, confirmed }, now));
}

import { SILENT_PRACTICE } from '../domain/authority/practice.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import { londonInWords } from '../domain/interval/london-in-words.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { assessmentAskedInWords, assessmentChase, assessmentDue, OUR_TIME, REMIND_AFTER } from '../domain/transmission/assessment-request.ts';
import type { AgreedTime } from '../domain/transmission/transmission-deadline.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { whoMayKnow } from '../policy/who-may-know.ts';
import type { Writing } from '../store/database.ts';
import { raiseAlert, type AlertStep } from '../store/write/alert-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { addAssessmentRequest, type AssessmentRequest } from '../store/write/assessment-request-store.ts';
import { answerChain } from './answer-chain.ts';
import { carryBetweenHubs, type Carried } from './carry-between-hubs.ts';
import type { Directory } from './directory.ts';
import type { AssessmentEntry } from './exchange-directory.ts';

/** The kind of notice by which it is asked for: it is answered by the assessment alone. */
export const ASSESSMENT_NOTICE = 'RISK_ASSESSMENT_ASKED';
const UNHEARD_NOTICE = 'RISK_ASSESSMENT_UNHEARD';
/** What is told to whoever asked, where nobody hears. */
export const UNHEARD = 'Nobody of the authority that placed the child reads this hub, or may know of the child here, and no hub of theirs is known: ring them for its risk assessment.';

/** What the two authorities agreed, if anything; what is said of the host itself goes before what is said of any. */
export function assessmentAgreed({ assessments }: Pick<Directory, 'assessments'>, { from, of }: { readonly from: string; readonly of: string }): AssessmentEntry | null {
  const entries = assessments.filter((entry) => entry.of === of && (entry.from === null || entry.from === from));
  return entries.find((entry) => entry.from === from) ?? entries[0] ?? null;
}

/** Who asks whom, about which child and episode, and when. */
export interface AskFor extends Pick<AssessmentRequest, 'id' | 'child' | 'episode' | 'from' | 'to' | 'by' | 'askedAt'> {
  readonly facts: ChildFacts;
  readonly risk: Risk | null;
  /** By whose hand, with the id of the decision; null: by an agreement. */
  readonly hand: Carried['hand'];
  /** By when another hub said that it is owed; null: asked here. */
  readonly told: { readonly dueAt: number; readonly now: number } | null;
}

/** What became of asking. */
export interface AskedFor {
  /** False: it was asked for before, and waits. */
  readonly isNew: boolean;
  readonly agreed: AgreedTime;
  readonly dueAt: number;
  /** Whether it reaches that authority: somebody of it may answer here, or its own hub takes it. */
  readonly isHeard: boolean;
}

/** Asks an authority for its risk assessment, for each host and episode once as long as it waits; before its people as long as it is not answered. */
export async function askForAssessment(em: Writing, directory: Directory, ask: AskFor): Promise<AskedFor> {
  const { from, to, facts, askedAt, told } = ask;
  const agreed = assessmentAgreed(directory, { from, of: to })?.within ?? OUR_TIME;
  const { coreHours } = (directory.agencies.get(to)?.practice ?? SILENT_PRACTICE).figures;
  const dueAt = told?.dueAt ?? assessmentDue(askedAt, { agreed, coreHours: coreHours?.value ?? null });
  const isNew = await addAssessmentRequest(em, { ...ask, dueAt, agreed, restricted: facts.restricted, told: told !== null });
  const isHeard = isNew && (await reachAuthority(em, directory, { ...ask, dueAt, ...since(ask) }));
  return { isNew, agreed, dueAt, isHeard };
}

/** Whether another hub told of it, and the moment it is put before whoever answers. */
const since = ({ told, askedAt }: AskFor): Pick<Reaching, 'isTold' | 'now'> => ({ isTold: told !== null, now: told?.now ?? askedAt });

/** A request that waits, as it is put before whoever answers. */
export interface Waiting extends Pick<AssessmentRequest, 'id' | 'child' | 'from' | 'to' | 'askedAt' | 'dueAt'> {
  readonly facts: ChildFacts;
  readonly risk: Risk | null;
  readonly now: number;
}

/** A request that its authority is to hear of. */
export interface Reaching extends Waiting, Pick<AskFor, 'episode' | 'hand'> {
  /** Another hub told of it, and tells whoever else is asked. */
  readonly isTold: boolean;
}

/** Before its people here, and to its own hub where that is another one; where neither hears, the host's coordinator is told to ring. */
export async function reachAuthority(em: Writing, directory: Directory, { isTold, ...ask }: Reaching): Promise<boolean> {
  const { id, child, from, now: at, facts } = ask;
  const isHere = await putBefore(em, directory, ask);
  if (isTold) {
    return isHere;
  }
  const isCarried = await carryBetweenHubs(em, directory, { ...ask, matter: 'RISK_ASSESSMENT_REQUEST', at });
  const isHeard = isHere || isCarried;
  if (!isHeard && facts.restricted === 'NO') {
    await addNotice(em, { to: [`HUB_COORDINATOR:${from}`], kind: UNHEARD_NOTICE, child, about: id, text: UNHEARD, visibleFrom: at, raisedAt: at });
  }
  return isHeard;
}

/** Puts a request before the people of the authority that is asked, reminders and all; the host's coordinator sees that it waits. False: nobody there reads this hub, or may know of the child. */
export async function putBefore(em: Writing, directory: Directory, { id, child, from, to, askedAt, dueAt, facts, risk, now }: Waiting): Promise<boolean> {
  const chain = chainOfRequest(directory, { to, facts, risk, askedAt, dueAt });
  const [first] = chain;
  if (first === undefined) {
    return false;
  }
  const nameOf = (agency: string): string => directory.agencies.get(agency)?.name ?? agency;
  const text = assessmentAskedInWords({ host: nameOf(from), placing: nameOf(to), due: londonInWords(dueAt, askedAt) });
  const moved = now === askedAt ? chain : chainMoved(chain, 0, now);
  await raiseAlert(em, { kind: ASSESSMENT_NOTICE, child, about: id, text, chain: moved, raisedAt: askedAt, watchedBy: facts.hosts.includes(from) ? [watcherOf(from)] : [] });
  return [...directory.people.values()].some(({ roles }) => roles.some(({ role, agency }) => agency === to && role !== 'INGEST_CLIENT'));
}

/** Who of a host has in view that it waits, as long as the child lives with that host. */
export const watcherOf = (host: string): string => `HUB_COORDINATOR:${host}`;

type Chased = Pick<Waiting, 'to' | 'facts' | 'risk' | 'askedAt' | 'dueAt'>;

/** The coordinator three times, then the next of the authority's own duty; of a restricted child those alone who may see where the child is, by name. */
export function chainOfRequest(directory: Directory, { to: agency, facts, risk, askedAt: asked, dueAt: due }: Chased): readonly AlertStep[] {
  const may = whoMayKnow(facts);
  const next = answerChain(directory, { agency, matter: 'OTHER', risk, raisedAt: due + 2 * REMIND_AFTER }, may);
  const first: Pick<AlertStep, 'to' | 'people'> | undefined = may === null ? { to: `HUB_COORDINATOR:${agency}` } : next[0];
  if (first === undefined) {
    return [];
  }
  const { to, people } = first;
  const chased = assessmentChase({ asked, due }).map((during): AlertStep => ({ to, ...during, ...(people && { people }) }));
  return [...chased, ...next.filter((step) => step.to !== to)];
}

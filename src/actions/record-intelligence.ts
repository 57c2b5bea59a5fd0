import { haveHostRing } from '../directory/ring-placing.ts';
import { coordinatorReads, whoActs } from '../directory/who-acts.ts';
import type { IntelligencePayload } from '../domain/observation/observation.ts';
import { HubError } from '../domain/errors.ts';
import { ACT_NOW } from '../domain/workflow/act-now-notice.ts';
import { mayDo } from '../policy/may-do.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import { factsOfIntelligence } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkEntries, checkTexts, happenedAt, isoDay, optionalText, requiredText, type Given } from './given.ts';
import { interviewActedOn, interviewNamed } from './interview-acted-on.ts';
import { perform, type Scene } from './perform.ts';
import { placingUntold } from './placing-untold.ts';
import { seeRow, seeToState, type Seen } from './see-row.ts';
import { recordToState, state, type ChildSeen } from './state-record.ts';
import { tellEach } from './tell-each.ts';
import { everyone, whoActsNow } from './told.ts';
import { transmitReleased } from './transmit-by-rule.ts';

/** One piece of intelligence, as the client sends it. */
export interface RecordIntelligence {
  readonly key: string;
  readonly child: string;
  /** Of an item recorded before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** The interview it comes from. */
  readonly interview?: Given<string>;
  /** The concern it was first raised as. */
  readonly concern?: Given<string>;
  readonly topic: IntelligencePayload['topic'];
  readonly urgency: IntelligencePayload['urgency'];
  readonly at: string;
  readonly content: string;
  readonly source: string;
  readonly namedPeople?: Given<readonly (Omit<IntelligencePayload['namedPeople'][number], 'grade'> & { readonly grade?: Given<string> })[]>;
  /** Directory id of the authority in whose area it lies. */
  readonly area?: Given<string>;
}

type Told = Pick<Seen<'Child'>, 'facts'>;

/** Keeps what came to be known of where a child is at risk and from whom; what cannot wait is told at once. */
export async function recordIntelligence(services: ActionServices, actor: Actor, input: RecordIntelligence, now: number): Promise<Acted> {
  checkTexts(input);
  const said = saidOf(input, now);
  const deed = { action: 'recordIntelligence', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, said));
}

function saidOf(input: RecordIntelligence, now: number): Omit<IntelligencePayload, 'origin' | 'area' | 'interview'> {
  checkEntries((input.namedPeople ?? []).map(({ name }) => name), 'namedPeople', '.name');
  const named = (input.namedPeople ?? []).map(({ name, category, grade, reviewOn }, place) => {
    const where = `namedPeople[${String(place)}]`;
    return { name: requiredText(name, `${where}.name`), category, grade: optionalText(grade), reviewOn: isoDay(requiredText(reviewOn, `${where}.reviewOn`), `${where}.reviewOn`) ?? '' };
  });
  const { topic, urgency } = input;
  const content = requiredText(input.content, 'content');
  return { topic, urgency, at: happenedAt(input.at, 'at', now), content, source: requiredText(input.source, 'source'), namedPeople: named };
}

async function keep(scene: Scene, input: RecordIntelligence, said: Omit<IntelligencePayload, 'origin' | 'area' | 'interview'>): Promise<Acted> {
  const id = input.id ?? null;
  const child = (id === null ? await interviewActedOn(scene, input) : null) ?? (await seeToState(scene, 'IntelligenceItem', { id, child: input.child }));
  const record = await recordToState(scene, 'intelligence', { on: child, id, revision: input.revision ?? null });
  const police = scene.actor.viewer.role.startsWith('POLICE_');
  const payload = { ...said, origin: police ? 'POLICE' : 'INTERVIEW', area: areaOf(scene, input), interview: await interviewNamed(scene, child, input), ...(await concernNamed(scene, child, input)) } as const;
  await state(scene, { on: child, record, kind: 'intelligence', payload });
  const isUrgent = said.urgency === 'ACT_NOW';
  const warnings = isUrgent ? await tellAtOnce(scene, child, record.id) : police ? [] : await releaseOrAsk(scene, child, record.id);
  await transmitReleased(scene, record.id);
  return { id: record.id, child: child.child, revision: record.revision, warnings };
}

/** The item may be closed where the child is not: of a closed interview, or hung from a concern in one. Answers what whoever says it has still to do. */
async function tellAtOnce(scene: Scene, child: Seen<'Child'> | Seen<'IntelligenceItem'>, id: string): Promise<string[]> {
  const item = await factsOfIntelligence(scene.em, id, scene.now);
  const facts = item?.facts ?? child.facts;
  const chains = item === null ? [] : whoActs(scene.services.directory(), item.facts, scene.now);
  const first = chains.flatMap(([step]) => step?.people ?? step?.to ?? []);
  await tellEach(scene, { to: whoActsNow(facts).filter((one) => !first.includes(one)), ...ACT_NOW, child: child.person, about: id });
  for (const chain of chains) {
    await raiseAlert(scene.em, { ...ACT_NOW, child: child.person, about: id, chain, raisedAt: scene.now });
  }
  await (item === null ? undefined : haveHostRing(scene.em, scene.services.directory(), { facts, child: child.person, about: id, isOpenTo: coordinatorReads(item.facts), at: scene.now }));
  return placingUntold(scene, facts);
}

async function concernNamed(scene: Scene, { child }: Pick<Seen<'Child'>, 'child'>, { concern }: RecordIntelligence): Promise<Pick<IntelligencePayload, 'concern'>> {
  if (!concern) {
    return {};
  }
  const row = await seeRow(scene, 'Concern', concern);
  if (row.child !== child) {
    throw new HubError('BAD_INPUT', '"concern" is of another child. Send one of this child.');
  }
  return { concern: row.id };
}

function areaOf({ services }: Scene, { area }: RecordIntelligence): string | null {
  const named = optionalText(area);
  if (named !== null && services.directory().agencies.get(named)?.kind !== 'AUTHORITY') {
    throw new HubError('BAD_INPUT', '"area" names no authority of the directory. Send an authority’s id, or leave it out.');
  }
  return named;
}

/**
 * What a senior records needs no second word of a senior. What anybody else records, or changes after a senior released it,
 * waits for one, and the seniors are told.
 */
async function releaseOrAsk(scene: Scene, on: ChildSeen & Told, id: string): Promise<string[]> {
  const item = await factsOfIntelligence(scene.em, id, scene.now);
  if (item === null) {
    return [];
  }
  const { viewer } = scene.actor;
  const senior = mayDo(viewer, 'authoriseSharing', { family: 'IntelligenceItem', facts: item.facts });
  if (senior !== (item.facts.released === 'YES')) {
    const payload = { audience: null, recipient: null, authorised: senior, reason: senior ? 'Recorded by a senior.' : 'Changed since it was released.' };
    await decide(scene, { kind: 'AUTHORISATION', on, about: { id, records: [id] }, matter: 'RELEASE', revision: null, payload, step: ':release' });
  }
  if (senior) {
    return [];
  }
  const to = item.facts.restricted === 'NO' ? everyone('SENIOR_WORKER', [viewer.agency]) : whoActsNow(item.facts);
  await tellEach(scene, { to, kind: 'RELEASE', child: on.person, about: id, text: 'Intelligence on this child waits for a senior to release it.' });
  return ['It goes to nobody beyond your service until a senior releases it.'];
}

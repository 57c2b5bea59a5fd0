import { HubError } from '../domain/errors.ts';
import type { AbsenceKind, ReportPayload } from '../domain/observation/observation.ts';
import { HUB_SYSTEM, type RecordRef } from '../domain/record/record.ts';
import { ownAmong, openEpisodeRecords, timesOutOfOrder } from '../store/write/report-store.ts';
import { recordById, type Said } from '../store/write/hub-statement-store.ts';
import { toldAtOnce } from '../store/write/episode-news-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import { recordId } from '../domain/record/record-id.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { checkTexts, comeAt, liesAhead, textsGiven, type Given } from './given.ts';
import { askWhoItIs, KNOWN_ALREADY, knownOrBegun, newChildGiven, type Begun, type NewChild } from './new-child.ts';
import { keyOf, perform, type Scene } from './perform.ts';
import { byDefault, ownPractice } from './practice-for.ts';
import { seeToAct } from './see-row.ts';
import { mustBeNew } from './state-record.ts';
import { newReport, ownReport, stateReport, subjectRef, WITHDRAWN, type Reported, type ReportPlace } from './state-report.ts';
import { tellEach } from './tell-each.ts';
import { whoHearsOfMissing } from './told.ts';

const TEXTS = ['missingFrom', 'lastSeenWith', 'lastSeenPlace', 'clothing', 'circumstances', 'riskFactors', 'actionsTaken', 'findingIdeas', 'informedPersons'] as const;

const TIMES = ['missingSince', 'lastSeenAt', 'reportedAt'] as const;

/** A child is missing, or away, as the client sends it. */
export interface ReportMissing extends Partial<Record<(typeof TEXTS)[number], Given<string>>> {
  readonly key: string;
  /** Of a report made before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** The report was entered by mistake. */
  readonly withdraw?: Given<boolean>;
  readonly child?: Given<string>;
  readonly newChild?: Given<NewChild>;
  readonly kind?: Given<AbsenceKind>;
  readonly missingSince?: Given<string>;
  readonly reportedAt?: Given<string>;
  readonly lastSeenAt?: Given<string>;
}

/** What of a new report is worked out before the writer's lock is asked for. */
interface Told {
  readonly said: readonly Said[];
  readonly begun: Begun | null;
}

/** Keeps that a child is missing; told at once to those who answer for the child where it is their home that says so. */
export async function reportMissing(services: ActionServices, actor: Actor, input: ReportMissing, now: number): Promise<Reported> {
  checkTexts(input);
  const id = input.id ?? null;
  oneOf(input, id);
  const begun = id === null && input.newChild ? newChildGiven(services, actor, input.newChild) : null;
  const told: Told = { said: input.withdraw ? [WITHDRAWN] : saidOf(input, now), begun };
  await askWhoItIs(services, actor, { begun, now });
  const deed = { action: 'reportMissing', kind: id === null ? 'COLLECTION' : 'ALTERATION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const kept = await (id === null ? keep(scene, input, told) : change(scene, { ...input, id }, told));
    return { ...kept, warnings: [...timesAhead(input, now), ...kept.warnings] };
  });
}

/** Whoever misses a child is not kept waiting for the right time. */
function timesAhead(input: ReportMissing, now: number): string[] {
  return TIMES.filter((time) => liesAhead(input[time], now)).map((time) => `"${time}" lies ahead: it is kept as now. Change the report once the time is known.`);
}

/** A change names what it changes; a new report names one child, or says who a new one is. */
function oneOf({ child, newChild, withdraw, revision }: ReportMissing, id: string | null): void {
  if (id === null && Boolean(child) === Boolean(newChild)) {
    throw new HubError('BAD_INPUT', 'Send either "child", or "newChild" of whom nobody has a record yet.');
  }
  if (id === null && withdraw) {
    throw new HubError('BAD_INPUT', '"withdraw" takes back a report: send its "id" and "revision".');
  }
  if (id === null) {
    mustBeNew(revision);
  }
}

function saidOf(input: ReportMissing, now: number): Said[] {
  const [missingSince, lastSeenAt, reportedAt] = TIMES.map((time) => comeAt(input[time], time, now));
  if (!missingSince) {
    throw new HubError('BAD_INPUT', '"missingSince" is left out. Say since when the child is missing, if only the date.');
  }
  const report: ReportPayload = { missingSince, ...(lastSeenAt && { lastSeenAt }), ...(reportedAt && { reportedAt }), ...textsGiven(input, TEXTS) };
  return [
    { kind: 'report', payload: report },
    { kind: 'status', payload: { status: input.kind ?? 'MISSING', at: missingSince } },
  ];
}

async function change(scene: Scene, input: ReportMissing & { readonly id: string }, { said }: Told): Promise<Reported> {
  const place = await ownReport(scene, 'MISSING', { id: input.id, revision: input.revision ?? null });
  const withdrawn = input.withdraw === true;
  return answer(scene, place, withdrawn ? [...said, ...(await begunWith(scene, place.ref))] : said);
}

/** With a report of a child of whom nobody had a record goes what it said of the child. */
async function begunWith({ em, services }: Scene, ref: RecordRef): Promise<Said[]> {
  const person: RecordRef = { ...ref, kind: 'person' };
  const begun = await recordById(em, recordId(services.idKey, person));
  return begun === null ? [] : [{ kind: 'retraction', payload: { scope: 'part' }, record: person, part: ref.key }];
}

async function keep(scene: Scene, input: ReportMissing, told: Told): Promise<Reported> {
  const { begun } = told;
  const child = begun === null ? await seeToAct(scene, 'Child', input.child ?? '') : await knownOrBegun(scene, 'reportMissing', begun);
  if (child === null) {
    return tellOf(scene, await begin(scene, told));
  }
  const records = await openEpisodeRecords(scene.em, child.child);
  const own = await ownAmong(scene.em, records, scene.actor.viewer.agency);
  const place = await newReport(scene, 'MISSING', { subject: await subjectRef(scene, child.person), records: own === null ? [] : [own], episode: null });
  const kept = await answer(scene, place, told.said);
  const known = begun === null ? [] : [KNOWN_ALREADY];
  const again = own === null ? [] : ['Your agency had reported this episode already; both reports are kept. Withdraw one that was a mistake.'];
  return tellOf(scene, { ...kept, warnings: [...known, ...again, ...kept.warnings] });
}

/** A record of the actor's agency for a child nobody has one of; who the child is falls with the report. */
async function begin(scene: Scene, { begun, said }: Told): Promise<Reported> {
  const key = keyOf(scene);
  const person: RecordRef = { agency: scene.actor.viewer.agency, system: HUB_SYSTEM, kind: 'person', key };
  const place = await newReport(scene, 'MISSING', { subject: person, records: [], episode: null });
  return answer(scene, place, [...said, { kind: 'person', payload: begun?.payload ?? {}, record: person, part: key }]);
}

async function answer(scene: Scene, place: ReportPlace, said: readonly Said[]): Promise<Reported> {
  const { id, record, subject } = await stateReport(scene, place, said);
  const child = (await factsOfChild(scene.em, subject, scene.now))?.child ?? subject;
  return { id, child, episode: record, revision: place.revision, warnings: [...(await timesOutOfOrder(scene.em, record)), ...askedFor(scene, said)] };
}

/** What the police are to be told (BHM) and what is recorded at the start (KNT): warned of, never asked again. */
function askedFor({ services, actor: { viewer } }: Scene, said: readonly Said[]): string[] {
  const report = said.find((one): one is Said<'report'> => one.kind === 'report')?.payload;
  if (report === undefined) {
    return [];
  }
  const by = ownPractice(services.directory(), viewer.agency);
  return [
    ...(report.lastSeenAt === undefined ? [byDefault('say when, where and with whom the child was last seen: the police are told', 'POLICE_TOLD', by)] : []),
    ...(report.clothing === undefined ? [byDefault('say what the child wears: the police are told', 'POLICE_TOLD', by)] : []),
    ...(report.riskFactors === undefined ? [byDefault('say the risk factors: they are recorded at the start, and again when the child is found', 'RISK_FACTORS', by)] : []),
  ];
}

/** The home knows first: the coordinator and the duty team of those who answer for the child have it before everything else, each once. */
async function tellOf(scene: Scene, reported: Reported): Promise<Reported> {
  if (scene.actor.viewer.role === 'PLACEMENT_PROVIDER') {
    const row = await factsOfChild(scene.em, reported.child, scene.now);
    const known = await toldAtOnce(scene.em, reported.episode, ['CHILD_MISSING']);
    const to = row === null ? [] : whoHearsOfMissing(row.facts).filter((one) => !known.includes(one));
    const text = 'A home or carer has reported a child missing. Look at the briefing, and ring them back.';
    await tellEach(scene, { to, kind: 'CHILD_MISSING', child: reported.child, about: reported.episode, text });
  }
  return reported;
}

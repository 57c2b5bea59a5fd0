import { HubError } from '../domain/errors.ts';
import type { ReportedMatter } from '../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import type { ActionName } from '../policy/action-rules.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { takeNoticesBack } from '../store/write/notice-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import { timesOutOfOrder } from '../store/write/report-store.ts';
import type { Said } from '../store/write/hub-statement-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { checkTexts, type Given } from './given.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct } from './see-row.ts';
import { mustBeNew } from './state-record.ts';
import { newReport, ownReport, stateReport, subjectRef, WITHDRAWN, type Reported, type ReportPlace } from './state-report.ts';

/** What every report on an episode that is shown already carries. */
export interface OnEpisode {
  readonly key: string;
  /** Of a report made before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** The report was entered by mistake. */
  readonly withdraw?: Given<boolean>;
  readonly episode?: Given<string>;
}

/** A report as it was kept: of whom, under which id, and a record of the episode. */
export interface ReportKept {
  readonly child: string;
  readonly about: string;
  readonly episode: string;
}

/** One report on an episode: what it is of, and what it says. */
interface Reporting<I extends OnEpisode> {
  readonly action: Extract<ActionName, 'reportLocated' | 'reportReturned' | 'updateRisk'>;
  readonly matter: ReportedMatter;
  readonly actor: Actor;
  readonly input: I;
  readonly now: number;
  readonly said: () => Said;
  /** Rules of practice to look at. */
  readonly warnings: readonly string[];
  /** Whom a new report is told, once it is kept. */
  readonly tell?: (scene: Scene, reported: ReportKept & { readonly facts: ChildFacts }) => Promise<void>;
}

/** Keeps a report on an episode the actor sees, new, changed or withdrawn. */
export async function reportOnEpisode<I extends OnEpisode>(services: ActionServices, reporting: Reporting<I>): Promise<Reported> {
  const { action, matter, actor, input, now, warnings } = reporting;
  checkTexts(input);
  const id = input.id ?? null;
  if (input.withdraw && id === null) {
    throw new HubError('BAD_INPUT', '"withdraw" takes back a report: send its "id" and "revision".');
  }
  if (id === null) {
    mustBeNew(input.revision);
  }
  const said = input.withdraw ? WITHDRAWN : reporting.said();
  const deed = { action, kind: id === null ? 'COLLECTION' : 'ALTERATION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const place = id === null ? await placeOn(scene, matter, input.episode ?? '') : await ownReport(scene, matter, { id, revision: input.revision ?? null });
    const kept = await stateReport(scene, place, [said]);
    const row = await factsOfChild(scene.em, kept.subject, now);
    const child = row?.child ?? kept.subject;
    await tellOrTakeBack(scene, reporting, { facts: row?.facts ?? null, child: kept.subject, about: kept.id, episode: kept.record });
    const looked = input.withdraw ? [] : [...(await timesOutOfOrder(scene.em, kept.record)), ...warnings];
    return { id: kept.id, child, episode: kept.record, revision: place.revision, warnings: looked };
  });
}

async function tellOrTakeBack(scene: Scene, { input, tell }: Pick<Reporting<OnEpisode>, 'input' | 'tell'>, { facts, ...kept }: ReportKept & { readonly facts: ChildFacts | null }): Promise<void> {
  if (input.withdraw) {
    await takeNoticesBack(scene.em, kept.about, { by: HUB_SYSTEM, at: scene.now });
  }
  if ((input.id ?? null) === null && facts !== null) {
    await tell?.(scene, { ...kept, facts });
  }
}

async function placeOn(scene: Scene, matter: ReportedMatter, episode: string): Promise<ReportPlace> {
  const seen = await seeToAct(scene, 'Episode', episode);
  return newReport(scene, matter, { subject: await subjectRef(scene, seen.person), records: seen.episodeRecords, episode });
}

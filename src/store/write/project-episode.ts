import type { ChildPicture, EpisodePicture } from '../../domain/fold/picture.ts';
import type { FieldSource, Sourced } from '../../domain/fold/sourced.ts';
import { datedStep } from '../../domain/decision/dated-decisions.ts';
import { followedTimesAmong } from '../../domain/fold/followed-times.ts';
import { timesThatCount } from '../../domain/interview/step-counts.ts';
import { dutiesLeft, type EndingStep } from '../../domain/workflow/duties.ts';
import { instantOfOrder } from '../../domain/observation/order-instant.ts';
import { derivedId } from './derived-id.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { episodeFacts, withHash, type PictureRow } from './project-facts.ts';
import { reportFields } from './project-report.ts';
import { OF_EPISODE, statementColumn } from './project-statements.ts';
import { momentOf, sourceColumns, valueOf } from './project-values.ts';

/** The episode's own row: what, since when, how it stands, at what risk. */
export function projectEpisode(child: ChildPicture, episode: EpisodePicture): PictureRow {
  const { report, risk, safeAndWell } = episode;
  return withHash({
    id: episode.id,
    kind: episode.kind,
    status: episode.status,
    is_open: episode.status !== 'RETURNED',
    missing_since: momentOf(valueOf(report.missingSince)),
    reported_at: momentOf(valueOf(report.reportedAt)),
    located_at: momentOf(valueOf(episode.locatedAt)),
    returned_at: momentOf(valueOf(episode.returnedAt)),
    missing_from_at: new Date(startOf(episode)).toISOString(),
    returned_until_at: backBy(episode),
    risk: risk?.value ?? null,
    risk_word: risk?.word ?? null,
    initial_risk: valueOf(report.initialRisk),
    initial_risk_word: valueOf(report.initialRiskWord),
    risk_changes: episode.riskChanges.map(({ value, word, at }) => ({ risk: value, word, at: momentOf(at) })),
    status_changes: episode.statusChanges.map(({ value, at }) => ({ status: value, at: momentOf(at) })),
    safe_and_well_outcome: safeAndWell?.value.outcome ?? null,
    safe_and_well_at: momentOf(safeAndWell?.value.at),
    police_references: policeReferences(episode),
    together: togetherWords(episode),
    forces_know: episode.forcesKnow,
    ...finalisedColumns(child, episode),
    record_ids: episode.records.map(({ id }) => id),
    ...episodeFacts(child, episode),
  });
}

/**
 * That and why it is closed for editing; `duties_left`: what ran on then and is neither done nor said not to be owed, so that a work tray
 * finds it; `owing_until_at`: until when something is owed still, by a step whose time lay ahead when it was written.
 */
function finalisedColumns(child: ChildPicture, episode: EpisodePicture): Readonly<Record<string, unknown>> {
  const end = child.finalised.find((one) => one.episode === episode.id);
  if (end === undefined) {
    return { finalised_at: null, finalised_departure: null, finalised_not_owed: [], duties_left: [], owing_until_at: null };
  }
  const { left, owingUntil } = dutiesLeft(end.running.filter((duty) => !end.notOwed.includes(duty)), stepsCounting(child, episode));
  const until = owingUntil === null ? null : new Date(owingUntil).toISOString();
  return { finalised_at: new Date(end.at).toISOString(), finalised_departure: end.departure, finalised_not_owed: end.notOwed, duties_left: left, owing_until_at: until };
}

/** The steps of the episode that count for it; one that is closed with a concern is not for everybody who reads the tray. */
function stepsCounting({ episodes, interviews, returnSteps }: ChildPicture, { id }: EpisodePicture): EndingStep[] {
  const times = followedTimesAmong(episodes, interviews)(id);
  const open = returnSteps.filter(({ episode: about, said }) => about === id && (said.of ?? null) === null);
  return open.filter(({ said }) => timesThatCount(datedStep(said), times).length > 0).map(({ said, writtenAt }) => ({ step: said.step, from: said.at.from, writtenAt }));
}

/** What is known of the circumstances, which fewer may see. */
export function projectEpisodeCircumstances(child: ChildPicture, episode: EpisodePicture): PictureRow {
  const { report } = episode;
  return withHash({
    id: episode.id,
    missing_from: valueOf(report.missingFrom),
    circumstances: valueOf(report.circumstances),
    reported_by: valueOf(report.reportedBy),
    last_seen_at: momentOf(valueOf(report.lastSeenAt)),
    last_seen_with: valueOf(report.lastSeenWith),
    last_seen_place: valueOf(report.lastSeenPlace),
    actions_taken: valueOf(report.actionsTaken),
    risk_factors: valueOf(report.riskFactors),
    informed_persons: valueOf(report.informedPersons),
    previous_missing_count: valueOf(report.previousMissingCount),
    clothing: valueOf(report.clothing),
    finding_ideas: valueOf(report.findingIdeas),
    located_place: valueOf(episode.locatedPlace),
    located_how: valueOf(episode.locatedHow),
    returned_to: valueOf(episode.returnedTo),
    return_method: valueOf(episode.returnMethod),
    received_by: valueOf(episode.receivedBy),
    return_debrief: valueOf(episode.returnDebrief),
    assessed_risks: episode.assessments.map(({ value, at, ...said }) => ({ ...said, risk: value, at: momentOf(at) })),
    reports: episode.reports.map((each) => ({ ...reportFields(each), originator: each.originator })),
    ...episodeFacts(child, episode),
  });
}

/** In what condition the child came back, which the home reads too. */
export function projectEpisodeCondition(child: ChildPicture, episode: EpisodePicture): PictureRow {
  return withHash({ id: episode.id, return_condition: valueOf(episode.returnCondition), ...episodeFacts(child, episode) });
}

/** Who said what of the episode. */
export function projectEpisodeSource(child: ChildPicture, episode: EpisodePicture): PictureRow {
  const { risk, safeAndWell, locatedAt, locatedPlace, locatedHow, returnedAt, returnedTo, returnMethod, receivedBy, returnCondition, returnDebrief, statusChanges } = episode;
  const status = statusChanges.at(-1);
  const columns = sourceColumns(
    {
      ...episode.report,
      incidentRef: undefined,
      policeReferences: episode.report.incidentRef,
      // A marking is handling, not a field that readers ask for.
      protectiveMarking: undefined,
      // It ties episodes to one another and says nothing of this one.
      togetherKey: undefined,
      status: status && { ...status, disagreeing: [] },
      risk: risk && { ...risk, disagreeing: [] },
      safeAndWellOutcome: safeAndWell && { ...safeAndWell, value: safeAndWell.value.outcome, disagreeing: [] },
      locatedAt,
      locatedPlace,
      locatedHow,
      returnedAt,
      returnedTo,
      returnMethod,
      receivedBy,
      returnCondition,
      returnDebrief,
    },
    episode.flags,
  );
  return withHash({ id: episode.id, ...columns, statements: statementColumn(episode.statements, OF_EPISODE), ...episodeFacts(child, episode) });
}

/** Incident references, and the forces' own keys of their records of this episode. */
function policeReferences(episode: EpisodePicture): string[] {
  const { incidentRef } = episode.report;
  const stated = incidentRef ? [incidentRef.value, ...incidentRef.disagreeing.map(({ value }) => value)] : [];
  const keys = episode.records.filter(({ source }) => episode.forces.includes(source.agency) && source.system !== HUB_SYSTEM).map(({ source }) => source.recordKey);
  return [...new Set([...stated, ...keys])].sort();
}

/**
 * What episodes of children missing together have in common: a step or report of one system that names them all, or a
 * force's incident. The same words stand on the other children's episodes; nobody is shown them.
 */
function togetherWords({ report, forces }: EpisodePicture): string[] {
  const { togetherKey, incidentRef } = report;
  const reports = saidOf(togetherKey).map(({ value, source }) => derivedId('together', source.agency, source.system, value));
  const incidents = saidOf(incidentRef)
    .filter(({ source }) => forces.includes(source.agency))
    .map(({ value, source }) => derivedId('incident', source.agency, value));
  return [...new Set([...reports, ...incidents])].sort();
}

/** Every value that some source states, with its source. */
function saidOf<T>(field: Sourced<T> | undefined): readonly { readonly value: T; readonly source: FieldSource }[] {
  return field === undefined ? [] : [field, ...field.disagreeing];
}

/** When the episode began, or else the first that was heard of it: lists need an instant even where no start is stated. */
function startOf(episode: EpisodePicture): number {
  const { report, statusChanges, locatedAt, returnedAt, records } = episode;
  const stated = [valueOf(report.missingSince), statusChanges[0]?.at, valueOf(report.reportedAt), valueOf(locatedAt), valueOf(returnedAt)];
  const heard = records.map(({ source }) => instantOfOrder(source.order)).filter((instant) => instant !== null);
  return stated.find((interval) => interval !== null && interval !== undefined)?.from ?? heard.sort((a, b) => a - b)[0] ?? 0;
}

/** The instant by which the child was back: a return without a time had happened when its message was sent. */
function backBy(episode: EpisodePicture): string | null {
  if (episode.status !== 'RETURNED') {
    return null;
  }
  const instant = episode.returnedAt?.value?.until ?? instantOfOrder(episode.returnedAt?.source.order ?? '');
  return instant === null ? null : new Date(instant).toISOString();
}

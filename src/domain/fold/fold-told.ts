import { closingsOf, opensUnder } from '../authority/closings.ts';
import type { Decision, DecisionOf } from '../decision/decision.ts';
import type { MissingTogether } from '../redaction/network-of.ts';
import { addedForces, namedPeople } from '../decision/named-people.ts';
import { isUndecided, limitsOf, namedUnder, restrictionOf } from '../decision/restriction.ts';
import type { SourceMarks } from '../decision/source-marks.ts';
import { ofKind, type FiledDecisions } from '../decision/standing-decisions.ts';
import type { AboutEpisodes } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import { intelligenceAgencies } from '../intelligence/intelligence-agencies.ts';
import { tellsSomebody } from './around-child.ts';
import { episodesNamedAmong } from './episodes-named.ts';
import { finalisedEpisodes, foldCaseActions, foldCaseRecords, foldConcerns, foldReturnSteps, type CaseEpisodes } from './fold-case.ts';
import { closedBy } from './case-closed.ts';
import { foldIntelligence } from './fold-intelligence.ts';
import { foldInterview, type AroundInterviews } from './fold-interviews.ts';
import { foldOffers } from './fold-offers.ts';
import { foldPlacementAgreements } from './fold-placement-agreements.ts';
import { foldRiskAssessments } from './fold-risk-assessments.ts';
import { foldSafetyNotes } from './fold-safety-notes.ts';
import { followedTimesAmong, returnOf } from './followed-times.ts';
import type { KeptRecord } from './kept-record.ts';
import { partnersOf } from './partners.ts';
import { mergedPeriods } from './periods.ts';
import type { FoldContext } from './fold-context.ts';
import type { ChildPicture, Flag } from './picture.ts';
import type { Relations } from './relation.ts';
import type { TakenBackOf } from './taken-back.ts';
import { tellsCarer } from './tells-carer.ts';
import { toldInterviews } from './told-interviews.ts';

/** Records of what was told of the child, by kind, with the decisions of all. */
export interface Told {
  readonly offers: readonly KeptRecord[];
  readonly interviews: readonly KeptRecord[];
  readonly intelligence: readonly KeptRecord[];
  readonly riskAssessments: readonly KeptRecord[];
  readonly placementAgreements: readonly KeptRecord[];
  /** What children are called who went missing together with the child. */
  readonly together: readonly MissingTogether[];
  readonly filed: FiledDecisions;
}

/** The child as its sources alone show it. */
type Shown = Pick<ChildPicture, 'person' | 'episodes' | 'relations' | 'placements' | 'profiles' | 'flags'> & { readonly persons: readonly KeptRecord[]; readonly marks: SourceMarks; readonly reported: readonly KeptRecord[]; readonly gone: readonly KeptRecord[]; readonly takenBackOf: TakenBackOf };
type Added = Pick<
  ChildPicture,
  'relations' | 'offers' | 'riskAssessments' | 'placementAgreements' | 'interviews' | 'intelligence' | 'safetyNotes' | 'returnSteps' | 'caseRecords' | 'concerns' | 'caseActions' | 'finalised' | 'restriction' | 'opens' | 'flags'
>;

/** A stranger's mark shuts out nobody who looks for the child; whoever is responsible decides what it is worth. */
const MARKED_BY_ANOTHER: Flag = {
  code: 'MARKED_BY_ANOTHER',
  records: [],
  reason: 'A source that neither answers for the child nor looks for them marks the child as restricted: the partners of the daily briefing are kept out until a manager of the responsible authority decides.',
};

/** What people told of a child and decided about it, laid over what its sources show. */
export function foldTold(told: Told, shown: Shown, context: FoldContext): Added {
  const { filed } = told;
  const records = shown.persons.map(({ id }) => id);
  const decided = filed.onChild(records);
  const opened = ofKind(filed.everOnChild(records), 'EMERGENCY');
  const responsible = shown.relations.responsible.map(({ agency }) => agency);
  const people = namedPeople(decided, { person: shown.person, responsible, opened }, filed);
  const limits = limitsOf(decided, { named: people, responsible, hosts: shown.relations.hosts.map(({ agency }) => agency), markedSince: shown.marks.ofTheirs });
  const relations = withForces(shown.relations, decided, context);
  const closings = closingsOf(relations, context.closedBy);
  const tells = tellsSomebody({ ...shown, interviews: told.interviews, intelligence: told.intelligence, together: told.together, decided }, context);
  const toCarer = tellsCarer(tells, context);
  const around: AroundInterviews = { filed, limits, closings, relations, people, episodes: shown.episodes, tells, teams: context };
  const { offers, interviews } = interviewsOf(told, { ...around, takenBackOf: shown.takenBackOf }, context);
  const cases = { episodes: shown.episodes, gone: shown.gone.map(({ id }) => id), times: followedTimesAmong(shown.episodes, interviews) };
  const between = { decided, records: recordsEver(filed, cases) };
  const closed = closedBy(between, { ...around, interviews });
  const judged = { closed, tells: toCarer };
  const markedByOthers = isUndecided(decided, shown.marks.ofOthers);
  const partners = markedByOthers ? [] : partnersOf(relations, context);
  const caseAround = { standings: { ...relations, partners }, between };
  const intelligence = foldIntelligence(told.intelligence, { ...around, interviews, between }, context);
  return {
    relations: { ...relations, named: namedUnder(limits, people), partners, intelligenceAgencies: intelligenceAgencies(intelligence, relations.forces) },
    offers,
    riskAssessments: foldRiskAssessments(told.riskAssessments, episodesNamedAmong(shown.episodes, context)),
    placementAgreements: foldPlacementAgreements(told.placementAgreements, context),
    interviews,
    intelligence,
    safetyNotes: foldSafetyNotes(decided, filed, toCarer),
    returnSteps: foldReturnSteps(filed, cases, judged),
    caseRecords: foldCaseRecords(filed, cases, closed),
    concerns: foldConcerns(filed, closed, caseAround),
    caseActions: foldCaseActions(filed, judged, caseAround),
    finalised: finalisedEpisodes(filed, shown.episodes),
    restriction: restrictionOf(limits, relations, context),
    opens: opensUnder(closings),
    flags: [...shown.flags, ...(markedByOthers ? [MARKED_BY_ANOTHER] : [])],
  };
}

function interviewsOf(told: Told, around: AroundInterviews & { readonly takenBackOf: TakenBackOf }, context: FoldContext): Pick<ChildPicture, 'offers' | 'interviews'> {
  const episodesNamed = episodesNamedAmong(around.episodes, context);
  const before = { takenBackOf: around.takenBackOf, returned: (about: AboutEpisodes, by: RecordRef) => around.episodes.filter(({ id }) => episodesNamed(about, by).episodes.includes(id)).flatMap(returnOf) };
  const offers = foldOffers(told.offers, episodesNamed, before);
  const interviews = toldInterviews(told.interviews, { offers, episodesNamed, recordId: context.recordId, before }).map((interview) => foldInterview(interview, around, context));
  return { offers, interviews };
}

function recordsEver(filed: FiledDecisions, { episodes, gone }: CaseEpisodes): DecisionOf<'CASE_RECORD'>[] {
  return ofKind(filed.everOn([...episodes.flatMap(({ records }) => records.map(({ id }) => id)), ...gone]), 'CASE_RECORD');
}

function withForces(relations: Relations, decided: readonly Decision[], { kindOf }: FoldContext): Relations {
  const added = addedForces(decided).filter(({ agency }) => kindOf(agency) === 'POLICE');
  return { ...relations, forces: mergedPeriods([...relations.forces, ...added]) };
}

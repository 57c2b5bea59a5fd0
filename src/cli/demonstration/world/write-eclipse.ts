import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import { aSet, type DemonstrationDocument } from '../demonstration-document.ts';
import { commaSeparated, type CsvRow } from './comma-separated.ts';
import { caseExtracts, returnedByCase, type Extract } from './extracts.ts';
import { londonDay } from './london-text.ts';
import type { World, WorldChild, WorldEpisode, WorldOffer } from './world.ts';

const ANSWERS = 'INSTANCEID,SUBJECTID,ANSWERFORSUBJECTID,DESIGNGUID,INSTANCESTATE,CONTROLNAME,ANSWERVALUE,DATEANSWERVALUE,DATESTARTED,DATECOMPLETED';
const PERSONS = 'PERSONID,FORENAME,SURNAME,SEX,GENDER,ETHNICITYCODE,DATEOFBIRTH,DUPLICATED';
/** The forms as the invented directory names them. */
const NOTIFICATION = '1D0C7E5A-0000-4000-8000-00000000A001';
const INTERVIEW = '1D0C7E5A-0000-4000-8000-00000000A002';

/** Northmere's Eclipse: both views, as they stood a week ago and this morning. */
export function writeEclipse(world: World): DemonstrationDocument[] {
  return caseExtracts(world, 'northmere-eclipse').map((extract) => {
    const forms = extract.children.flatMap((child) => child.episodes.flatMap((episode) => formsOf(child, episode, extract)));
    const isFirst = extract.place === 1;
    const broken = isFirst ? [['', 'nobody', '', NOTIFICATION, 'COMPLETE', 'circumstances', 'Of no form.', '', '', '']] : [];
    return aSet({
      adapter: 'eclipse',
      system: 'northmere-eclipse',
      extracted: extract.extracted,
      name: `northmere-eclipse-${String(extract.place)}`,
      files: [
        { name: 'answers.csv', text: commaSeparated(ANSWERS, [...forms, ...broken]) },
        { name: 'persons.csv', text: commaSeparated(PERSONS, persons(extract)) },
      ],
      refused: isFirst ? { RECORD_KEY_MISSING: 1 } : {},
    });
  });
}

/** Every twentieth stands there twice, marked as a duplicate, as it does in real views. */
function persons({ children }: Extract): CsvRow[] {
  return children.flatMap((child) => {
    const row = [child.key, child.givenName, child.familyName, child.gender, '', child.ethnicity, child.birth];
    return child.number % 20 === 3 ? [[...row, ''], [`${child.key}9`, ...row.slice(1), 'DUPLICATE']] : [[...row, '']];
  });
}

type Answer = readonly [control: string, text: string, date?: number | null];

/** The notification, complete once the child is back, and the interview form once there is an offer. Brothers and sisters share both. */
function formsOf(child: WorldChild, episode: WorldEpisode, { at }: Extract): CsvRow[] {
  const { together, from, offer } = episode;
  const back = returnedByCase(episode);
  const notification = { id: `9${String(together).padStart(6, '0')}`, design: NOTIFICATION, begun: from, done: back };
  const told: readonly Answer[] = [
    ['dateChildLastSeen', '', from],
    ['absenceType', episode.kind === 'MISSING' ? 'Missing' : 'Absent'],
    ['circumstances', 'Did not come back when expected.'],
    ['policeRisk', episode.risk],
    ...(back === null ? [] : [['foundReportDate', '', back] as const]),
  ];
  const interview = { id: `8${String(together).padStart(6, '0')}`, design: INTERVIEW, begun: offer?.at ?? from, done: offer === null ? null : doneBy(offer, at) };
  return [...rowsOf(child, notification, told), ...(offer === null ? [] : rowsOf(child, interview, interviewAnswers(notification.id, offer)))];
}

/** The form is finished the day after the last it tells of; until then its offer waits. */
function doneBy({ at, held, declined }: WorldOffer, exported: number): number | null {
  const done = (held ?? at) + DAY;
  return (held !== null || declined) && done <= exported - HOUR ? done : null;
}

function interviewAnswers(notification: string, { at, held, declined, reasons, wouldHelp, stayed, firstTime }: WorldOffer): readonly Answer[] {
  const answers: readonly Answer[] = [
    ['dateOfReturnHomeInterview', '', held],
    ['interviewConductedBy', 'Rae Example'],
    ['reasonsForGoingMissing', reasons],
    ['childsViewsHelp', wouldHelp],
    ['whereChildStayed', stayed],
    ['firstTimeMissing', firstTime ? 'Yes' : 'No'],
  ];
  const accepted = held !== null ? 'Yes' : 'No';
  const answered: readonly Answer[] = held !== null || declined ? [['hasTheReturnHomeInterviewBeenAccepted', accepted]] : [];
  return [['missingNotificationId', notification], ['hasAReturnHomeInterviewBeenOffered', 'Yes'], ['dateReturnHomeInterviewOffered', '', at], ...answered, ...(held === null ? [] : answers)];
}

interface Form {
  readonly id: string;
  readonly design: string;
  readonly begun: number;
  readonly done: number | null;
}

function rowsOf({ key }: WorldChild, { id, design, begun, done }: Form, answers: readonly Answer[]): CsvRow[] {
  const state = done === null ? 'STARTED' : 'COMPLETE';
  return answers.map(([control, text, date = null]) => [id, key, key, design, state, control, text, londonDay(date), londonDay(begun), londonDay(done)]);
}

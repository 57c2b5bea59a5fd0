import { DAY } from '../../../domain/interval/durations.ts';
import { aSet, type DemonstrationDocument } from '../demonstration-document.ts';
import { commaSeparated, type CsvRow } from './comma-separated.ts';
import { caseExtracts, returnedByCase, type Extract } from './extracts.ts';
import { londonMinute } from './london-text.ts';
import type { World, WorldChild, WorldEpisode, WorldOffer } from './world.ts';

const STEPS = 'WORKFLOW_STEP_ID,SUBGROUP_ID,STARTED_ON,COMPLETED_ON,IS_MISSING_OR_ABSENT';
const SUBJECTS = 'SUBGROUP_ID,SUBJECT_TYPE_CODE,SUBJECT_COMPOUND_ID';
const ANSWERS = 'WORKFLOW_STEP_ID,FILTER_NAME,TEXT_ANSWER,SUBJECT_PERSON_ID';
const PERSONS = 'PERSON_ID,NHS_ID,UPN_ID,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,GENDER,RESTRICTED';

/** Southvale's Mosaic: its four tables, as they stood a week ago and this morning. */
export function writeMosaic(world: World): DemonstrationDocument[] {
  return caseExtracts(world, 'southvale-mosaic').map((extract) => {
    const told = extract.children.flatMap((child) => child.episodes.map((episode) => ({ child, episode })));
    const isFirst = extract.place === 1;
    const steps = [...new Map(told.map(({ episode }) => [episode.together, stepOf(episode, extract)])).values()];
    return aSet({
      adapter: 'mosaic',
      system: 'southvale-mosaic',
      extracted: extract.extracted,
      name: `southvale-mosaic-${String(extract.place)}`,
      files: [
        { name: 'dm_workflow_steps.csv', text: commaSeparated(STEPS, isFirst ? [...steps, ['', 'S0', '2026-03-01 21:30', '', 'Y']] : steps) },
        { name: 'DM_SUBGROUP_SUBJECTS.csv', text: commaSeparated(SUBJECTS, told.map(({ child, episode }) => [subgroup(episode), 'PER', child.key])) },
        { name: 'dm_filter_form_answers.csv', text: commaSeparated(ANSWERS, told.flatMap(answersOf)) },
        { name: 'DM_PERSONS.csv', text: commaSeparated(PERSONS, extract.children.map(personRow)) },
      ],
      refused: isFirst ? { RECORD_KEY_MISSING: 1 } : {},
    });
  });
}

const step = ({ together }: WorldEpisode): string => `5${String(together).padStart(6, '0')}`;
const subgroup = ({ together }: WorldEpisode): string => `S${String(together)}`;

function personRow({ key, nhsNumber, upn, givenName, familyName, birth, gender, restricted }: WorldChild): CsvRow {
  return [key, nhsNumber ?? '', upn ?? '', givenName, familyName, birth, gender, restricted ? 'Y' : 'N'];
}

/** A step of which nothing is to come any more is completed. */
function stepOf(episode: WorldEpisode, { at }: Extract): CsvRow {
  const back = returnedByCase(episode);
  const { offer } = episode;
  const over = back === null ? null : Math.max(back, offer?.held ?? offer?.at ?? back) + DAY;
  return [step(episode), subgroup(episode), londonMinute(episode.from), over !== null && over <= at ? londonMinute(over) : '', 'Y'];
}

/** Each answer is of the child it is about, though brothers and sisters share the step. */
function answersOf({ child, episode }: { readonly child: WorldChild; readonly episode: WorldEpisode }): CsvRow[] {
  const { kind, risk, misper, located, offer } = episode;
  const answers: readonly (readonly [filter: string, text: string])[] = [
    ['Child Absent or Missing (Document)', kind === 'MISSING' ? 'Missing' : 'Absent'],
    ['Police Risk Level', kind === 'MISSING' ? risk : ''],
    ['Police Reference', misper ?? ''],
    ['Circumstances of Missing Episode', 'Did not come back, when expected.'],
    ['Date/Time Found', londonMinute(located)],
    ['Date/Time Returned', londonMinute(returnedByCase(episode))],
    ...(offer === null ? [] : offerAnswers(offer)),
  ];
  return answers.filter(([, text]) => text !== '').map(([filter, text]) => [step(episode), filter, text, child.key]);
}

function offerAnswers({ held, declined, reasons, wouldHelp, stayed, firstTime }: WorldOffer): readonly (readonly [string, string])[] {
  const answered = held !== null || declined;
  return [
    ['Child Offered Return Interview', 'Yes'],
    ['Child Accepted Return Interview', answered ? (held === null ? 'No' : 'Yes') : ''],
    ...(held === null
      ? []
      : ([
          ['Date of Return Home Interview', londonMinute(held)],
          ['Return Home Interview Completed By', 'Rob Example'],
          ['First Time Missing', firstTime ? 'Yes' : 'No'],
          ['Reasons for Going Missing', reasons],
          ['Where Did the Child Stay', stayed],
          ['What Would Help', wouldHelp],
        ] as const)),
  ];
}

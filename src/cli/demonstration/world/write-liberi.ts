import { aSet, type DemonstrationDocument } from '../demonstration-document.ts';
import { commaSeparated, type CsvRow } from './comma-separated.ts';
import { caseExtracts, returnedByCase, type Extract } from './extracts.ts';
import { londonTime } from './london-text.ts';
import type { World, WorldChild, WorldEpisode, WorldOffer } from './world.ts';
import { acceptedFlag } from './write-lcs.ts';

const EPISODES = 'FACT_MISSING_PERSON_ID,DIM_PERSON_ID,START_DTTM,END_DTTM,MISSING_STATUS,RETURN_INTERVIEW_OFFERED,RETURN_INTERVIEW_ACCEPTED';
const STATUSES = 'FACT_MISSING_STATUS_ID,FACT_MISSING_PERSON_ID,MISSING_STATUS,START_DTTM,END_DTTM';
const ANSWERS = 'FACT_FORM_ID,FACT_FORM_ANSWER_ID,FACT_MISSING_PERSON_ID,ANSWER_NO,ANSWER,ANSWERED_DTTM';
const PERSONS = 'DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM,GENDER_MAIN_CODE,ETHNICITY_MAIN_CODE,UPN';

/** Southvale's Liberi: its four tables, as they stood a week ago and this morning. */
export function writeLiberi(world: World): DemonstrationDocument[] {
  return caseExtracts(world, 'southvale-liberi').map((extract) => {
    const { place, extracted, children } = extract;
    const isFirst = place === 1;
    const told = children.flatMap((child) => child.episodes.map((episode) => ({ child, episode })));
    const episodes = told.map(({ child, episode }) => episodeRow(child, episode));
    return aSet({
      adapter: 'liberi',
      system: 'southvale-liberi',
      extracted,
      name: `southvale-liberi-${String(place)}`,
      files: [
        { name: 'fact_missing_person.csv', text: commaSeparated(EPISODES, isFirst ? [...episodes, ['', '', londonTime(extract.at), '', 'Missing', '', '']] : episodes) },
        { name: 'fact_missing_status.csv', text: commaSeparated(STATUSES, told.flatMap(({ episode }) => statusRows(episode))) },
        { name: 'fact_form_answers.csv', text: commaSeparated(ANSWERS, told.flatMap(({ episode }) => (episode.offer === null ? [] : answerRows(keyOf(episode), episode.offer)))) },
        { name: 'dim_person.csv', text: commaSeparated(PERSONS, persons(extract)) },
      ],
      refused: isFirst ? { RECORD_KEY_MISSING: 1 } : {},
    });
  });
}

const keyOf = ({ number }: WorldEpisode): string => `6${String(number).padStart(6, '0')}`;

function persons({ children }: Extract): CsvRow[] {
  return children
    .filter(({ episodes }) => episodes.length > 0)
    .map(({ key, givenName, familyName, birth, gender, ethnicity, upn }) => [key, givenName, familyName, `${birth} 00:00:00.000`, gender, ethnicity, upn ?? 'UN3']);
}

function episodeRow({ key }: WorldChild, episode: WorldEpisode): CsvRow {
  const { kind, from, offer } = episode;
  const status = kind === 'MISSING' ? 'Missing' : 'Away from placement';
  return [keyOf(episode), key, londonTime(from), londonTime(returnedByCase(episode)), status, offer === null ? 'NO' : 'YES', offer === null ? '' : acceptedFlag(offer)];
}

function statusRows(episode: WorldEpisode): CsvRow[] {
  const key = keyOf(episode);
  return episode.located === null ? [] : [[`${key}1`, key, 'Found', londonTime(episode.located), '']];
}

function answerRows(episode: string, { at, held, reasons, wouldHelp, stayed, firstTime }: WorldOffer): CsvRow[] {
  if (held === null) {
    return [];
  }
  const answers = [
    ['RI_STATUS', 'Completed'],
    ['RI_OFFERED_DATE', londonTime(at)],
    ['RI_DATE', londonTime(held)],
    ['RI_INTERVIEWER', 'Rob Example'],
    ['RI_REASONS', reasons],
    ['RI_WHERE_STAYED', stayed],
    ['RI_FIRST_TIME', firstTime ? 'Yes' : 'No'],
    ['RI_CHILD_VIEWS_HELP', wouldHelp],
  ] as const;
  return answers.map(([question, text], place) => [`${episode}F`, String(place + 1), episode, question, text, londonTime(held)]);
}

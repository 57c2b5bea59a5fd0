import { DAY } from '../../../domain/interval/durations.ts';
import { aSet, type DemonstrationDocument } from '../demonstration-document.ts';
import { commaSeparated, type CsvRow } from './comma-separated.ts';
import { caseExtracts, returnedByCase } from './extracts.ts';
import { londonTime } from './london-text.ts';
import type { World, WorldChild, WorldEpisode } from './world.ts';

const NOTES = 'CASE_NOTE_ID,DIM_PERSON_ID,NOTE_TYPE,SIGNIFICANT_EVENT,EVENT_DTTM,EVENT_END_DTTM,ABOUT_CASE_NOTE_ID,RECORDED_DTTM,NOTE';
const HELP = 'FACT_CAF_EPISODE_ID,DIM_PERSON_ID,EPISODE_START_DTTM,EPISODE_END_DTTM,START_REASON,DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE';
const PERSONS = 'DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM,DOB_ESTIMATED,GENDER_MAIN_CODE,ETHNICITY_MAIN_CODE,UPN,LEGACY_ID';

/** Northmere's early help: who is open to it, and the significant events of case notes, as they stood a week ago and this morning. */
export function writeEhm(world: World): DemonstrationDocument[] {
  return caseExtracts(world, 'northmere-ehm').map(({ place, extracted, at, children }) => {
    const isFirst = place === 1;
    const notes = children.flatMap((child) => child.episodes.flatMap((episode) => notesOf(child, episode)));
    const help = children.map(({ key }) => [`7${key}`, key, londonTime(world.now - 300 * DAY), '', 'Family support', '']);
    return aSet({
      adapter: 'ehm',
      system: 'northmere-ehm',
      extracted,
      name: `northmere-ehm-${String(place)}`,
      files: [
        { name: 'case_note.csv', text: commaSeparated(NOTES, isFirst ? [...notes, ['9', '', 'Significant event', 'Return interview held', londonTime(at), '', '', '', '']] : notes) },
        { name: 'fact_caf_episode.csv', text: commaSeparated(HELP, help) },
        { name: 'dim_person.csv', text: commaSeparated(PERSONS, children.map(personRow)) },
      ],
      refused: isFirst ? { RECORD_KEY_MISSING: 1 } : {},
    });
  });
}

function personRow({ key, givenName, familyName, birth, gender, ethnicity, upn }: WorldChild): CsvRow {
  return [key, givenName, familyName, `${birth}T00:00:00`, '', gender, ethnicity, upn ?? '', ''];
}

/** Each event is a note of its own; the words of a note are of the whole family, and the hub leaves them out. */
function notesOf({ key }: WorldChild, episode: WorldEpisode): CsvRow[] {
  const { number, kind, from, located, offer } = episode;
  const back = returnedByCase(episode);
  const held = offer?.held ?? null;
  const id = (place: number): string => `3${String(number).padStart(6, '0')}${String(place)}`;
  const note = (place: number, event: string, at: number): CsvRow => [id(place), key, 'Significant event', event, londonTime(at), '', place === 0 ? '' : id(0), '', 'Invented words, of the family.'];
  return [
    note(0, kind === 'MISSING' ? 'Missing' : 'Away', from),
    ...(located === null ? [] : [note(1, 'Found', located)]),
    ...(back === null ? [] : [note(2, 'Returned', back)]),
    ...(offer === null ? [] : [note(3, 'Return interview offered', offer.at)]),
    ...(held === null ? [] : [note(4, 'Return interview held', held)]),
  ];
}

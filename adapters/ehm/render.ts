import type { Outgoing, OutgoingEpisode, Renderer } from '../../src/exchange/render-contract.ts';
import { archiveOf } from '../../src/exchange/render-contract-archive.ts';
import { ofOneEpisode } from '../../src/exchange/render-contract-case-forms.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { cannotSay, fileNamed, lastStatus, noteOf, refuseBackwards } from '../../src/exchange/render-contract-matter.ts';
import { neededTime, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { personRow, warehouseKey } from '../../src/exchange/render-contract-warehouse/write-person.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';
import { EVENT_WORDS, type EventKind } from './codes.ts';
import { LOSSES } from './losses.ts';
import { SET, settingsOf } from './payload.ts';

const LONGEST_CELL = 100_000;
type WordOf = (event: EventKind) => string;

/** A note is of one episode, and says how the child is absent now. */
function sayable(outgoing: Outgoing): Outgoing {
  return { ...outgoing, episodes: outgoing.episodes.map(lastStatus), offers: outgoing.offers.map(ofOneEpisode), interview: outgoing.interview && ofOneEpisode(outgoing.interview) };
}

/** The receiver's own words for events before the adapter's. */
function wordsOf(settings: unknown): WordOf {
  const { events } = settingsOf(settings);
  const eventOf = wordList<EventKind | 'ignored'>({ ...EVENT_WORDS, ...events });
  return (event) => {
    const word = [...Object.keys(events), ...Object.keys(EVENT_WORDS)].find((known) => eventOf(known) === event);
    if (word === undefined) {
      throw cannotSay('The receiver’s notes have no word for this event.');
    }
    return word;
  };
}

/** One note, under the key of what it tells of. */
function note(key: string, event: string, said: CsvRow): CsvRow {
  return { CASE_NOTE_ID: warehouseKey(key), NOTE_TYPE: 'Significant event', SIGNIFICANT_EVENT: event, ...said };
}

/** The absence with its end; an end whose time nobody knows, and that the child was found, in notes of their own. */
function episodeNotes(episode: OutgoingEpisode, wordOf: WordOf): CsvRow[] {
  const { key, statuses, report, located, returned } = episode;
  refuseBackwards(episode);
  const ended = statedTime(returned?.at);
  const absence = note(key, wordOf(statuses[0].status), { EVENT_DTTM: statedTime(report?.missingSince), EVENT_END_DTTM: ended });
  const found = located === undefined ? [] : [note(`${key}:located`, wordOf('LOCATED'), { EVENT_DTTM: statedTime(located.at), ABOUT_CASE_NOTE_ID: key })];
  const back = returned === undefined || ended !== null ? [] : [note(`${key}:returned`, wordOf('RETURNED'), { ABOUT_CASE_NOTE_ID: key })];
  return [absence, ...found, ...back];
}

function notesOf({ episodes, offers, interview }: Outgoing, wordOf: WordOf): CsvRow[] {
  const offered = offers.map(({ key, at, episodeKeys }) => note(key, wordOf('OFFERED'), { EVENT_DTTM: neededTime(at), ABOUT_CASE_NOTE_ID: episodeKeys[0] }));
  if (interview === null) {
    return [...episodes.flatMap((episode) => episodeNotes(episode, wordOf)), ...offered];
  }
  const { key, state, at, episodeKeys } = interview;
  const held = note(key, wordOf(state === 'COMPLETED' ? 'HELD' : 'REFUSED'), { EVENT_DTTM: neededTime(at), ABOUT_CASE_NOTE_ID: episodeKeys[0], NOTE: noteOf(interview) });
  return [...episodes.flatMap((episode) => episodeNotes(episode, wordOf)), ...offered, held];
}

/** Writes the case notes of what happened, and the child they are of. */
export const renderer: Renderer = {
  sayable,
  losses: () => LOSSES,
  // A note has as free text why it does not say more.
  shows: ['interview.text'],
  render(given, settings) {
    if (given.act === 'retract') {
      throw cannotSay('A case note is taken back by hand.');
    }
    const outgoing = sayable(given);
    const { CASE_NOTE: notes, DIM_PERSON: persons } = SET.tables;
    const person = personRow(outgoing.child);
    const child = warehouseKey(outgoing.child.key);
    const tables = [
      { name: 'case_note', columns: [...notes.needed, ...notes.optional], rows: notesOf(outgoing, wordsOf(settings)).map((row) => ({ ...row, DIM_PERSON_ID: child })), longestCell: LONGEST_CELL },
      { name: 'dim_person', columns: [...persons.needed, ...persons.optional], rows: person === null ? [] : [person], longestCell: LONGEST_CELL },
    ];
    return fileNamed(given, { adapter: 'ehm', mediaType: 'application/zip', bytes: archiveOf(tables) });
  },
};

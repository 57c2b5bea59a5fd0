import { DAY } from '../../../domain/interval/durations.ts';
import { oneFile, type DemonstrationDocument } from '../demonstration-document.ts';
import { utc } from '../police-message.ts';
import { caseExtracts, returnedByCase, type Extract } from './extracts.ts';
import { londonTime } from './london-text.ts';
import type { World, WorldChild, WorldEpisode, WorldOffer } from './world.ts';

type Column = readonly [name: string, text: string];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const columns = (all: readonly Column[]): string => all.map(([name, text]) => `<${name}>${escape(text)}</${name}>`).join('');

/** Southvale's LCS: its missing episodes with their forms, as they stood a week ago and this morning. */
export function writeLcs(world: World): DemonstrationDocument[] {
  return caseExtracts(world, 'southvale-lcs').map((extract) => {
    const isFirst = extract.place === 1;
    const episodes = extract.children.flatMap((child) => child.episodes.map((episode) => episodeOf(child, episode)));
    const broken = isFirst ? ['<MissingPersonEpisode><START_DTTM>2026-03-01T21:30:00</START_DTTM></MissingPersonEpisode>'] : [];
    return oneFile({
      adapter: 'lcs',
      system: 'southvale-lcs',
      extracted: null,
      name: `southvale-lcs-${String(extract.place)}.xml`,
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<LcsExport schemaVersion="1">\n${exportedAt(extract)}${[...episodes, ...broken].join('\n')}\n</LcsExport>\n`,
      refused: isFirst ? { RECORD_KEY_MISSING: 1 } : {},
    });
  });
}

const exportedAt = ({ at }: Extract): string => `${columns([['ExportedAt', utc(at)]])}\n`;

function episodeOf(child: WorldChild, episode: WorldEpisode): string {
  const key = `4${String(episode.number).padStart(6, '0')}`;
  const { offer, from, located } = episode;
  const back = returnedByCase(episode);
  const statuses = located === null ? [] : [columns([['FACT_MISSING_STATUS_ID', `${key}1`], ['MISSING_STATUS', 'Found'], ['START_DTTM', londonTime(located)]])];
  const told = columns([
    ['FACT_MISSING_PERSON_ID', key],
    ['DIM_PERSON_ID', child.key],
    ['START_DTTM', londonTime(from)],
    ['END_DTTM', londonTime(back)],
    ['MISSING_STATUS', episode.kind === 'MISSING' ? 'Missing' : 'Away from placement'],
    ['RETURN_INTERVIEW_OFFERED', offer === null ? 'NO' : 'YES'],
    ['RETURN_INTERVIEW_ACCEPTED', offer === null ? '' : acceptedFlag(offer)],
  ]);
  const inside = statuses.map((status) => `<MissingStatus>${status}</MissingStatus>`).join('');
  return `<MissingPersonEpisode>${told}${personOf(child)}${inside}${offer === null ? '' : formOf(key, offer)}</MissingPersonEpisode>`;
}

/** What the flag says of an offer: yes, no, or nothing yet. */
export function acceptedFlag({ held, declined }: WorldOffer): string {
  if (held !== null) {
    return 'YES';
  }
  return declined ? 'NO' : '';
}

function personOf({ key, givenName, familyName, birth, gender, ethnicity, upn }: WorldChild): string {
  const person = columns([
    ['DIM_PERSON_ID', key],
    ['FORENAME', givenName],
    ['SURNAME', familyName],
    ['BIRTH_DTTM', `${birth}T00:00:00`],
    ['GENDER_MAIN_CODE', gender],
    ['ETHNICITY_MAIN_CODE', ethnicity],
    ['UPN', upn ?? 'UN3'],
  ]);
  return `<Person>${person}</Person>`;
}

function formOf(episode: string, { at, held, reasons, wouldHelp, stayed, firstTime }: WorldOffer): string {
  if (held === null) {
    return '';
  }
  const answers: readonly Column[] = [
    ['rhiOutcome', 'Completed'],
    ['offerDate', londonTime(at)],
    ['rhiDate', londonTime(held)],
    ['interviewedBy', 'Rob Example'],
    ['reasonsForGoing', reasons],
    ['whereStayed', stayed],
    ['firstTime', firstTime ? 'Yes' : 'No'],
    ['What would help?', wouldHelp],
  ];
  const answered = answers.map(([question, text]) => `<Answer>${columns([['ANSWER_NO', question], ['ANSWER', text], ['ANSWERED_DTTM', londonTime(held + DAY / 24)]])}</Answer>`);
  return `<Form>${columns([['FACT_FORM_ID', `${episode}F`]])}${answered.join('')}</Form>`;
}

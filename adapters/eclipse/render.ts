import type { Outgoing, OutgoingEpisode, OutgoingInterview, OutgoingOffer, Renderer } from '../../src/exchange/render-contract.ts';
import { archiveOf } from '../../src/exchange/render-contract-archive.ts';
import { episodeAnswers, interviewAnswers, offerAnswers, sayableInForms, type CaseAnswer } from '../../src/exchange/render-contract-case-forms.ts';
import { instanceOf } from '../../src/exchange/render-contract-case-keys.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { cannotSay, fileNamed, matterOf, refuseBackwards } from '../../src/exchange/render-contract-matter.ts';
import { plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { COMPLETE } from './codes.ts';
import { lossesOf } from './losses.ts';
import { readSettings, TABLES, type EclipseSettings, type Told } from './payload.ts';
import { answerRows, formOf } from './write-answers.ts';

const LONGEST_CELL = 20_000;
const GENDERS = { FEMALE: 'F', MALE: 'M', OTHER: 'O', UNKNOWN: 'U' } as const;

/** What stands in one form of the receiver's. */
interface Part {
  readonly key: string;
  readonly tells: Told;
  readonly answers: readonly CaseAnswer[];
  /** The notification it is of, where it names one. */
  readonly episode: string | null;
}

function settingsOf(said: unknown): EclipseSettings {
  const settings = readSettings(said);
  if (settings === null) {
    throw cannotSay('The directory does not say which forms the receiving system has.');
  }
  return settings;
}

/** A form that is taken back is named, and nothing is said in it. */
function sayable(outgoing: Outgoing): Outgoing {
  return matterOf(outgoing) === 'RETRACTION' ? { ...outgoing, child: { key: outgoing.child.key }, episodes: [], offers: [], interview: null } : sayableInForms(outgoing, (offer, held) => offer.key === held.key);
}

function episodePart(episode: OutgoingEpisode, settings: EclipseSettings): Part {
  refuseBackwards(episode);
  const answers = episodeAnswers(episode, formOf(settings));
  if (episode.returned !== undefined && !answers.some(({ question }) => question === 'episode.returnedAt')) {
    throw cannotSay('The child is back, and the receiver’s form can only say so with the day.');
  }
  return { key: episode.key, tells: 'EPISODE', answers, episode: null };
}

function offerPart(offer: OutgoingOffer, settings: EclipseSettings): Part {
  const answers = offerAnswers(offer, formOf(settings));
  if (!answers.some(({ question }) => question === 'offer.offeredOn' || question === 'attempt.at')) {
    throw cannotSay('The receiver’s form cannot say when the interview was offered.');
  }
  return { key: offer.key, tells: 'OFFER', answers, episode: offer.episodeKeys[0] ?? null };
}

function interviewPart(interview: OutgoingInterview, settings: EclipseSettings): Part {
  const answers = interviewAnswers(interview, formOf(settings));
  if (!answers.some(({ question }) => question === 'interview.at')) {
    throw cannotSay('The receiver’s form cannot say when the interview was held.');
  }
  return { key: interview.key, tells: 'INTERVIEW', answers, episode: interview.episodeKeys[0] ?? null };
}

function partsOf({ episodes, offers, interview }: Outgoing, settings: EclipseSettings): Part[] {
  const said = [...offers.map((offer) => offerPart(offer, settings)), ...(interview === null ? [] : [interviewPart(interview, settings)])];
  const parts = [...episodes.map((episode) => episodePart(episode, settings)), ...said];
  if (parts.length === 0) {
    throw cannotSay('A refused interview is told by its offer here: give it too.');
  }
  return parts;
}

/** The receiver's form for what is told, and for nothing else of an episode: it would say that the child is missing. */
function designOf(tells: readonly string[], settings: EclipseSettings): string {
  const found = settings.forms.find((form) => tells.every((told) => form.tells.some((own) => own === told)) && form.tells.includes('EPISODE') === tells.includes('EPISODE'));
  if (found === undefined) {
    throw cannotSay('No form of the receiver tells of this by itself.');
  }
  return found.design;
}

/** The rows of one form: what has one key stands in one. */
function formRows(parts: readonly Part[], { child, settings }: { readonly child: string; readonly settings: EclipseSettings }): CsvRow[] {
  const [first] = parts;
  const tells = parts.map((part) => part.tells);
  const form = { INSTANCEID: plainKey(instanceOf(first?.key ?? '', child)), SUBJECTID: child, DESIGNGUID: designOf(tells, settings), INSTANCESTATE: COMPLETE };
  const episode = tells.includes('EPISODE') ? null : (first?.episode ?? null);
  const named: CaseAnswer[] = episode === null ? [] : [{ question: 'interview.ofEpisode', text: instanceOf(episode, child), isTime: false, number: null }];
  return answerRows([...named, ...parts.flatMap(({ answers }) => answers)], settings).map((row) => ({ ...form, ...row }));
}

const RETRACTED: Readonly<Record<string, Told>> = { episode: 'EPISODE', offer: 'OFFER', interview: 'INTERVIEW' };

/** A form in a state that means, at the receiver's, that it was never so. */
function withdrawnRows({ withdrawn, child: { key: child } }: Outgoing, settings: EclipseSettings): CsvRow[] {
  const [state] = settings.withdrawnStates;
  return withdrawn.map(({ kind, key }) => {
    const told = RETRACTED[kind];
    if (state === undefined || told === undefined) {
      throw cannotSay('The receiver’s settings name no state of a form that was taken back.');
    }
    return { INSTANCEID: plainKey(instanceOf(key, child)), SUBJECTID: child, DESIGNGUID: designOf([told], settings), INSTANCESTATE: state };
  });
}

function personRows({ key, givenName, familyName, dateOfBirth, gender, ethnicity }: Outgoing['child']): CsvRow[] {
  const said = { FORENAME: givenName, SURNAME: familyName, DATEOFBIRTH: statedTime(dateOfBirth), GENDER: gender && GENDERS[gender], ETHNICITYCODE: ethnicity };
  return Object.values(said).some((value) => (value ?? '') !== '') ? [{ PERSONID: key, ...said }] : [];
}

/** Writes the forms, and the child where anything of them is permitted. */
export const renderer: Renderer = {
  sayable,
  losses: (said) => lossesOf(settingsOf(said)),
  render(given, said) {
    const settings = settingsOf(said);
    const outgoing = sayable(given);
    const child = plainKey(outgoing.child.key);
    const parts = given.act === 'retract' ? [] : partsOf(outgoing, settings);
    const forms = [...Map.groupBy(parts, ({ key }) => instanceOf(key, child)).values()].flatMap((some) => formRows(some, { child, settings }));
    const tables = [
      { table: TABLES.answers, rows: [...forms, ...withdrawnRows(outgoing, settings)] },
      { table: TABLES.persons, rows: personRows(outgoing.child) },
    ];
    const files = tables.filter(({ rows }) => rows.length > 0).map(({ table: { name, needed, optional }, rows }) => ({ name, columns: [...needed, ...optional], rows, longestCell: LONGEST_CELL }));
    return fileNamed(given, { adapter: 'eclipse', mediaType: 'application/zip', bytes: archiveOf(files) });
  },
};

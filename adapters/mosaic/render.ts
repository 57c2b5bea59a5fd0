import type { Outgoing, OutgoingEpisode, OutgoingInterview, OutgoingOffer, Renderer } from '../../src/exchange/render-contract.ts';
import { archiveOf } from '../../src/exchange/render-contract-archive.ts';
import { episodeAnswers, interviewAnswers, offerAnswers, sayableInForms } from '../../src/exchange/render-contract-case-forms.ts';
import { instanceOf } from '../../src/exchange/render-contract-case-keys.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { cannotSay, fileNamed, refuseBackwards } from '../../src/exchange/render-contract-matter.ts';
import { plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { PERSON_SUBJECT } from './codes.ts';
import { lossesOf } from './losses.ts';
import { readSettings, TABLES, type MosaicSettings } from './payload.ts';
import { readMoment } from './read-moment.ts';
import { answerRows, formOf } from './write-answers.ts';

const LONGEST_CELL = 20_000;
const GENDERS = { FEMALE: 'F', MALE: 'M', OTHER: 'O', UNKNOWN: 'U' } as const;

/** One step with its form: an episode, and the offer and the interview of it. */
interface Step {
  readonly row: CsvRow;
  readonly answers: readonly CsvRow[];
}
/** What stands in it, and in what system. */
interface Within {
  readonly outgoing: Outgoing;
  readonly offer: OutgoingOffer | undefined;
  readonly interview: OutgoingInterview | null;
  readonly settings: MosaicSettings;
}

function settingsOf(said: unknown): MosaicSettings {
  const settings = readSettings(said);
  if (settings === null) {
    throw cannotSay('The directory does not say which form the receiving system keeps.');
  }
  return settings;
}

const sayable: Renderer['sayable'] = (outgoing) => sayableInForms(outgoing, () => true);

function stepsOf(outgoing: Outgoing, settings: MosaicSettings): Step[] {
  const { episodes, offers, interview } = outgoing;
  const known = episodes.map(({ key }) => key);
  const placed = [...offers, ...(interview === null ? [] : [interview])].map(({ episodeKeys }) => episodeKeys[0]);
  if (episodes.length === 0 || placed.some((first) => first === undefined || !known.includes(first))) {
    throw cannotSay('Offers and interviews stand in the step of their episode here, and it is not given with them.');
  }
  return episodes.map((episode) => {
    const [offer, second] = offers.filter(({ episodeKeys }) => episodeKeys[0] === episode.key);
    if (second !== undefined) {
      throw cannotSay('A step has one offer.');
    }
    return stepOf(episode, { outgoing, offer, interview: interview?.episodeKeys[0] === episode.key ? interview : null, settings });
  });
}

function stepOf(episode: OutgoingEpisode, within: Within): Step {
  const { outgoing, offer, interview, settings } = within;
  refuseBackwards(episode);
  const step = plainKey(instanceOf(episode.key, outgoing.child.key));
  const times = { STARTED_ON: startOf(episode, within), COMPLETED_ON: completionOf(episode, within) };
  const form = formOf(settings);
  const ofOffer = offer === undefined ? [] : offerAnswers(offer, form);
  const isDated = ofOffer.some(({ question }) => question === 'offer.offeredOn' || question === 'attempt.at') || (times.STARTED_ON !== null && (settings.profile === 'rhi-form' || times.COMPLETED_ON !== null));
  if (offer !== undefined && !isDated) {
    throw cannotSay('The receiver’s form cannot say when the interview was offered.');
  }
  const answers = [...episodeAnswers(episode, form), ...ofOffer, ...(interview === null ? [] : heldAnswers(interview, settings))];
  const row = { WORKFLOW_STEP_ID: step, SUBGROUP_ID: step, ...times, IS_MISSING_OR_ABSENT: 'Y' };
  return { row, answers: answerRows(answers, settings).map((answer) => ({ WORKFLOW_STEP_ID: step, SUBJECT_PERSON_ID: '0', ...answer })) };
}

function heldAnswers(interview: OutgoingInterview, settings: MosaicSettings): ReturnType<typeof interviewAnswers> {
  const answers = interviewAnswers(interview, formOf(settings));
  if (!answers.some(({ question }) => question === 'interview.at')) {
    throw cannotSay('The receiver’s form cannot say when the interview was held.');
  }
  return answers;
}

/** The step of an episode is begun when the child is missed; the form of an interview when it is offered, as far as anybody knows. */
function startOf({ report }: OutgoingEpisode, { offer, settings }: Within): string | null {
  return statedTime(settings.profile === 'cyp051' ? report?.missingSince : offer?.at, readMoment);
}

/** A completed step says that the child is back, and only a completed one tells of an interview. */
function completionOf({ returned }: OutgoingEpisode, { outgoing, interview, settings }: Within): string | null {
  if (returned === undefined) {
    if (interview !== null) {
      throw cannotSay('A step with an interview says that the child is back, and that is not known here.');
    }
    return null;
  }
  const at = settings.completedOn === 'RETURN' ? statedTime(returned.at, readMoment) : outgoing.sentAt;
  if (at === null) {
    throw cannotSay('The receiver completes a step on the return, and nobody knows when that was.');
  }
  return at;
}

function personRows({ key, givenName, familyName, dateOfBirth, gender, nhsNumber, upn, restricted }: Outgoing['child']): CsvRow[] {
  const said = {
    FIRST_NAME: givenName,
    LAST_NAME: familyName,
    DATE_OF_BIRTH: statedTime(dateOfBirth),
    GENDER: gender && GENDERS[gender],
    NHS_ID: nhsNumber,
    UPN_ID: upn,
    RESTRICTED: restricted === undefined ? null : restricted ? 'Y' : 'N',
  };
  return Object.values(said).some((value) => (value ?? '') !== '') ? [{ PERSON_ID: key, ...said }] : [];
}

/** Writes the steps with their form, and the child where anything of them is permitted. */
export const renderer: Renderer = {
  sayable,
  losses: (said) => lossesOf(settingsOf(said)),
  render(given, said) {
    if (given.act === 'retract') {
      throw cannotSay('A step is taken back by hand.');
    }
    const outgoing = sayable(given);
    const child = plainKey(outgoing.child.key);
    const steps = stepsOf(outgoing, settingsOf(said));
    const members = steps.map(({ row }) => ({ SUBGROUP_ID: row['SUBGROUP_ID'], SUBJECT_TYPE_CODE: PERSON_SUBJECT, SUBJECT_COMPOUND_ID: child }));
    const tables = [
      { table: TABLES.steps, rows: steps.map(({ row }) => row) },
      { table: TABLES.members, rows: members },
      { table: TABLES.answers, rows: steps.flatMap(({ answers }) => answers) },
      { table: TABLES.persons, rows: personRows(outgoing.child) },
    ];
    const files = tables.map(({ table: { name, needed, optional }, rows }) => ({ name, columns: [...needed, ...optional], rows, longestCell: LONGEST_CELL }));
    return fileNamed(given, { adapter: 'mosaic', mediaType: 'application/zip', bytes: archiveOf(files) });
  },
};

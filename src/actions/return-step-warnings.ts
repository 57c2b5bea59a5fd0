import { TOLD } from '../domain/authority/practice.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { letterSafety } from '../domain/interview/letter-safety.ts';
import { letterWarnings } from '../domain/interview/letter-warnings.ts';
import { stepTimeWarnings } from '../domain/interview/time-warnings.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { doneByNow, followedTimes, knownReturn, type KnownReturn } from './known-return.ts';
import { letterFacts } from './letter-facts.ts';
import { isOfDirectory } from './named-person.ts';
import type { Scene } from './perform.ts';
import { byDefault, inWords, practiceFor, type PracticeFor } from './practice-for.ts';
import type { Seen } from './see-row.ts';

type Step = DecisionPayloads['RETURN_STEP'];

/** What its time says, whatever step it is, and what the practice says of a letter; of every other step it asks nothing that is not a clock's. */
export async function returnStepWarnings(scene: Scene, on: Seen<'Episode'>, said: Step): Promise<string[]> {
  const known = await knownReturn(scene, on);
  const by = practiceFor(scene.services.directory(), on.facts);
  const dated = { step: said.step, at: said.at, departs: said.departure !== null };
  const times = stepTimeWarnings(dated, { times: followedTimes(known, [on.id]), practice: by.practice, now: scene.now });
  return [...inWords(times, by.of), ...ofWhoWasTold(scene, on, said), ...ofLetter(known, { id: on.id, by, now: scene.now }, said)];
}

/** No duty to tell ends with a word to somebody whom nothing names. */
function ofWhoWasTold({ services }: Scene, { facts }: Seen<'Episode'>, { step, addressee }: Step): string[] {
  if (step !== 'PROFESSIONAL_TOLD') {
    return [];
  }
  if (addressee === null) {
    return [TOLD_NOBODY];
  }
  const isAround = peopleNamedAs(facts.named, ['SOCIAL_WORKER', 'IRO', 'CP_COORDINATOR']).includes(addressee);
  return isAround || TOLD.some((part) => part === addressee) || isOfDirectory(services.directory(), addressee) ? [] : [TOLD_STRANGER];
}

const NAME_THEM = `name an agency or person@agency of the directory, or one of ${TOLD.join(', ')}`;
const TOLD_NOBODY = `nobody is named who was told, so nobody counts as told: ${NAME_THEM} as "addressee"`;
const TOLD_STRANGER = `"addressee" is nobody of the directory, so nobody counts as told: ${NAME_THEM}`;

function ofLetter(known: KnownReturn, { id, by, now }: { readonly id: string; readonly by: PracticeFor; readonly now: number }, { step, addressee, outcome }: Step): string[] {
  const noAddressee = addressee === 'CHILD' || addressee === 'PARENT_OR_CARER' ? [] : [byDefault(NO_ADDRESSEE, 'LETTER_ADDRESSEE', by)];
  if (step === 'SAFE_TO_SEND') {
    return [...(outcome === null ? [byDefault(SAYS_NEITHER, 'LETTER_SAFE', by)] : []), ...noAddressee];
  }
  if (step !== 'LETTER_SENT') {
    return [];
  }
  const done = doneByNow(known, [id], now);
  const others = done.steps.filter((one) => one.step === 'LETTER_SENT').map((letter) => letter.addressee);
  const notSafe = letterSafety(done.steps, addressee) === 'NOT_SAFE' ? [byDefault(NOT_SAFE, 'LETTER_SAFE', by)] : [];
  return [...notSafe, ...inWords(letterWarnings({ to: addressee, others }, letterFacts(known, done, now), by.practice), by.of), ...noAddressee];
}

/** Whatever the practice says: somebody found that this letter may do harm. */
const NOT_SAFE = 'it was recorded last that a letter to this addressee is not safe to send: if it has gone, tell whoever looks after the child now';

const SAYS_NEITHER = 'say as "outcome" SAFE or NOT_SAFE: without either the letter is not recorded as safe';

const NO_ADDRESSEE = 'say for whom the letter is, CHILD or PARENT_OR_CARER: else nobody sees to whom it may go or went';

import type { Directory } from '../directory/directory.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { AgreementState, Audience, Topic } from '../domain/sharing/audience.ts';
import { checkRecipient, isForOneAlone } from './check-recipient.ts';
import { optionalText, type Given } from './given.ts';

/** What the child was asked and answered, as the client sends it. */
export interface AgreementAsked {
  readonly aspect: 'TAKE_PART' | 'CHANNEL' | 'AUDIENCE';
  readonly audience?: Given<Audience>;
  readonly recipient?: Given<string>;
  readonly topic: Topic;
  readonly state: AgreementState;
  readonly understanding?: Given<string>;
  readonly channel?: Given<string>;
}

/** An agreement as it is kept, and the matter it is the latest word on. */
export interface AgreementSaid {
  readonly payload: DecisionPayloads['AGREEMENT'];
  readonly matter: string;
}

const bad = (message: string): HubError => new HubError('BAD_INPUT', message);

/** Checks that what was asked and what was answered belong together; `askedBy` is `person@agency`. */
export function agreementSaid(directory: Directory, asked: AgreementAsked, askedBy: string): AgreementSaid {
  const { aspect, topic, state } = asked;
  const understanding = optionalText(asked.understanding);
  if (understanding === null && state !== 'NOT_ASKED') {
    throw bad('"understanding" must say how the child\'s understanding was judged, unless the child was not asked.');
  }
  if (aspect !== 'AUDIENCE' && topic !== 'ALL') {
    throw bad('"topic" belongs to an agreement for an audience; leave it out.');
  }
  const { audience, recipient } = audienceOf(directory, asked);
  const payload = { aspect, audience, recipient, topic, state, understanding: understanding ?? '', askedBy, channel: channelOf(asked) };
  return { payload, matter: audience === null ? aspect : `${audience} ${recipient ?? ''} ${topic}` };
}

function audienceOf(directory: Directory, { aspect, audience = null, ...asked }: AgreementAsked): { audience: Audience | null; recipient: string | null } {
  const recipient = optionalText(asked.recipient);
  if (aspect !== 'AUDIENCE') {
    if (audience !== null || recipient !== null) {
      throw bad('"audience" and "recipient" belong to an agreement for an audience; leave them out.');
    }
    return { audience, recipient };
  }
  if (audience === null) {
    throw bad('"audience" must say for whom the child was asked.');
  }
  if (recipient === null && isForOneAlone(audience)) {
    throw bad('"recipient" must name the home, carer or parent the child was asked about: one answer never speaks for another.');
  }
  return { audience, recipient: recipient === null ? null : checkRecipient(directory, audience, recipient) };
}

function channelOf({ aspect, state, ...asked }: AgreementAsked): string | null {
  const channel = optionalText(asked.channel);
  if (aspect === 'CHANNEL' && state === 'GIVEN' && channel === null) {
    throw bad('"channel" must say how the child wants to be reached.');
  }
  if (aspect !== 'CHANNEL' && channel !== null) {
    throw bad('"channel" belongs to an agreement on the channel; leave it out.');
  }
  return channel;
}

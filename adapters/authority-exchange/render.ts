import type { Outgoing, Renderer } from '../../src/exchange/render-contract.ts';
import { cannotSay, fileNamed, lastStatus, matterOf } from '../../src/exchange/render-contract-matter.ts';
import { plainKey } from '../../src/exchange/render-contract-texts.ts';
import { element, section, xmlBytes, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { LOSSES } from './losses.ts';
import { ROOT } from './payload.ts';
import { writeAssessmentRequest } from './write-assessment-request.ts';
import { writeInterview } from './write-interview.ts';
import { writeMissing } from './write-missing.ts';
import { writePerson } from './write-person.ts';
import { writeWithdrawal } from './write-withdrawal.ts';

/** The body of each matter, and the type of a message that has it. */
const BODIES = {
  INTERVIEW: { type: 'COMPLETED_INTERVIEW', write: writeInterview },
  OFFER: { type: 'COMPLETED_INTERVIEW', write: writeInterview },
  RISK_ASSESSMENT_REQUEST: { type: 'RISK_ASSESSMENT_REQUEST', write: writeAssessmentRequest },
  EPISODE: { type: 'MISSING_NOTIFICATION', write: writeMissing },
  RETRACTION: { type: 'WITHDRAWAL', write: writeWithdrawal },
} as const;

/**
 * One message is of one matter: an interview or a request names its episodes, which go in messages of their own; a withdrawal names its record alone,
 * a request the child by their key, and a missing notification says how the child is absent now.
 */
function sayable(outgoing: Outgoing): Outgoing {
  const matter = matterOf(outgoing);
  if (matter === 'RETRACTION') {
    return { ...outgoing, child: { key: outgoing.child.key }, episodes: [], offers: [], interview: null, asks: null };
  }
  if (matter === 'RISK_ASSESSMENT_REQUEST') {
    return { ...outgoing, child: { key: outgoing.child.key }, episodes: [], offers: [], interview: null };
  }
  return { ...outgoing, episodes: matter === 'EPISODE' ? outgoing.episodes.map(lastStatus) : [] };
}

function header({ messageId, sender, sentAt, act, corrects }: Outgoing, type: string): XmlPart[] {
  const corrected = act === 'correct' ? element('Corrects', corrects ?? messageId) : [];
  return section('Header', element('MessageId', plainKey(messageId)), element('MessageType', type), element('SendingAuthority', sender), element('SentAt', sentAt), corrected);
}

/** Writes a message to another authority's hub; the sender signs its bytes. */
export const renderer: Renderer = {
  sayable,
  losses: () => LOSSES,
  render(given) {
    const outgoing = sayable(given);
    const matter = matterOf(outgoing);
    if (matter === 'INTELLIGENCE') {
      throw cannotSay('Intelligence goes to a bureau in the form of police-intelligence.');
    }
    const { type, write } = BODIES[matter];
    const inside = [...header(outgoing, type), ...writePerson(outgoing.child), ...write(outgoing)];
    const bytes = xmlBytes({ name: ROOT, attributes: { schemaVersion: '1' }, inside });
    return fileNamed(given, { adapter: 'authority-exchange', mediaType: 'application/xml', bytes });
  },
};

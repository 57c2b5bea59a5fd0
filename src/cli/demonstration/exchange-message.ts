import { HUBS, type HubSystem } from './demonstration-hubs.ts';
import { oneFile, type DemonstrationDocument } from './demonstration-document.ts';
import { utc } from './police-message.ts';
import type { Spoilt } from './spoilt.ts';
import { xmlText, type XmlTree } from './xml-text.ts';

const TYPES = {
  PlacementNotification: 'PLACEMENT_NOTIFICATION',
  MissingNotification: 'MISSING_NOTIFICATION',
  RiskAssessment: 'RISK_ASSESSMENT',
  CompletedInterview: 'COMPLETED_INTERVIEW',
  Withdrawal: 'WITHDRAWAL',
} as const;

/** One invented message of an authority's hub, in the shape of adapters/authority-exchange. */
export interface ExchangeStory {
  readonly system: HubSystem;
  readonly messageId: string;
  readonly sentAt: number;
  /** The message that this one restates. */
  readonly corrects?: string;
  readonly child: XmlTree;
  /** The one thing that it says. */
  readonly matter: keyof typeof TYPES;
  readonly says: XmlTree;
}

/** The message as XML text. */
function exchangeMessage({ system, messageId, sentAt, corrects, child, matter, says }: ExchangeStory): string {
  const sender = HUBS.find((hub) => hub.system === system)?.agency ?? '';
  const Header = { MessageId: messageId, MessageType: TYPES[matter], SendingAuthority: sender, SentAt: utc(sentAt), ...(corrects === undefined ? {} : { Corrects: corrects }) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<AuthorityExchange schemaVersion="1">${xmlText({ Header, Child: child, [matter]: says })}</AuthorityExchange>\n`;
}

/** The message as its hub sends it; `spoilt` makes of its text one that is refused. */
export function exchangeFile(story: ExchangeStory, spoilt: Spoilt | null = null): DemonstrationDocument {
  const text = exchangeMessage(story);
  const name = `${story.messageId}${spoilt === null ? '' : `-${spoilt.as}`}.xml`;
  return oneFile({ adapter: 'authority-exchange', system: story.system, extracted: null, name, text: spoilt === null ? text : spoilt.make(text), refused: spoilt?.refused ?? {} });
}

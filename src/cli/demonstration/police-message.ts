import { xmlText } from './xml-text.ts';

/** Writes one invented police message in the shape of adapters/police-compact. */
export interface PoliceStory {
  readonly messageId: string;
  readonly type: 'MISSING' | 'UPDATE' | 'FOUND' | 'CANCEL';
  readonly force: string;
  /** Epoch milliseconds; omitted only where the demonstration wants a message the hub must refuse. */
  readonly sentAt?: number;
  readonly misper: string;
  readonly riskFactors?: string;
  /** Sections of the message, each an element name to its children's text. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A UTC instant as files write it. */
export const utc = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** The message as XML text. Elements keep the order the schema asks for. */
export function policeMessage(story: PoliceStory): string {
  const Header = {
    MessageId: story.messageId,
    MessageType: story.type,
    ForceCode: story.force,
    ...(story.sentAt === undefined ? {} : { SentAt: utc(story.sentAt) }),
    ProtectiveMarking: 'OFFICIAL-SENSITIVE',
  };
  const sections: PoliceStory['sections'] = { ...story.sections, Report: { MisperId: story.misper, ...story.sections['Report'] } };
  const told = ['Report', 'Person', 'LastSeen', 'Care'].flatMap((name) => {
    const section = sections[name];
    return section === undefined ? [] : [[name, section] as const];
  });
  const factors = story.riskFactors === undefined ? {} : { RiskFactors: story.riskFactors };
  const found = sections['Found'] === undefined ? {} : { Found: sections['Found'] };
  const body = xmlText({ Header, ...Object.fromEntries(told), ...factors, ...found });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<MissingPoliceCompact schemaVersion="1">${body}</MissingPoliceCompact>\n`;
}

import type { Sending } from './a-running-hub.ts';

/** The fields of a police message by their path below the root; null leaves one out. */
export type Fields = Readonly<Record<string, string | null>>;

/** What every message of this invented report says. */
const REPORT: Fields = {
  'Header/ForceCode': '99',
  'Report/MisperId': 'MP-1',
  'Person/PersonId': 'P-1',
};

/** That Wrenna, whose authority is Northmere, is missing since the evening before. */
const MISSING: Fields = {
  ...REPORT,
  'Header/MessageId': 'M-1',
  'Header/MessageType': 'MISSING',
  'Header/SentAt': '2025-11-19T22:30:00Z',
  'Report/CurrentRiskLevel': 'Medium',
  'Report/MissingSince': '2025-11-19T21:00:00Z',
  'Report/Circumstances': 'Left through the garden.',
  'Person/GivenName': 'Wrenna',
  'Person/Surname': 'Testfield',
  'Person/DateOfBirth': '2011-05-06',
  'Person/Gender': 'Female',
  'Person/HomeAddress': '1 Imaginary Row',
  'Care/PlacingAuthority': 'E99000001',
};

/** That she was traced in the night and is back. */
const FOUND: Fields = {
  ...REPORT,
  'Header/MessageId': 'M-2',
  'Header/MessageType': 'FOUND',
  'Header/SentAt': '2025-11-20T04:00:00Z',
  'Found/WhenTraced': '2025-11-20T03:00:00Z',
  'Found/TracedLocation': 'Invented bus station',
  'Found/WhenReturned': '2025-11-20T03:45:00Z',
  'Found/ReturnedTo': 'Imaginary Row',
};

const CANCEL: Fields = { ...REPORT, 'Header/MessageId': 'M-3', 'Header/MessageType': 'CANCEL', 'Header/SentAt': '2025-11-20T06:00:00Z' };

export const aMissing = (changed: Fields = {}): Sending => fromPolice({ ...MISSING, ...changed });
export const aFound = (changed: Fields = {}): Sending => fromPolice({ ...FOUND, ...changed });
export const aCancel = (changed: Fields = {}): Sending => fromPolice({ ...CANCEL, ...changed });

function fromPolice(fields: Fields): Sending {
  return { adapter: 'police-compact', as: 'mereshire-compact-client', bytes: policeXml(fields) };
}

interface Element {
  readonly attributes: Map<string, string>;
  readonly children: Map<string, Element>;
  text: string;
}
const anElement = (): Element => ({ attributes: new Map(), children: new Map(), text: '' });

function policeXml(fields: Fields): string {
  const root = anElement();
  root.attributes.set('schemaVersion', '1');
  for (const [path, text] of Object.entries(fields)) {
    if (text !== null) {
      place(root, path.split('/'), text);
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written('MissingPoliceCompact', root)}`;
}

function place(element: Element, [name = '', ...rest]: readonly string[], text: string): void {
  if (name.startsWith('@')) {
    element.attributes.set(name.slice(1), text);
  } else if (name === '') {
    element.text = text;
  } else {
    const child = element.children.get(name) ?? anElement();
    element.children.set(name, child);
    place(child, rest, text);
  }
}

function written(name: string, { attributes, children, text }: Element): string {
  const head = [name, ...[...attributes].map(([key, value]) => `${key}="${value}"`)].join(' ');
  return `<${head}>${text}${[...children].map(([child, element]) => written(child, element)).join('')}</${name}>`;
}

/** The tables of a 903 return, by their columns. */
const TABLES = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  uasc: 'CHILD,SEX,DOB,DUC',
} as const;

/** One table of Northmere's return, as it was on the morning of the journeys; each row as the file has it. */
export function aTable(table: keyof typeof TABLES, ...rows: readonly string[]): Sending {
  const bytes = [TABLES[table], ...rows].join('\r\n');
  return { adapter: 'ssda903', as: 'northmere-903-client', bytes, extracted: '2025-11-20T06:00:00Z' };
}

/** Invented documents in the shapes that the adapters read. */

/** One police message; every field can be changed, and null leaves it out. */
export function aPoliceMessage(changed: Readonly<Record<string, string | null>> = {}): string {
  const fields: Record<string, string | null> = { ...MISSING_CHILD, ...changed };
  const element = (name: string): string => {
    const value = fields[name] ?? null;
    return value === null ? '' : `<${name}>${value}</${name}>`;
  };
  const section = (name: string, names: readonly string[]): string => {
    const inside = names.map(element).join('');
    return inside === '' ? '' : `<${name}>${inside}</${name}>`;
  };
  const sections = [
    section('Header', ['MessageId', 'MessageType', 'ForceCode', 'SentAt']),
    section('Report', ['MisperId', 'InitialRiskLevel', 'CurrentRiskLevel', 'MissingSince', 'Circumstances']),
    section('Person', ['PersonId', 'NHSNumber', 'GivenName', 'Surname', 'DateOfBirth', 'Gender', 'HomeAddress']),
    section('Care', ['PlacingAuthority', 'HostAuthority', 'PlacementURN', 'ResponsibleAuthorityChildId']),
    section('Found', ['WhenTraced', 'TracedLocation', 'WhenReturned', 'ReturnedTo']),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<MissingPoliceCompact schemaVersion="1">${sections.join('')}</MissingPoliceCompact>`;
}

const MISSING_CHILD = {
  MessageId: 'M-1',
  MessageType: 'MISSING',
  ForceCode: '99',
  SentAt: '2026-03-01T22:30:00Z',
  MisperId: 'MP-1',
  InitialRiskLevel: 'Medium',
  CurrentRiskLevel: 'High',
  MissingSince: '2026-03-01T21:00:00Z',
  Circumstances: 'Left through the garden.',
  PersonId: 'P-1',
  GivenName: 'Wrenna',
  Surname: 'Testfield',
  DateOfBirth: '2011-05-06',
  Gender: 'Female',
  HomeAddress: '1 Imaginary Row',
  PlacingAuthority: 'E99000001',
};

/** That the child was traced and is back. */
export function aFoundMessage(changed: Readonly<Record<string, string | null>> = {}): string {
  return aPoliceMessage({
    MessageId: 'M-2',
    MessageType: 'FOUND',
    SentAt: '2026-03-02T04:00:00Z',
    CurrentRiskLevel: null,
    InitialRiskLevel: null,
    Circumstances: null,
    WhenTraced: '2026-03-02T03:00:00Z',
    TracedLocation: 'Invented bus station',
    WhenReturned: '2026-03-02T03:45:00Z',
    ReturnedTo: 'Larkfield House',
    ...changed,
  });
}

/** Takes the whole report back. */
export function aCancelMessage(changed: Readonly<Record<string, string | null>> = {}): string {
  return aPoliceMessage({ MessageId: 'M-3', MessageType: 'CANCEL', SentAt: '2026-03-03T09:00:00Z', ...changed });
}

/** The missing table of a 903 return, one array of cells a row. */
export function aMissingTable(...rows: readonly (readonly [child: string, dob: string, kind: string, start: string, end: string])[]): string {
  return ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...rows.map((row) => row.join(','))].join('\r\n');
}

/** The header table of a 903 return. */
export function aHeaderTable(...rows: readonly (readonly [child: string, sex: string, dob: string, upn: string])[]): string {
  return ['CHILD,SEX,DOB,ETHNIC,UPN', ...rows.map(([child, sex, dob, upn]) => [child, sex, dob, 'WBRI', upn].join(','))].join('\r\n');
}

/** The episodes table of a 903 return; every placement is in an invented home. */
export function anEpisodesTable(...rows: readonly (readonly [child: string, decom: string, dec: string, urn: string])[]): string {
  const head = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
  const line = ([child, decom, dec, urn]: (typeof rows)[number]): string =>
    [child, decom, 'S', 'C2', 'N1', 'K2', 'PR4', dec, dec === '' ? '' : 'X1', '', 'ZZ1 1AA', 'ZZ2 2BB', urn].join(',');
  return [head, ...rows.map(line)].join('\r\n');
}

/** One invented child of a return, who was missing and lived in a home. */
export interface ReturnedChild {
  readonly child: string;
  readonly dob: string;
  readonly upn: string;
  readonly absences: readonly (readonly [kind: string, start: string, end: string])[];
  readonly stays: readonly (readonly [decom: string, dec: string, urn: string])[];
}

/** The tables of a 903 return on these children, as files of their own. */
export function aReturnInTables(children: readonly ReturnedChild[]): string[] {
  return [
    aHeaderTable(...children.map(({ child, dob, upn }) => [child, '1', dob, upn] as const)),
    anEpisodesTable(...children.flatMap(({ child, stays }) => stays.map((stay) => [child, ...stay] as const))),
    aMissingTable(...children.flatMap(({ child, dob, absences }) => absences.map((absence) => [child, dob, ...absence] as const))),
  ];
}

/** The same return as one XML document. */
export function aReturnInXml(children: readonly ReturnedChild[]): string {
  const cells = (...filled: readonly (readonly [name: string, text: string])[]): string => filled.map(([name, text]) => `<${name}>${text}</${name}>`).join('');
  const absence = ([kind, start, end]: ReturnedChild['absences'][number]): string => `<AMISSING>${cells(['MISSING', kind], ['MIS_START', start], ['MIS_END', end])}</AMISSING>`;
  const stay = ([decom, dec, urn]: ReturnedChild['stays'][number]): string => {
    const begun = cells(['DECOM', decom], ['RNE', 'S'], ['LS', 'C2'], ['CIN', 'N1'], ['PL', 'K2'], ['PLACE_PROVIDER', 'PR4'], ['DEC', dec], ['REC', dec === '' ? '' : 'X1']);
    return `<EPISODE>${begun}${cells(['HOME_POST', 'ZZ1 1AA'], ['PL_POST', 'ZZ2 2BB'], ['URN', urn])}</EPISODE>`;
  };
  const one = ({ child, dob, upn, absences, stays }: ReturnedChild): string => {
    const header = `${cells(['CHILDID', child], ['UPN', upn], ['SEX', '1'], ['DOB', dob], ['ETHNIC', 'WBRI'])}${absences.map(absence).join('')}`;
    return `<CHILD><HEADER>${header}</HEADER>${stays.map(stay).join('')}</CHILD>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n${children.map(one).join('\n')}\n</EXPSSDA903>\n`;
}

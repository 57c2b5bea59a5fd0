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

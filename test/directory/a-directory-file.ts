/** A small directory file, every name invented; each section can be replaced by other YAML. */
export function aDirectoryFile(sections: Partial<Record<'agencies' | 'systems' | 'forceAreas' | 'homes' | 'people', string>> = {}): string {
  const {
    agencies = `
  - { id: northmere, name: Northmere Council, kind: AUTHORITY, codes: ["E99000001", "903 Northmere"] }
  - { id: southvale, name: Southvale Council, kind: AUTHORITY, codes: ["E99000002"] }
  - { id: mereshire-police, name: Mereshire Police, kind: POLICE, codes: ["99"] }
  - { id: larkfield-homes, name: Larkfield Homes, kind: PROVIDER }`,
    systems = `
  - { id: northmere-903, agency: northmere, adapter: ssda903 }
  - { id: mereshire-compact, agency: mereshire-police, adapter: police-compact }`,
    forceAreas = `
  - { force: mereshire-police, authorities: [northmere, southvale] }`,
    homes = `
  - { urn: SC900001, name: Larkfield House, provider: larkfield-homes, authority: southvale }`,
    people = `
${aPerson({ id: 'nia', roles: '[{ role: HUB_COORDINATOR, agency: northmere }]' })}`,
  } = sections;
  return `agencies:${agencies}\nsystems:${systems}\nforceAreas:${forceAreas}\nhomes:${homes}\npeople:${people}\n`;
}

/** One person of such a file, as YAML. */
export function aPerson({ id, issuer = 'https://issuer.invalid', subject = id, roles, also = '' }: PersonLine): string {
  return `  - { id: ${id}, name: ${id} Example, issuer: "${issuer}", subject: ${subject}, roles: ${roles}${also} }`;
}

interface PersonLine {
  readonly id: string;
  readonly issuer?: string;
  readonly subject?: string;
  /** A YAML list. */
  readonly roles: string;
  /** More fields, such as `, suspended: true`. */
  readonly also?: string;
}

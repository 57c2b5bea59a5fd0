import { agencyCode } from './agency-code.ts';
import type { AgencyKind, Role } from './directory.ts';
import type { DirectoryFault } from './directory-fault.ts';
import type { DirectoryFile } from './directory-file.ts';

type Path = DirectoryFault['path'];
type Kinds = ReadonlyMap<string, AgencyKind>;

/** The kind of agency a role can be held at; an auditor and an ingest client can be anywhere. */
const KIND_OF_ROLE: Readonly<Partial<Record<Role, AgencyKind>>> = {
  HUB_COORDINATOR: 'AUTHORITY',
  POLICE_MISSING_TEAM: 'POLICE',
  PLACEMENT_PROVIDER: 'PROVIDER',
};

/** Every place where the file contradicts itself: names used twice, and names that lead nowhere. */
export function contradictions(file: DirectoryFile): DirectoryFault[] {
  const kinds: Kinds = new Map(file.agencies.map(({ id, kind }) => [id, kind]));
  return [...repeatedNames(file), ...agencies(file), ...systems(file, kinds), ...areas(file, kinds), ...homes(file, kinds), ...people(file, kinds)];
}

function repeatedNames(file: DirectoryFile): DirectoryFault[] {
  return [
    ...repeats(
      file.agencies.flatMap((agency, at) => [
        { path: ['agencies', at, 'id'], name: agencyCode(agency.id) },
        ...agency.codes.map((code, nth) => ({ path: ['agencies', at, 'codes', nth], name: agencyCode(code) })),
      ]),
    ),
    ...repeats(file.systems.map(({ id }, at) => ({ path: ['systems', at, 'id'], name: id }))),
    ...repeats(file.forceAreas.map(({ force }, at) => ({ path: ['forceAreas', at, 'force'], name: force }))),
    ...repeats(file.homes.map(({ urn }, at) => ({ path: ['homes', at, 'urn'], name: urn }))),
    ...repeats(file.people.map(({ id }, at) => ({ path: ['people', at, 'id'], name: id }))),
    ...repeats(file.people.map(({ issuer, subject }, at) => ({ path: ['people', at, 'subject'], name: JSON.stringify([issuer, subject]) }))),
  ];
}

function repeats(names: readonly { readonly path: Path; readonly name: string }[]): DirectoryFault[] {
  const seen = new Set<string>();
  return names.flatMap(({ path, name }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path, wrong: 'this is used once already', mend: 'give each its own, or take one of the two out' }];
  });
}

function agencies(file: DirectoryFile): DirectoryFault[] {
  return file.agencies.flatMap(({ kind, strategy }, at) =>
    strategy === null || kind === 'AUTHORITY'
      ? []
      : [{ path: ['agencies', at, 'strategy'], wrong: 'only an authority has strategy triggers', mend: 'take them out' }],
  );
}

function systems(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  const owners = new Map<string, string>();
  return file.systems.flatMap(({ id, agency, personKeys = id }, at) => {
    const owner = owners.get(personKeys) ?? agency;
    owners.set(personKeys, owner);
    const foreign = { path: ['systems', at, 'personKeys'], wrong: 'systems of two agencies cannot share person keys', mend: 'give each agency its own' };
    return [...named(kinds, agency, { path: ['systems', at, 'agency'] }), ...(owner === agency ? [] : [foreign])];
  });
}

function areas(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  return file.forceAreas.flatMap(({ force, authorities }, at) => {
    const paths = authorities.map((authority, nth) => ({ name: authority, path: ['forceAreas', at, 'authorities', nth] }));
    return [
      ...named(kinds, force, { path: ['forceAreas', at, 'force'], kind: 'POLICE' }),
      ...paths.flatMap(({ name, path }) => named(kinds, name, { path, kind: 'AUTHORITY' })),
      ...repeats(paths),
    ];
  });
}

function homes(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  return file.homes.flatMap(({ provider, authority }, at) => [
    ...named(kinds, provider, { path: ['homes', at, 'provider'], kind: 'PROVIDER' }),
    ...named(kinds, authority, { path: ['homes', at, 'authority'], kind: 'AUTHORITY' }),
  ]);
}

function people(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  const agencyOfSystem = new Map(file.systems.map(({ id, agency }) => [id, agency]));
  return file.people.flatMap(({ roles }, at) => {
    const paths = roles.map((role, nth) => ({ role, path: ['people', at, 'roles', nth] }));
    return [
      // A request names its role as ROLE@agency: the same pair twice could not be told apart.
      ...repeats(paths.map(({ role, path }) => ({ path, name: `${role.role}@${role.agency}` }))),
      ...paths.flatMap(({ role, path }) => [
        ...named(kinds, role.agency, { path: [...path, 'agency'], kind: KIND_OF_ROLE[role.role] }),
        ...systemOfRole(role, [...path, 'system'], agencyOfSystem),
      ]),
    ];
  });
}

function systemOfRole(role: DirectoryFile['people'][number]['roles'][number], path: Path, agencyOfSystem: ReadonlyMap<string, string>): DirectoryFault[] {
  if (role.role !== 'INGEST_CLIENT') {
    return role.system === undefined ? [] : [{ path, wrong: 'only an ingest client has a source system', mend: 'take it out' }];
  }
  if (role.system !== undefined && agencyOfSystem.get(role.system) === role.agency) {
    return [];
  }
  return [{ path, wrong: 'an ingest client sends for one source system of its agency', mend: 'name one listed under "systems" with the same agency' }];
}

/** The faults of a name that should be an agency of this file, of that kind where one is asked. */
function named(kinds: Kinds, agency: string, { path, kind }: { path: Path; kind?: AgencyKind | undefined }): DirectoryFault[] {
  const found = kinds.get(agency);
  if (found === undefined) {
    return [{ path, wrong: 'no agency of this file has this id', mend: 'correct it, or add the agency under "agencies"' }];
  }
  if (kind !== undefined && found !== kind) {
    return [{ path, wrong: `the agency named here is not of kind ${kind}`, mend: `name one of kind ${kind}, or correct the agency's kind` }];
  }
  return [];
}

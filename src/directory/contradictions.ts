import { CLOCK_NAMES } from '../domain/clocks/clock-names.ts';
import { practiceOf } from '../domain/authority/practice-of.ts';
import { agencyCode } from './agency-code.ts';
import { dutyContradictions } from './duty-contradictions.ts';
import { KINDS_OF_ROLE } from './kinds-of-role.ts';
import type { AgencyKind } from './directory.ts';
import type { DirectoryFault } from './directory-fault.ts';
import type { DirectoryFile } from './directory-file.ts';
import { exchangeContradictions } from './exchange-contradictions.ts';

type Path = DirectoryFault['path'];
type Kinds = ReadonlyMap<string, AgencyKind>;

/** Every place where the file contradicts itself: names used twice, and names that lead nowhere. */
export function contradictions(file: DirectoryFile): DirectoryFault[] {
  const kinds: Kinds = new Map(file.agencies.map(({ id, kind }) => [id, kind]));
  return [...repeatedNames(file), ...agencies(file), ...practices(file), ...dutyContradictions(file), ...systems(file, kinds), ...areas(file, kinds), ...homes(file, kinds), ...groupsAndAgreements(file, kinds), ...people(file, kinds), ...exchangeContradictions(file)];
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
    ...repeats(file.groups.map(({ id }, at) => ({ path: ['groups', at, 'id'], name: id }))),
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
  return file.agencies.flatMap(({ kind, strategy, closes, saysConsentNotGiven }, at) => {
    const of = (part: string, wrong: string): DirectoryFault => ({ path: ['agencies', at, part], wrong, mend: 'take it out' });
    return kind === 'AUTHORITY'
      ? repeats(closes.map((name, nth) => ({ path: ['agencies', at, 'closes', nth], name })))
      : [
          ...(strategy === null ? [] : [of('strategy', 'only an authority has strategy triggers')]),
          ...(closes.length === 0 ? [] : [of('closes', 'only an authority closes what the house opens by default')]),
          ...(saysConsentNotGiven ? [of('saysConsentNotGiven', 'only an authority decides what a home is told')] : []),
        ];
  });
}

/** Only an authority has practice rules, and it changes only clocks that the practice it goes by has. */
function practices(file: DirectoryFile): DirectoryFault[] {
  return file.agencies.flatMap(({ kind, practice, ownFigures, ownClocks, addedClocks }, at) => {
    const clocks = practiceOf({ practice, ownFigures: {}, ownClocks: {}, strategy: null }).clocks.map(({ id }) => id as string);
    const unknown = Object.keys(ownClocks).filter((id) => !clocks.includes(id));
    const stated = { practice: practice !== null, ownFigures: Object.keys(ownFigures).length > 0, ownClocks: Object.keys(ownClocks).length > 0, addedClocks: addedClocks.length > 0 };
    return kind === 'AUTHORITY'
      ? [...strategyTwice(Object.keys(ownClocks), ['agencies', at, 'ownClocks']), ...unknown.map((id) => ({ path: ['agencies', at, 'ownClocks', id], wrong: 'the practice named here has no such clock', mend: 'take it out, or name the practice that has it' })), ...added(addedClocks, ['agencies', at, 'addedClocks'])]
      : Object.entries(stated).flatMap(([part, said]) => (said ? [{ path: ['agencies', at, part], wrong: 'only an authority has practice rules', mend: 'take it out' }] : []));
  });
}

/** A clock is told from every other by its name, and runs from one thing to another. */
function added(clocks: DirectoryFile['agencies'][number]['addedClocks'], path: Path): DirectoryFault[] {
  const known: readonly string[] = Object.values(CLOCK_NAMES);
  return [
    ...repeats(clocks.map(({ name }, nth) => ({ path: [...path, nth, 'name'], name: name.toLowerCase() }))),
    ...clocks.flatMap(({ name }, nth) => (known.includes(name.toLowerCase()) ? [{ path: [...path, nth, 'name'], wrong: 'the hub has a clock of this name', mend: 'give it another name; a clock of the practice is changed under "ownClocks"' }] : [])),
    ...clocks.flatMap(({ start, stops }, nth) => (stops.includes(start) ? [{ path: [...path, nth, 'stops'], wrong: 'it is stopped by what starts it', mend: 'name what it waits for' }] : [])),
  ];
}

/** After how many hours a strategy discussion is held is said once: the briefing and the clock both go by it. */
function strategyTwice(clocks: readonly string[], path: Path): DirectoryFault[] {
  return clocks.includes('STRATEGY') ? [{ path: [...path, 'STRATEGY'], wrong: 'this clock runs as long as "strategy" says', mend: 'take it out, and state its hours in "strategy"' }] : [];
}

function groupsAndAgreements(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  return [
    ...file.groups.flatMap(({ authority, members }, at) => [
      ...named(kinds, authority, { path: ['groups', at, 'authority'], kinds: ['AUTHORITY'] }),
      ...members.flatMap(({ agency, ...times }, nth) => [
        ...named(kinds, agency, { path: ['groups', at, 'members', nth, 'agency'] }),
        ...backwards(times, ['groups', at, 'members', nth]),
      ]),
    ]),
    ...file.agreements.flatMap(({ authority, force, ...times }, at) => [
      ...named(kinds, authority, { path: ['agreements', at, 'authority'], kinds: ['AUTHORITY'] }),
      ...named(kinds, force, { path: ['agreements', at, 'force'], kinds: ['POLICE'] }),
      ...backwards(times, ['agreements', at]),
    ]),
  ];
}

/** A time that ends before it begins is a slip of the pen, and would quietly be no time at all. */
function backwards({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }, path: Path): DirectoryFault[] {
  return from !== undefined && until !== undefined && Date.parse(until) <= Date.parse(from)
    ? [{ path: [...path, 'until'], wrong: 'this ends before it begins', mend: 'correct one of the two times' }]
    : [];
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
      ...named(kinds, force, { path: ['forceAreas', at, 'force'], kinds: ['POLICE'] }),
      ...paths.flatMap(({ name, path }) => named(kinds, name, { path, kinds: ['AUTHORITY'] })),
      ...repeats(paths),
    ];
  });
}

function homes(file: DirectoryFile, kinds: Kinds): DirectoryFault[] {
  return file.homes.flatMap(({ provider, authority }, at) => [
    ...named(kinds, provider, { path: ['homes', at, 'provider'], kinds: ['PROVIDER'] }),
    ...named(kinds, authority, { path: ['homes', at, 'authority'], kinds: ['AUTHORITY'] }),
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
        ...named(kinds, role.agency, { path: [...path, 'agency'], kinds: KINDS_OF_ROLE[role.role] }),
        ...systemOfRole(role, [...path, 'system'], agencyOfSystem),
        ...shiftsOfRole(role, path),
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

/** The emergency duty team works on shift, and nobody else has shifts. */
function shiftsOfRole({ role, shifts }: DirectoryFile['people'][number]['roles'][number], path: Path): DirectoryFault[] {
  if (role !== 'EDT') {
    return shifts.length === 0 ? [] : [{ path: [...path, 'shifts'], wrong: 'only the emergency duty team has shifts', mend: 'take them out' }];
  }
  return shifts.flatMap((shift, nth) => backwards(shift, [...path, 'shifts', nth]));
}

/** The faults of a name that should be an agency of this file, of one of those kinds where any are asked. */
function named(kinds: Kinds, agency: string, { path, kinds: asked }: { path: Path; kinds?: readonly AgencyKind[] | undefined }): DirectoryFault[] {
  const found = kinds.get(agency);
  if (found === undefined) {
    return [{ path, wrong: 'no agency of this file has this id', mend: 'correct it, or add the agency under "agencies"' }];
  }
  if (asked !== undefined && !asked.includes(found)) {
    const words = asked.join(' or ');
    return [{ path, wrong: `the agency named here is not of kind ${words}`, mend: `name one of kind ${words}, or correct the agency's kind` }];
  }
  return [];
}

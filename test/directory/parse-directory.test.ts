import { readdirSync } from 'node:fs';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { parseDirectory, type KnownAdapter } from '../../src/directory/parse-directory.ts';
import { HubError } from '../../src/domain/errors.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';
import { aDirectoryFile, aPerson } from './a-directory-file.ts';

const coordinator = '[{ role: HUB_COORDINATOR, agency: northmere }]';

const known = (...ids: readonly string[]): KnownAdapter[] => ids.map((id) => ({ id, settingsFault: () => null }));

describe('a directory file', () => {
  it('is taken as it stands when it holds together', () => {
    const { agencies, people } = parseDirectory(aDirectoryFile());

    expect(agencies.map(({ id }) => id)).toEqual(['northmere', 'southvale', 'mereshire-police', 'larkfield-homes']);
    expect(agencies[0]?.strategy).toBeNull();
    expect(people[0]).toMatchObject({ id: 'nia', suspended: false, roles: [{ role: 'HUB_COORDINATOR', agency: 'northmere' }] });
  });

  it('names an adapter that the hub has, or is refused with its line and those there are', () => {
    expect(() => parseDirectory(demonstrationDirectory, known(...readdirSync('adapters')))).not.toThrow();
    expect(() => parseDirectory(demonstrationDirectory, known('police-compact'))).toThrow(
      /line \d+, systems\[1\].adapter: the hub has no adapter of this name; use one of police-compact/,
    );
  });

  it('says to an adapter what it asks for, or is refused with the line of the setting', () => {
    const fault = { place: 'forms.return', wrong: 'no form is named', mend: 'give its identifier' };
    const asking = [{ id: 'police-compact', settingsFault: () => fault }, ...known('ssda903')];
    expect(() => parseDirectory(demonstrationDirectory, asking)).toThrow(/line \d+, systems\[\d\]\.settings\.forms\.return: no form is named; give its identifier/);
  });

  it('holds no private key among those documents are signed with', () => {
    const withKey = (extra: string): string =>
      aDirectoryFile().replace('adapter: ssda903', `adapter: ssda903, keys: [{ kty: OKP, crv: Ed25519, kid: one, x: abc${extra} }]`);
    expect(() => parseDirectory(withKey(''))).not.toThrow();
    expect(faultsOf(withKey(', d: SECRETGULL'))).toEqual([expect.stringMatching(/^line \d+, systems\[0\]\.keys\[0\]\.d: .*private key/)]);
    expect(faultsOf(withKey(', d: SECRETGULL')).join()).not.toContain('SECRETGULL');
  });

  it('of the demonstration holds together, with a person in every role', () => {
    const { people } = parseDirectory(demonstrationDirectory);

    expect(new Set(people.flatMap(({ roles }) => roles.map(({ role }) => role)))).toEqual(
      new Set([...READING_ROLES, 'INGEST_CLIENT']),
    );
  });

  it('is taken though nobody holds a role of a duty chain: somebody has to be suspended whatever else they do', () => {
    const agencies = '\n  - { id: northmere, name: N, kind: AUTHORITY, duty: { chain: [{ role: TEAM_MANAGER, hours: CORE_HOURS }] } }';
    expect(parseDirectory(aDirectoryFile({ agencies, systems: ' []', forceAreas: ' []', homes: ' []' })).agencies).toHaveLength(1);
  });

  it('lets an auditor be anywhere, and an ingest client wherever its system is', () => {
    const roles = ['northmere', 'mereshire-police', 'larkfield-homes'].map((agency) => `{ role: AUDITOR, agency: ${agency} }`).join(', ');
    const people = `\n${aPerson({ id: 'ada', roles: `[${roles}]` })}
${aPerson({ id: 'sender', roles: '[{ role: INGEST_CLIENT, agency: mereshire-police, system: mereshire-compact }]' })}`;

    expect(parseDirectory(aDirectoryFile({ people })).people).toHaveLength(2);
  });
});

describe('a directory file is refused, with the line and how to mend it,', () => {
  it.each(refusedFiles())('for $fault', ({ file, line, says }) => {
    const [first, ...more] = faultsOf(file);

    expect(more).toEqual([]);
    expect(first).toMatch(new RegExp(`^line ${String(line)}[,:] `));
    expect(first).toContain(says);
  });

  it('with every fault at once', () => {
    const homes = '\n  - { urn: SC900001, name: Larkfield House, provider: southvale, authority: larkfield-homes }';

    expect(faultsOf(aDirectoryFile({ homes }))).toEqual([
      expect.stringContaining('homes[0].provider: the agency named here is not of kind PROVIDER'),
      expect.stringContaining('homes[0].authority: the agency named here is not of kind AUTHORITY'),
    ]);
  });

  it('without repeating what stands there', () => {
    const people = `\n${aPerson({ id: 'nia', roles: '[{ role: CANARY, agency: canary-agency }]' })}`;

    expect(faultsOf(aDirectoryFile({ people })).join()).not.toMatch(/canary/i);
  });
});

function refusedFiles(): { fault: string; file: string; line: number; says: string }[] {
  const person = (roles: string, also = ''): string => aDirectoryFile({ people: `\n${aPerson({ id: 'nia', roles, also })}` });
  const two = (one: Parameters<typeof aPerson>[0], other: Parameters<typeof aPerson>[0]): string =>
    aDirectoryFile({ people: `\n${aPerson(one)}\n${aPerson(other)}` });
  const agency = (line: string): string => aDirectoryFile({ agencies: `\n  - { id: northmere, name: N, kind: AUTHORITY }\n${line}`, systems: ' []', forceAreas: ' []', homes: ' []' });
  const duty = (said: string, also = ''): string => agency(`  - { id: s, name: S, kind: AUTHORITY, duty: { ${said} }${also} }`);
  const ADDED = '{ name: debrief, start: RETURNED, stops: [VISITED], length: 24, calendar: ELAPSED_HOURS, source: Example 4 }';
  const CORE = ', ownFigures: { coreHours: { from: "09:00", until: "17:00" } }';
  return [
    { fault: 'no content', file: '', line: 1, says: 'the whole file: named fields belong here' },
    { fault: 'text that is no YAML', file: 'agencies:\n  - {', line: 2, says: 'not YAML here' },
    { fault: 'a field named twice', file: `${aDirectoryFile()}homes: []\n`, line: 15, says: 'DUPLICATE_KEY' },
    { fault: 'aliases, which could unfold without end', file: 'agencies: &all []\nsystems: *all\n', line: 2, says: 'an alias stands here' },
    { fault: 'a second document', file: `${aDirectoryFile()}---\na: 1\n`, line: 15, says: 'MULTIPLE_DOCS' },
    { fault: 'a tag', file: aDirectoryFile({ homes: ' !!js/function []' }), line: 11, says: 'TAG_RESOLVE_FAILED' },
    { fault: 'an unknown field', file: person(coordinator, ', admin: true'), line: 14, says: 'people[0].admin: the directory has no such field' },
    { fault: 'a name used as __proto__', file: `${aDirectoryFile()}__proto__: { admin: true }\n`, line: 15, says: 'no such field' },
    { fault: 'an unknown role', file: person('[{ role: ROOT, agency: northmere }]'), line: 14, says: 'write one of HUB_COORDINATOR' },
    { fault: 'a person without a role', file: person('[]'), line: 14, says: 'give at least 1' },
    { fault: 'a force code that is a number', file: agency('  - { id: p, name: P, kind: POLICE, codes: [7] }'), line: 3, says: 'in quotes where it is a number' },
    { fault: 'an id with an @', file: agency('  - { id: a@b, name: P, kind: POLICE }'), line: 3, says: 'lower-case letters' },
    { fault: 'an agency id used twice', file: agency('  - { id: northmere, name: P, kind: AUTHORITY }'), line: 3, says: 'agencies[1].id: this is used once already' },
    { fault: 'a code with a space at its end', file: agency('  - { id: p, name: P, kind: POLICE, codes: ["NorthMere "] }'), line: 3, says: 'without spaces around it' },
    { fault: 'a code two agencies claim', file: agency('  - { id: p, name: P, kind: POLICE, codes: [NORTHMERE] }'), line: 3, says: 'agencies[1].codes[0]: this is used once already' },
    { fault: 'strategy triggers of a force', file: agency('  - { id: p, name: P, kind: POLICE, strategy: { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null } }'), line: 3, says: 'only an authority' },
    { fault: 'a system of no agency', file: aDirectoryFile({ systems: '\n  - { id: s, agency: nowhere, adapter: ssda903 }' }), line: 7, says: 'systems[0].agency: no agency of this file' },
    { fault: 'a system listed twice', file: aDirectoryFile({ systems: '\n  - { id: s, agency: northmere, adapter: a }\n  - { id: s, agency: northmere, adapter: b }' }), line: 8, says: 'systems[1].id' },
    {
      fault: 'two agencies that share person keys',
      file: aDirectoryFile({ systems: '\n  - { id: s, agency: northmere, adapter: a }\n  - { id: t, agency: southvale, adapter: a, personKeys: s }' }),
      line: 8,
      says: 'systems[1].personKeys: systems of two agencies',
    },
    { fault: 'an area of no force', file: aDirectoryFile({ forceAreas: '\n  - { force: northmere, authorities: [southvale] }' }), line: 10, says: 'forceAreas[0].force: the agency named here is not of kind POLICE' },
    { fault: 'an area with a provider in it', file: aDirectoryFile({ forceAreas: '\n  - { force: mereshire-police, authorities: [larkfield-homes] }' }), line: 10, says: 'not of kind AUTHORITY' },
    { fault: 'an authority twice in an area', file: aDirectoryFile({ forceAreas: '\n  - { force: mereshire-police, authorities: [northmere, northmere] }' }), line: 10, says: 'forceAreas[0].authorities[1]' },
    { fault: 'a home of no provider', file: aDirectoryFile({ homes: '\n  - { urn: SC900001, name: H, provider: northmere, authority: northmere }' }), line: 12, says: 'homes[0].provider' },
    { fault: 'a home nowhere', file: aDirectoryFile({ homes: '\n  - { urn: SC900001, name: H, provider: larkfield-homes, authority: nowhere }' }), line: 12, says: 'homes[0].authority: no agency' },
    {
      fault: 'a home listed twice',
      file: aDirectoryFile({ homes: '\n  - { urn: SC1234, name: H, provider: larkfield-homes, authority: northmere }\n  - { urn: SC1234, name: I, provider: larkfield-homes, authority: northmere }' }),
      line: 13,
      says: 'homes[1].urn',
    },
    { fault: 'a role at no agency', file: person('[{ role: AUDITOR, agency: nowhere }]'), line: 14, says: 'people[0].roles[0].agency: no agency' },
    { fault: 'a coordinator at a force', file: person('[{ role: HUB_COORDINATOR, agency: mereshire-police }]'), line: 14, says: 'not of kind AUTHORITY' },
    { fault: 'a missing team at an authority', file: person('[{ role: POLICE_MISSING_TEAM, agency: northmere }]'), line: 14, says: 'not of kind POLICE' },
    { fault: 'a provider role at a force', file: person('[{ role: PLACEMENT_PROVIDER, agency: mereshire-police }]'), line: 14, says: 'not of kind PROVIDER or AUTHORITY' },
    { fault: 'an intelligence officer at an authority', file: person('[{ role: POLICE_INTELLIGENCE, agency: northmere }]'), line: 14, says: 'not of kind POLICE' },
    { fault: 'a social worker at a home', file: person('[{ role: SOCIAL_WORKER, agency: larkfield-homes }]'), line: 14, says: 'not of kind AUTHORITY' },
    { fault: 'shifts of a coordinator', file: person('[{ role: HUB_COORDINATOR, agency: northmere, shifts: [{ from: "2026-05-01T20:00:00Z", until: "2026-05-02T08:00:00Z" }] }]'), line: 14, says: 'only the emergency duty team' },
    { fault: 'a shift that ends before it begins', file: person('[{ role: EDT, agency: northmere, shifts: [{ from: "2026-05-02T08:00:00Z", until: "2026-05-01T20:00:00Z" }] }]'), line: 14, says: 'people[0].roles[0].shifts[0].until: this ends before it begins' },
    { fault: 'practice rules of a force', file: agency('  - { id: p, name: P, kind: POLICE, practice: kent }'), line: 3, says: 'agencies[1].practice: only an authority has practice rules' },
    { fault: 'figures of a force', file: agency('  - { id: p, name: P, kind: POLICE, ownFigures: { askAgain: 2 } }'), line: 3, says: 'agencies[1].ownFigures: only an authority' },
    { fault: 'clocks of a force', file: agency('  - { id: p, name: P, kind: POLICE, ownClocks: { OFFER: null } }'), line: 3, says: 'agencies[1].ownClocks: only an authority' },
    { fault: 'a practice nobody knows', file: agency('  - { id: s, name: S, kind: AUTHORITY, practice: canary }'), line: 3, says: 'agencies[1].practice: the field is missing or has another form; write one of birmingham, west-sussex, mosaic, somerset, kent' },
    { fault: 'a figure nobody knows', file: agency('  - { id: s, name: S, kind: AUTHORITY, ownFigures: { bedtime: 9 } }'), line: 3, says: 'agencies[1].ownFigures.bedtime: the directory has no such field' },
    { fault: 'a figure of another form', file: agency('  - { id: s, name: S, kind: AUTHORITY, ownFigures: { coreHours: { from: "9", until: "17:00" } } }'), line: 3, says: 'agencies[1].ownFigures.coreHours.from: the field is missing or has another form; write the figure as the practice rules have it' },
    { fault: 'a clock nobody knows', file: agency('  - { id: s, name: S, kind: AUTHORITY, practice: somerset, ownClocks: { TEA: null } }'), line: 3, says: 'agencies[1].ownClocks.TEA: the directory has no such field' },
    { fault: 'a clock of another form', file: agency('  - { id: s, name: S, kind: AUTHORITY, practice: somerset, ownClocks: { OFFER: { length: -1 } } }'), line: 3, says: 'agencies[1].ownClocks.OFFER.length: there is too little here' },
    { fault: 'a clock its practice does not have', file: agency('  - { id: s, name: S, kind: AUTHORITY, practice: kent, ownClocks: { PAPERWORK: { length: 24 } } }'), line: 3, says: 'agencies[1].ownClocks.PAPERWORK: the practice named here has no such clock' },
    { fault: 'the hours of a strategy discussion said twice', file: agency('  - { id: s, name: S, kind: AUTHORITY, practice: somerset, ownClocks: { STRATEGY: { length: 48 } } }'), line: 3, says: 'agencies[1].ownClocks.STRATEGY: this clock runs as long as "strategy" says' },
    { fault: 'an added clock of a force', file: agency(`  - { id: p, name: P, kind: POLICE, addedClocks: [${ADDED}] }`), line: 3, says: 'agencies[1].addedClocks: only an authority has practice rules' },
    { fault: 'an added clock without its paragraph', file: agency(`  - { id: s, name: S, kind: AUTHORITY, addedClocks: [${ADDED.replace(', source: Example 4', '')}] }`), line: 3, says: 'agencies[1].addedClocks[0].source' },
    { fault: 'an added clock from an event nobody tells of', file: agency(`  - { id: s, name: S, kind: AUTHORITY, addedClocks: [${ADDED.replace('RETURNED', 'RISK_REACHED')}] }`), line: 3, says: 'agencies[1].addedClocks[0].start' },
    { fault: 'an added clock that stops with what starts it', file: agency(`  - { id: s, name: S, kind: AUTHORITY, addedClocks: [${ADDED.replace('VISITED', 'RETURNED')}] }`), line: 3, says: 'agencies[1].addedClocks[0].stops: it is stopped by what starts it' },
    { fault: 'two added clocks of one name', file: agency(`  - { id: s, name: S, kind: AUTHORITY, addedClocks: [${ADDED}, ${ADDED}] }`), line: 3, says: 'agencies[1].addedClocks[1].name: this is used once already' },
    { fault: 'an added clock of a name the hub has', file: agency(`  - { id: s, name: S, kind: AUTHORITY, addedClocks: [${ADDED.replace('debrief', 'Follow-up')}] }`), line: 3, says: 'agencies[1].addedClocks[0].name: the hub has a clock of this name' },
    { fault: 'a clock of no practice', file: agency('  - { id: s, name: S, kind: AUTHORITY, ownClocks: { OFFER: null } }'), line: 3, says: 'agencies[1].ownClocks.OFFER: the practice named here has no such clock' },
    { fault: 'openings closed by a force', file: agency('  - { id: p, name: P, kind: POLICE, closes: [COPY_TO_PARENT] }'), line: 3, says: 'agencies[1].closes: only an authority' },
    { fault: 'consent said by a home', file: agency('  - { id: p, name: P, kind: PROVIDER, saysConsentNotGiven: true }'), line: 3, says: 'agencies[1].saysConsentNotGiven' },
    { fault: 'something opened that the house keeps closed', file: agency('  - { id: s, name: S, kind: AUTHORITY, opens: [FULL_TO_PLACEMENT] }'), line: 3, says: 'agencies[1].opens: the directory has no such field' },
    { fault: 'an opening nobody knows', file: agency('  - { id: s, name: S, kind: AUTHORITY, closes: [POLICE_DUTY] }'), line: 3, says: 'agencies[1].closes[0]: the field is missing or has another form; write one of COPY_TO_PLACEMENT' },
    { fault: 'a duty chain without a step', file: duty('chain: []'), line: 3, says: 'agencies[1].duty.chain: there is too little here; give at least 1' },
    { fault: 'a duty of another form', file: agency('  - { id: s, name: S, kind: AUTHORITY, duty: EDT }'), line: 3, says: 'agencies[1].duty: named fields belong here' },
    { fault: 'hours nobody knows', file: duty('chain: [{ role: TEAM_MANAGER, hours: NIGHTS }]'), line: 3, says: 'agencies[1].duty.chain[0].hours: the field is missing or has another form; write one of ALWAYS, CORE_HOURS, OUT_OF_HOURS' },
    { fault: 'no time to answer in', file: duty('chain: [{ role: TEAM_MANAGER, answerWithinMinutes: { HIGH: 0 } }]'), line: 3, says: 'agencies[1].duty.chain[0].answerWithinMinutes.HIGH: there is too little here' },
    { fault: 'a time to answer in that is no number', file: duty('chain: [{ role: TEAM_MANAGER, answerWithinMinutes: { HIGH: soon } }]'), line: 3, says: 'write whole minutes, at most a day' },
    { fault: 'a matter nobody knows', file: duty('chain: [{ role: TEAM_MANAGER }], matters: { WEATHER: [{ role: TEAM_MANAGER }] }'), line: 3, says: 'agencies[1].duty.matters.WEATHER: the directory has no such field' },
    { fault: 'a duty role that is told nothing', file: duty('chain: [{ role: TEAM_MANAGER }, { role: AUDITOR }]'), line: 3, says: 'agencies[1].duty.chain[1].role: this role is told nothing first' },
    { fault: 'a duty role of another kind of agency', file: duty('chain: [{ role: POLICE_MISSING_TEAM }]'), line: 3, says: 'agencies[1].duty.chain[0].role: this role is not held at an agency of kind AUTHORITY' },
    { fault: 'a duty role twice at the same hours', file: duty('chain: [{ role: TEAM_MANAGER, hours: CORE_HOURS }, { role: TEAM_MANAGER }]'), line: 3, says: 'agencies[1].duty.chain[1].role: this role stands in the chain already' },
    { fault: 'a duty chain of a matter that is closed at night', file: duty('chain: [{ role: TEAM_MANAGER }], matters: { ALLEGATION: [{ role: EDT, hours: CORE_HOURS }] }', CORE), line: 3, says: 'agencies[1].duty.matters.ALLEGATION: there are hours at which no step' },
    { fault: 'a duty chain that is closed out of hours', file: duty('chain: [{ role: TEAM_MANAGER, hours: CORE_HOURS }]', CORE), line: 3, says: 'agencies[1].duty.chain: there are hours at which no step of this chain counts' },
    { fault: 'a duty chain that is closed in core hours', file: duty('chain: [{ role: SENIOR_WORKER, hours: OUT_OF_HOURS }, { role: TEAM_MANAGER, hours: OUT_OF_HOURS }]', CORE), line: 3, says: 'agencies[1].duty.chain: there are hours at which no step' },
    { fault: 'a briefing group of a force', file: `${aDirectoryFile()}groups:\n  - { id: g, kind: BRIEFING, authority: mereshire-police, members: [{ agency: northmere }] }\n`, line: 16, says: 'groups[0].authority: the agency named here is not of kind AUTHORITY' },
    { fault: 'a group with a member nobody knows', file: `${aDirectoryFile()}groups:\n  - { id: g, kind: EXPLOITATION, authority: northmere, members: [{ agency: nowhere }] }\n`, line: 16, says: 'groups[0].members[0].agency: no agency' },
    { fault: 'an agreement with a home', file: `${aDirectoryFile()}agreements:\n  - { authority: northmere, force: larkfield-homes }\n`, line: 16, says: 'agreements[0].force: the agency named here is not of kind POLICE' },
    { fault: 'an agreement over before it begins', file: `${aDirectoryFile()}agreements:\n  - { authority: northmere, force: mereshire-police, from: "2026-05-02T00:00:00Z", until: "2026-05-02T00:00:00Z" }\n`, line: 16, says: 'agreements[0].until: this ends before it begins' },
    { fault: 'an ingest client without a system', file: person('[{ role: INGEST_CLIENT, agency: northmere }]'), line: 14, says: 'people[0].roles[0].system' },
    { fault: "an ingest client of another agency's system", file: person('[{ role: INGEST_CLIENT, agency: northmere, system: mereshire-compact }]'), line: 14, says: 'of its agency' },
    { fault: 'a reader with a system', file: person('[{ role: AUDITOR, agency: northmere, system: northmere-903 }]'), line: 14, says: 'only an ingest client' },
    {
      fault: 'one role at one agency twice',
      file: person('[{ role: AUDITOR, agency: northmere }, { role: AUDITOR, agency: northmere }]'),
      line: 14,
      says: 'people[0].roles[1]: this is used once already',
    },
    { fault: 'a person listed twice', file: two({ id: 'nia', roles: coordinator }, { id: 'nia', subject: 'other', roles: coordinator }), line: 15, says: 'people[1].id' },
    { fault: 'one token holder listed as two people', file: two({ id: 'nia', roles: coordinator }, { id: 'ned', subject: 'nia', roles: coordinator }), line: 15, says: 'people[1].subject' },
    { fault: 'a time without a zone', file: person(coordinator, ', tokensSince: "2026-05-01T00:00:00"'), line: 14, says: 'a time with its zone' },
  ];
}

function faultsOf(file: string): readonly string[] {
  try {
    parseDirectory(file);
  } catch (error) {
    if (error instanceof HubError && error.code === 'DIRECTORY_INVALID') {
      expect(error.message).toContain('Nothing of the directory was taken.');
      return [error.details['faults'] ?? []].flat().map(String);
    }
    throw error;
  }
  return [];
}

import { PICTURE_TABLES, projectPlacement } from '../../../src/store/write/project-picture.ts';
import { projectChild, projectChildContact, projectChildNumber, projectChildSource } from '../../../src/store/write/project-child.ts';
import { projectEpisode, projectEpisodeCircumstances, projectEpisodeSource } from '../../../src/store/write/project-episode.ts';
import { aChild, anEpisode, aPlacement, aSource, aTime, CHILD_ID, said } from './a-picture.ts';

describe('the facts of a row', () => {
  it("name everybody who has to do with the child on the child's own rows", () => {
    for (const table of ['child', 'child_contact', 'child_address', 'child_number', 'child_source', 'child_likeness'] as const) {
      expect(PICTURE_TABLES[table](aChild())).toMatchObject([
        {
          child_id: CHILD_ID,
          responsible: ['northmere'],
          hosts: ['southvale', 'westhaven'],
          forces: ['mereshire-police'],
          providers: ['larkfield', 'brookside'],
          candidates: [],
          missing_now: 'YES',
          agencies: ['brookside', 'larkfield', 'mereshire-police', 'northmere', 'southvale', 'westhaven'],
        },
      ]);
    }
  });

  it('name of the providers only the one an episode began at, on each of its rows', () => {
    const child = aChild({ episodes: [anEpisode({ provider: 'larkfield' })] });
    for (const table of ['episode', 'episode_circumstances', 'episode_source'] as const) {
      const [row] = PICTURE_TABLES[table](child);
      expect(row).toMatchObject({ providers: ['larkfield'], hosts: ['southvale', 'westhaven'] });
      expect(row?.['agencies']).not.toContain('brookside');
    }
    expect(projectEpisode(child, anEpisode())).toMatchObject({ providers: [], providers_during: [] });
  });

  it('name only its own host and provider on a placement, and no candidate', () => {
    const { relations } = aChild();
    const candidates = [{ agency: 'northmere', from: null, until: null }, { agency: 'faraway', from: null, until: null }];
    expect(projectPlacement(aChild({ relations: { ...relations, candidates } }), aPlacement())).toMatchObject({
      hosts: ['southvale'],
      providers: ['larkfield'],
      forces: ['mereshire-police'],
      candidates: [],
      agencies: ['larkfield', 'mereshire-police', 'northmere', 'southvale'],
    });
  });

  it('say for how long, half-open; what ended before it began never held', () => {
    const [from, until] = [Date.parse('2026-02-01T00:00:00Z'), Date.parse('2026-03-01T00:00:00Z')];
    const hosts = [
      { agency: 'southvale', from, until },
      { agency: 'southvale', from: until, until: null },
      { agency: 'westhaven', from: until, until: from },
    ];
    expect(projectChild(aChild({ relations: { ...aChild().relations, hosts } }))).toMatchObject({
      hosts: ['southvale', 'westhaven'],
      hosts_during: ['{[2026-02-01T00:00:00.000Z,2026-03-01T00:00:00.000Z),[2026-03-01T00:00:00.000Z,)}', '{}'],
    });
  });

  it.each([
    ['MISSING', 'YES'],
    ['AWAY', 'YES'],
    ['LOCATED', 'YES'],
    ['RETURNED', 'NO'],
  ] as const)('call a child whose only episode is %s missing now: %s', (status, missingNow) => {
    expect(projectChild(aChild({ episodes: [anEpisode({ status })] }))).toMatchObject({ missing_now: missingNow });
  });

  it('call an episode that is over not missing now, though the child is missing again in another', () => {
    const [over, open] = [anEpisode({ status: 'RETURNED' }), anEpisode({ status: 'MISSING' })];
    const child = aChild({ episodes: [over, open] });
    expect([over, open].map((episode) => projectEpisode(child, episode)['missing_now'])).toEqual(['NO', 'YES']);
    expect(projectChild(child)).toMatchObject({ missing_now: 'YES' });
  });
});

describe("a row's hash", () => {
  it('is equal for equal rows and differs with any value', () => {
    const named = aChild({ person: { givenName: said('Wrenna') } });
    expect(projectChild(named).row_hash).toBe(projectChild(aChild({ person: { givenName: said('Wrenna') } })).row_hash);
    expect(projectChild(named).row_hash).not.toBe(projectChild(aChild()).row_hash);
  });

  it("of the child's own row does not change with what stands on another table", () => {
    const housed = aChild({ person: { homeAddress: said('1 Imaginary Row') } });
    expect(projectChild(housed).row_hash).toBe(projectChild(aChild()).row_hash);
    expect(projectChildContact(housed).row_hash).not.toBe(projectChildContact(aChild()).row_hash);
  });
});

describe("a child's row", () => {
  it('gives the day of birth in London', () => {
    const summerMidnight = { from: Date.parse('2011-05-05T23:00:00Z'), until: Date.parse('2011-05-06T23:00:00Z'), text: '06/05/2011', precision: 'DATE' } as const;
    expect(projectChild(aChild({ person: { dateOfBirth: said(summerMidnight) } }))).toMatchObject({
      birth_date: '2011-05-06',
      date_of_birth: { from: '2011-05-05T23:00:00.000Z', until: '2011-05-06T23:00:00.000Z', text: '06/05/2011', precision: 'DATE' },
    });
  });

  it('has the legal status of the placement that goes on, and none after care', () => {
    const ended = aPlacement({ stated: { ...aPlacement().stated, until: aTime('2026-02-20T00:00:00Z') } });
    expect(projectChild(aChild({ placements: [aPlacement()] }))).toMatchObject({ legal_status: 'C2' });
    expect(projectChild(aChild({ placements: [ended] }))).toMatchObject({ legal_status: null });
  });

  it("takes the responsible authority's own number before one that others quote", () => {
    const quoted = { responsibleAuthorityChildId: said('000999') };
    const own = { id: CHILD_ID, source: aSource({ agency: 'northmere', recordKey: '000123' }) };
    expect(projectChildNumber(aChild({ person: quoted }))).toMatchObject({ authority_child_id: '000999' });
    expect(projectChildNumber(aChild({ person: quoted, records: [own] }))).toMatchObject({ authority_child_id: '000123' });
  });
});

describe('provenance', () => {
  it('names fields as readers know them, with the record that said it', () => {
    const person = { givenName: said('Wrenna'), statedAge: said(14), responsibleAuthority: said('E99000001') };
    const row = projectChildSource(aChild({ person, placements: [aPlacement()] }));
    const fields = (row['provenance'] as { field: string }[]).map(({ field }) => field).sort();
    expect(fields).toEqual(['age', 'givenName', 'homePostcode', 'legalStatus', 'responsibleAuthorities']);
    expect(row['provenance']).toContainEqual({
      field: 'givenName',
      agency: 'mereshire-police',
      system: 'mereshire-compact',
      recordKey: 'MP-1',
      order: '2026-03-01T22:30:00.000Z',
    });
    expect(row['systems']).toEqual(['mereshire-compact', 'northmere-903']);
  });

  it('keeps a conflict under the name of its field, with both sides', () => {
    const other = { value: aTime('2026-03-01T19:00:00Z'), source: aSource({ agency: 'northmere', system: 'northmere-903' }) };
    const report = { missingSince: said(aTime('2026-03-01T21:00:00Z'), { disagreeing: [other] }) };
    const order = '2026-03-01T22:30:00.000Z';
    expect(projectEpisodeSource(aChild(), anEpisode({ report }))['conflicts']).toEqual([
      {
        field: 'missingSince',
        values: [
          { value: '2026-03-01T21:00:00Z', agency: 'mereshire-police', system: 'mereshire-compact', order },
          { value: '2026-03-01T19:00:00Z', agency: 'northmere', system: 'northmere-903', order },
        ],
      },
    ]);
  });
});

describe("an episode's row", () => {
  it('without a stated start begins with the first that is known of it', () => {
    const start = (changed: Parameters<typeof anEpisode>[0]): unknown => projectEpisode(aChild(), anEpisode({ report: {}, ...changed }))['missing_from_at'];
    expect(start({ report: { reportedAt: said(aTime('2026-03-01T22:00:00Z')) } })).toBe('2026-03-01T22:00:00.000Z');
    expect(start({ locatedAt: said(aTime('2026-03-02T03:00:00Z')) })).toBe('2026-03-02T03:00:00.000Z');
    expect(start({})).toBe('2026-03-01T22:30:00.000Z');
  });

  it.each([
    ['with its time', said(aTime('2026-03-02T03:45:00Z')), '2026-03-02T03:46:00.000Z'],
    ['without one, by when it was said', said(null), '2026-03-01T22:30:00.000Z'],
  ])('knows a return %s', (_how, returnedAt, backBy) => {
    expect(projectEpisode(aChild(), anEpisode({ status: 'RETURNED', returnedAt }))).toMatchObject({ is_open: false, returned_until_at: backBy });
  });

  it('has the references of the police, and their keys of it', () => {
    const report = { incidentRef: said('INC-7', { disagreeing: [{ value: 'INC-8', source: aSource() }] }) };
    const records = [{ id: 'a', source: aSource() }, { id: 'b', source: aSource({ agency: 'northmere', recordKey: 'theirs' }) }];
    expect(projectEpisode(aChild(), anEpisode({ report, records }))).toMatchObject({ police_references: ['INC-7', 'INC-8', 'MP-1'] });
  });

  it('keeps circumstances apart from identity', () => {
    const episode = anEpisode({ report: { circumstances: said('canary') }, locatedPlace: said('canary') });
    expect(JSON.stringify(projectEpisode(aChild(), episode))).not.toContain('canary');
    expect(projectEpisodeCircumstances(aChild(), episode)).toMatchObject({ circumstances: 'canary', located_place: 'canary' });
  });
});

import type { IntelligencePicture } from '../../../src/domain/fold/intelligence-picture.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import { whoseChildKey } from '../../../src/domain/child/whose-child-key.ts';
import { PICTURE_TABLES } from '../../../src/store/write/project-picture.ts';
import { aChild, anItem, aNote, anOffer, aTime, said } from './a-picture.ts';

const itemIn = (table: keyof typeof PICTURE_TABLES, item: Partial<IntelligencePicture> = {}) => PICTURE_TABLES[table](aChild({ intelligence: [anItem(item)] }));
const grade = { sourceEvaluation: '2', assessment: 'B', handling: 'C', conditions: 'Ask first.', recipients: ['southvale'], sanitisedText: 'canary-of-the-sanitised', area: 'southvale', result: 'ACTIONED', resultWords: 'canary-of-the-result' } as const;

describe('an item of intelligence', () => {
  it('holds on each table what belongs to its level and nothing above it', () => {
    const graded = { grade };
    expect(JSON.stringify(itemIn('intelligence', graded))).not.toContain('canary');
    expect(JSON.stringify(itemIn('intelligence_sanitised', graded))).not.toMatch(/canary-of-the-(content|source|result)/);
    expect(JSON.stringify(itemIn('intelligence_content', graded))).not.toMatch(/canary-of-the-(source|result)/);
    expect(itemIn('intelligence_source', graded)).toMatchObject([{ source: 'canary-of-the-source' }]);
    expect(JSON.stringify(itemIn('intelligence_source', graded))).not.toContain('canary-of-the-result');
    expect(itemIn('intelligence_result', graded)).toMatchObject([{ result: 'ACTIONED', result_words: 'canary-of-the-result' }]);
    expect(JSON.stringify(itemIn('intelligence_result', graded))).not.toMatch(/canary-of-the-(content|source|sanitised)/);
  });

  it('has its grade in one word once it is graded, and its conditions with the facts', () => {
    expect(itemIn('intelligence_content')).toMatchObject([{ grade: null, graded_by: null }]);
    expect(itemIn('intelligence_content', { grade, gradedBy: 'fay@mereshire-police' })).toMatchObject([{ grade: '2BC', graded_by: 'fay@mereshire-police' }]);
    expect(itemIn('intelligence', { grade })).toMatchObject([{ conditions: 'Ask first.' }]);
  });

  it.each([
    ['no grade', null, 'NO'],
    ['a grade without a text', { ...grade, sanitisedText: null }, 'NO'],
    ['a text that names nobody', grade, 'YES'],
  ] as const)('with %s is sanitised: %s', (_what, given, sanitised) => {
    expect(itemIn('intelligence', { grade: given })).toMatchObject([{ sanitised }]);
    expect(itemIn('intelligence_sanitised', { grade: given })).toHaveLength(sanitised === 'YES' ? 1 : 0);
  });

  it('carries as facts where it comes from, whom its handling lets near, and their agencies', () => {
    const groups = [{ agency: 'a-clinic', from: null, until: null }];
    const [row] = itemIn('intelligence_source', { handling: 'C', recipients: ['far-police'], groups, area: 'southvale', released: true });
    expect(row).toMatchObject({ origin: 'INTERVIEW', topic: 'HOT_SPOT', handling: 'C', recipients: ['far-police'], originator: 'northmere', area: 'southvale', released: 'YES', groups: ['a-clinic'], groups_during: ['{[,)}'] });
    expect(row?.['agencies']).toEqual(expect.arrayContaining(['far-police', 'a-clinic', 'northmere']));
  });

  it('of its own restriction is restricted on every table', () => {
    for (const table of ['intelligence', 'intelligence_sanitised', 'intelligence_content', 'intelligence_source', 'intelligence_result'] as const) {
      expect(itemIn(table, { grade, restriction: { restricted: true, awaitsNaming: false, keeps: [] } })).toMatchObject([{ restricted: 'YES' }]);
    }
  });
});

describe('what comes with an item of intelligence', () => {
  const { stated } = anItem();
  const named = { namedPeople: [{ name: 'canary-of-a-name', category: 'SUSPECT', dateOfBirth: '1999-01-02', grade: null, reviewOn: '2027-01-01' }] } as const;
  const came = { ...stated, ...named, entities: [{ kind: 'VEHICLE', value: 'canary-of-a-vehicle' }], protectiveMarking: 'canary-of-a-marking', about: { familyName: 'canary-of-the-child' } } as const;

  it('stands with its content and on no other table, and whom it is about on none', () => {
    const changed = { stated: came, grade: { ...grade, word: 'canary-of-a-word' }, flags: ['GRADE_UNREADABLE'] } as const;
    for (const table of ['intelligence', 'intelligence_sanitised', 'intelligence_source', 'child', 'child_source'] as const) {
      expect(JSON.stringify(itemIn(table, changed))).not.toMatch(/canary-of-(a-|the-child)|GRADE_UNREADABLE/);
    }
    expect(itemIn('intelligence_content', changed)).toMatchObject([
      { entities: came.entities, protective_marking: 'canary-of-a-marking', flags: ['GRADE_UNREADABLE'], grade: 'canary-of-a-word', named_people: named.namedPeople },
    ]);
    expect(JSON.stringify(itemIn('intelligence_content', changed))).not.toContain('canary-of-the-child');
  });

  it('is nothing where it came with nothing, and no grade where its source states none', () => {
    expect(itemIn('intelligence_result')).toEqual([]);
    expect(itemIn('intelligence_result', { grade: { ...grade, result: null, resultWords: null } })).toEqual([]);
    expect(itemIn('intelligence_content')).toMatchObject([{ entities: [], protective_marking: null, flags: [] }]);
    expect(itemIn('intelligence_content', { grade: { ...grade, word: '' } })).toMatchObject([{ grade: null }]);
  });
});

describe('an offer', () => {
  it('has its attempts with their times as readers get them', () => {
    const attempt = { at: aTime('2026-03-02T10:00:00Z'), method: 'PHONE', coreHours: 'NO', response: null, outcome: null, endedIt: false } as const;
    const [row] = PICTURE_TABLES.offer(aChild({ offers: [anOffer({ attempts: [{ part: 'a', stated: attempt }] })] }));
    expect(row).toMatchObject({ offered_to: 'CHILD', revision: 2, attempts: [{ method: 'PHONE', at: { from: '2026-03-02T10:00:00.000Z' } }] });
  });
});

describe('a safety note', () => {
  it('says whether it is approved, and who knows it since when', () => {
    const [open, known] = PICTURE_TABLES.safety_note(aChild({ safetyNotes: [aNote({ approved: false }), aNote({ acknowledgedAt: 0, acknowledgedBy: 'pat@larkfield' })] }));
    expect(open).toMatchObject({ approved: 'NO', acknowledged_at: null });
    expect(known).toMatchObject({ approved: 'YES', acknowledged_at: '1970-01-01T00:00:00.000Z', acknowledged_by: 'pat@larkfield' });
  });
});

describe('whose child it is', () => {
  const born = { ...aTime('2011-05-06T00:00:00Z'), precision: 'DATE' } as const;
  const person = { givenName: said('Wrenna'), familyName: said('Testfield'), dateOfBirth: said(born) };
  const rows = (changed: Partial<ChildPicture>) => PICTURE_TABLES.whose_child(aChild({ person, ...changed }));
  const key = (givenName: string): string | null => whoseChildKey({ givenName, familyName: 'Testfield', dateOfBirth: '2011-05-06' });

  it('is found by the name and by any other that a source states', () => {
    const other = { value: 'Otterly', source: said('').source };
    expect(rows({ person: { ...person, givenName: said('Wrenna', { disagreeing: [other] }) } }).map((row) => row['key'])).toEqual([key('Wrenna'), key('Otterly')]);
  });

  it('names the authorities that are responsible now, and no other agency', () => {
    const responsible = [{ agency: 'northmere', from: null, until: null }, { agency: 'westhaven', from: null, until: 5 }];
    expect(rows({ relations: { ...aChild().relations, responsible } })).toMatchObject([{ authorities: ['northmere'] }]);
  });

  it.each([['name', { familyName: said('-') }], ['date of birth', { dateOfBirth: undefined }]])('has no key where the %s is not known', (_what, missing) => {
    const known = Object.fromEntries(Object.entries({ ...person, ...missing }).filter(([, value]) => value !== undefined));
    expect(rows({ person: known })).toEqual([]);
  });

  it('holds neither name nor number in the open', () => {
    expect(JSON.stringify(rows({ person: { ...person, nhsNumber: said('9434765919') } }))).not.toMatch(/Wrenna|Testfield|9434765919|2011/i);
  });
});

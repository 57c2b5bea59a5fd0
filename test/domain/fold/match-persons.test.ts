import { fold } from '../../../src/domain/fold/fold.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, context, found, headerRow, idOf, missing, NORTHMERE, OTHER_POLICE, POLICE, SOUTHVALE, type Source } from './a-world.ts';

const NHS = '9434765919';
const UPN = 'C999000000001';
const BIRTH = at('2011-05-04');
const OTHER_BIRTH = at('2012-06-05');
const SENT = '2026-03-01T21:00:00.000Z';

function says(source: Source, child: string, said: PersonPayload): ReturnType<typeof headerRow> {
  return headerRow({ source, child, extracted: SENT, said });
}
function folded(police: PersonPayload, authority: PersonPayload): ChildPicture[] {
  return fold([says(POLICE, 'P1', police), says(NORTHMERE, '007', authority)], context);
}
const codes = (children: readonly ChildPicture[]): string[][] => children.map(({ flags }) => flags.map(({ code }) => code));

describe('records of one child', () => {
  it('are joined by a checked NHS number, and shown under the smallest record id', () => {
    const children = folded({ nhsNumber: '943 476 5919' }, { nhsNumber: NHS });
    expect(children).toHaveLength(1);
    const ids = [idOf(POLICE, 'person', 'P1'), idOf(NORTHMERE, 'person', '007')].sort();
    expect(children[0]).toMatchObject({ id: ids[0], records: ids.map((id) => ({ id })) });
  });

  it('are joined by a checked UPN', () => {
    expect(folded({ upn: UPN }, { upn: ' c999000000001' })).toHaveLength(1);
  });

  it('are not joined by a temporary UPN, which is no fault either', () => {
    const children = folded({ upn: 'C99900000000A' }, { upn: 'C99900000000A' });
    expect(codes(children)).toEqual([[], []]);
  });

  it('are not joined by a number that fails its check, and each is flagged', () => {
    const children = folded({ nhsNumber: '9434765918', upn: 'D999000000001' }, { nhsNumber: '9434765918' });
    expect(children).toHaveLength(2);
    expect(codes(children).flat().sort()).toEqual(Array(3).fill('IDENTIFIER_CHECK_FAILED'));
  });

  it('are joined by the number of the responsible authority, quoted by its code, with the same date of birth', () => {
    const quoted = { responsibleAuthority: 'E99000001', responsibleAuthorityChildId: '007', dateOfBirth: BIRTH };
    expect(folded(quoted, { dateOfBirth: BIRTH })).toHaveLength(1);
    expect(folded(quoted, { dateOfBirth: OTHER_BIRTH })).toHaveLength(2);
    expect(folded(quoted, {})).toHaveLength(2);
    expect(folded({ ...quoted, responsibleAuthorityChildId: '7' }, { dateOfBirth: BIRTH })).toHaveLength(2);
    expect(folded({ ...quoted, responsibleAuthority: 'E99000002' }, { dateOfBirth: BIRTH })).toHaveLength(2);
    expect(folded({ ...quoted, responsibleAuthority: 'E99999999' }, { dateOfBirth: BIRTH })).toHaveLength(2);
  });

  it('are joined by a shared number when only the date of birth or only the surname differs', () => {
    expect(folded({ nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH }, { nhsNumber: NHS, familyName: 'Sample', dateOfBirth: BIRTH })).toHaveLength(1);
    expect(folded({ nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH }, { nhsNumber: NHS, familyName: 'éxample', dateOfBirth: OTHER_BIRTH })).toHaveLength(1);
  });

  it('are not joined by a shared number alone, or whoever learns a number could file it and be shown the child', () => {
    const real = { nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH };
    const bare = { nhsNumber: NHS, dateOfBirth: null };
    const others: PersonPayload[] = [bare, { ...bare, familyName: 'Sample' }, { nhsNumber: NHS, dateOfBirth: OTHER_BIRTH }];
    for (const other of others) {
      const children = folded(other, real);
      expect(children).toHaveLength(2);
      expect(codes(children)).toEqual([['IDENTIFIER_DISPUTED'], ['IDENTIFIER_DISPUTED']]);
    }
  });

  it("are not joined by another force's person key, quoted as if it were an authority's number", () => {
    const quoted = { responsibleAuthority: '98', responsibleAuthorityChildId: 'W1', dateOfBirth: BIRTH };
    const forces = { ...context, agencyOf: (code: string) => (code === '98' ? 'westpolice' : context.agencyOf(code)) };
    expect(fold([says(POLICE, 'P1', quoted), says(OTHER_POLICE, 'W1', { dateOfBirth: BIRTH })], forces)).toHaveLength(2);
  });

  it('are not joined by a shared number when both differ: both are flagged for review', () => {
    const children = folded(
      { nhsNumber: NHS, upn: UPN, familyName: 'Example', dateOfBirth: BIRTH },
      { nhsNumber: NHS, upn: UPN, familyName: 'Sample', dateOfBirth: OTHER_BIRTH },
    );
    expect(codes(children)).toEqual([['IDENTIFIER_DISPUTED'], ['IDENTIFIER_DISPUTED']]);
  });

  it('stay apart when a third record would tie two that are in dispute', () => {
    const children = fold(
      [
        says(POLICE, 'P1', { nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH }),
        says(NORTHMERE, '007', { nhsNumber: NHS, familyName: 'Sample', dateOfBirth: OTHER_BIRTH, upn: UPN }),
        says(SOUTHVALE, '70', { nhsNumber: NHS, upn: UPN }),
      ],
      context,
    );
    expect(children.map(({ records }) => records.length).sort()).toEqual([1, 2]);
    expect(codes(children).flat()).toContain('IDENTIFIER_DISPUTED');
  });

  it('stay apart when a third record carries the number of each, as where twins were mixed up in one system', () => {
    const [first, second, third] = [says(POLICE, 'P1', { nhsNumber: NHS }), says(NORTHMERE, '007', { nhsNumber: '9434765870', upn: UPN }), says(SOUTHVALE, '70', { nhsNumber: NHS, upn: UPN })];
    const children = fold([first, second, third], context);
    expect(children.map(({ records }) => records.length).sort()).toEqual([1, 2]);
    expect(codes(children).flat()).toEqual(['IDENTIFIER_DISPUTED', 'IDENTIFIER_DISPUTED']);
    const byUpn = fold([says(POLICE, 'P1', { upn: UPN }), says(NORTHMERE, '007', { nhsNumber: NHS, upn: 'R999000000002' }), third], context);
    expect(byUpn.map(({ records }) => records.length).sort()).toEqual([1, 2]);
  });

  describe('whose number one agency told of too many', () => {
    const real = says(NORTHMERE, '007', { nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH });
    const days = ['2011-05-01', '2011-05-02', '2011-05-03', '2011-05-04'];
    const tries = (child: (place: number) => string, dates: readonly string[]): ReturnType<typeof says>[] =>
      dates.map((date, place) => headerRow({ source: SOUTHVALE, child: child(place), extracted: `2026-03-0${String(place + 1)}`, said: { nhsNumber: NHS, familyName: 'Guess', dateOfBirth: at(date) } }));
    const groups = (observations: ReturnType<typeof says>[]): number[] => fold(observations, context).map(({ records }) => records.length).sort();

    it('are joined at the fourth date of birth, which may be a slip, and not at the fifth, which may be a guess', () => {
      expect(groups([real, ...tries(() => '70', days)])).toEqual([2]);
      expect(groups([real, ...tries(() => '70', ['2011-04-30', ...days])])).toEqual([1, 1]);
    });

    it('are not joined though each guess was under a record of its own, and the others were taken back', () => {
      const each = tries((place) => `7${String(place)}`, ['2011-04-30', ...days]);
      expect(groups([real, ...each])).toEqual([1, 1, 1, 1, 1, 1]);
    });

    it('are not joined by surnames tried one after another', () => {
      const names = ['Guess', 'Smith', 'Jones', 'Sample', 'Example'].map((familyName, place) => headerRow({ source: SOUTHVALE, child: '70', extracted: `2026-03-0${String(place + 1)}`, said: { nhsNumber: NHS, familyName, dateOfBirth: OTHER_BIRTH } }));
      expect(groups([real, ...names.slice(1)])).toEqual([2]);
      expect(groups([real, ...names])).toEqual([1, 1]);
    });

    it('are joined where both the date of birth and the surname agree, and other agencies by one of them as before', () => {
      const right = headerRow({ source: SOUTHVALE, child: '75', extracted: '2026-03-09', said: { nhsNumber: NHS, familyName: 'Example', dateOfBirth: BIRTH } });
      const police = says(POLICE, 'P1', { nhsNumber: NHS, familyName: 'Sample', dateOfBirth: BIRTH });
      expect(groups([real, right, police, ...tries(() => '70', ['2011-04-30', ...days])])).toEqual([1, 3]);
    });

    it('are not joined by an authority’s own number quoted with one date of birth after another', () => {
      const quoting = (dates: readonly string[]): ReturnType<typeof says>[] =>
        dates.map((date, place) => headerRow({ source: POLICE, child: 'P1', extracted: `2026-03-0${String(place + 1)}`, said: { responsibleAuthority: 'E99000001', responsibleAuthorityChildId: '007', familyName: 'Guess', dateOfBirth: at(date) } }));
      expect(groups([real, ...quoting(days)])).toEqual([2]);
      expect(groups([real, ...quoting(['2011-04-30', ...days])])).toEqual([1, 1]);
    });
  });

  it('are joined by the NHS number though the UPN differs, which a child may be given anew', () => {
    expect(folded({ nhsNumber: NHS, upn: UPN }, { nhsNumber: NHS, upn: 'R999000000002' })).toHaveLength(1);
  });

  it('are never joined by name and date of birth', () => {
    const same: PersonPayload = { givenName: 'Testgirl', familyName: 'Example', dateOfBirth: BIRTH, gender: 'FEMALE' };
    expect(folded(same, same)).toHaveLength(2);
  });
});

describe('one report filed under two person keys', () => {
  const report = missing({ sent: SENT, since: '2026-03-01T20:00', person: { givenName: 'Testgirl', familyName: 'Example' } });

  it('joins them when nothing differs, so that a "found" without the person key closes its "missing"', () => {
    const children = fold([...report, ...found({ child: 'misper:M1', sent: '2026-03-02T08:00:00.000Z', returned: '2026-03-02T07:00' })], context);
    expect(children).toHaveLength(1);
    expect(children[0]?.episodes).toMatchObject([{ status: 'RETURNED' }]);
  });

  it('joins a person named by no key to the one named by a key, however the name is spelt', () => {
    const named = missing({ sent: SENT, person: { givenName: 'Testgirl', familyName: 'Example', dateOfBirth: BIRTH } });
    const nameless = missing({ child: 'misper:M1', sent: '2026-03-02T08:00:00.000Z', person: { givenName: 'Tesgirl', familyName: 'Example', dateOfBirth: OTHER_BIRTH } });
    expect(fold([...named, ...nameless], context)).toHaveLength(1);
  });

  it('gives what names nobody to whom the report was last filed under, and joins no two through it', () => {
    const first = missing({ sent: SENT, person: { givenName: 'Testgirl', familyName: 'Example' } });
    const second = missing({ child: 'P2', sent: '2026-03-01T22:00:00.000Z', person: { givenName: 'Testboy', familyName: 'Example' } });
    const nameless = missing({ child: 'misper:M1', sent: '2026-03-01T23:00:00.000Z', person: { familyName: 'Example' } });
    const children = fold([...first, ...second, ...nameless], context);
    const records = Object.fromEntries(children.map(({ id, records: of, episodes }) => [id, [of.length, episodes.length]]));
    const ofSecond = [idOf(POLICE, 'person', 'P2'), idOf(POLICE, 'person', 'misper:M1')].sort()[0] ?? '';
    expect(records).toEqual({ [idOf(POLICE, 'person', 'P1')]: [1, 0], [ofSecond]: [2, 1] });
  });

  it('joins nothing when the names differ: the report belongs where it was filed last, and both are flagged', () => {
    const sibling = missing({ child: 'P2', sent: '2026-03-01T22:00:00.000Z', person: { givenName: 'Testboy', familyName: 'Example' } });
    const children = fold([...report, ...sibling], context);
    const episodes = children.map(({ id, episodes: { length } }) => [id, length]);
    expect(Object.fromEntries(episodes)).toEqual({ [idOf(POLICE, 'person', 'P1')]: 0, [idOf(POLICE, 'person', 'P2')]: 1 });
    expect(codes(children)).toEqual([['IDENTIFIER_DISPUTED'], ['IDENTIFIER_DISPUTED']]);
  });
});

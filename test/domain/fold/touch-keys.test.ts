import { touchKeys } from '../../../src/domain/fold/touch-keys.ts';
import { HUB_SYSTEM } from '../../../src/domain/record/record.ts';
import { at, cancel, context, headerRow, idOf, missing, NORTHMERE, POLICE } from './a-world.ts';

describe('the keys under which a person record may affect others', () => {
  it('are its checked numbers, its own and its quoted child number, the records filed under it and the hub’s name of it', () => {
    const said = missing({
      sent: '2026-03-01T21:00:00.000Z',
      person: {
        nhsNumber: '943 476 5919',
        upn: 'C999000000001',
        givenName: 'Testgirl',
        familyName: 'Example',
        dateOfBirth: at('2011-05-04'),
        gender: 'FEMALE',
        responsibleAuthority: 'E99000001',
        responsibleAuthorityChildId: '007',
      },
    });
    const holder = JSON.stringify([at('2011-05-04').from, 'example']);
    expect(touchKeys([...said, ...said], context)).toEqual([
      { kind: 'nhs', value: '9434765919', holder },
      { kind: 'upn', value: 'C999000000001', holder },
      { kind: 'number', value: '["northmere","007"]', holder: '' },
      { kind: 'number', value: '["mereshire","P1"]', holder: '' },
      { kind: 'record', value: '9.7.episode:mereshirecompactM1', holder: '' },
      { kind: 'name', value: idOf(POLICE, 'person', 'P1'), holder: '' },
    ]);
  });

  it('are what may be the hub’s name of another record too, unless somebody stated it in the hub', () => {
    const name = idOf(POLICE, 'person', 'P1');
    const namesOf = (source: typeof POLICE): string[] =>
      touchKeys([headerRow({ source, child: name, extracted: '2026-01-01', said: {} })], context).flatMap(({ kind, value }) => (kind === 'name' ? [value] : []));
    expect(namesOf(NORTHMERE)).toEqual([idOf(NORTHMERE, 'person', name), name]);
    const inTheHub = { agency: 'northmere', system: HUB_SYSTEM };
    expect(namesOf(inTheHub)).toEqual([idOf(inTheHub, 'person', name)]);
  });

  it('are not the numbers that fail their check, but those that were taken back, though of nobody', () => {
    const wrong = headerRow({ source: NORTHMERE, child: '007', extracted: '2026-01-01', said: { nhsNumber: '9434765919' } });
    const right = headerRow({ source: NORTHMERE, child: '007', extracted: '2026-02-01', said: { nhsNumber: '9434765918', upn: 'C99900000000A' } });
    expect(touchKeys([right, wrong], context)).toEqual([
      { kind: 'nhs', value: '9434765919', holder: '' },
      { kind: 'number', value: '["northmere","007"]', holder: '' },
      { kind: 'name', value: idOf(NORTHMERE, 'person', '007'), holder: '' },
    ]);
  });

  it('include a report that is only taken back, as another person key may have filed it', () => {
    expect(touchKeys(cancel({ source: POLICE, child: 'misper:M1', sent: '2026-03-01T21:00:00.000Z' }), context)).toEqual([
      { kind: 'record', value: '9.7.episode:mereshirecompactM1', holder: '' },
      { kind: 'name', value: idOf(POLICE, 'person', 'misper:M1'), holder: '' },
    ]);
  });
});

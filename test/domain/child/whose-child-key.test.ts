import { whoseChildKey } from '../../../src/domain/child/whose-child-key.ts';

const WRENNA = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' };

describe('the key to whose child this is', () => {
  it('is the same however the name is spelt in case, accents and hyphens', () => {
    expect(whoseChildKey({ ...WRENNA, givenName: 'WRÉNNA', familyName: 'Test-Field' })).toBe(whoseChildKey(WRENNA));
  });

  it.each([{ givenName: 'Wren' }, { familyName: 'Testfields' }, { dateOfBirth: '2011-05-07' }])('is another where one of the three differs (%j)', (changed) => {
    expect(whoseChildKey({ ...WRENNA, ...changed })).not.toBe(whoseChildKey(WRENNA));
  });

  it('does not mistake one name for the other', () => {
    expect(whoseChildKey({ ...WRENNA, givenName: WRENNA.familyName, familyName: WRENNA.givenName })).not.toBe(whoseChildKey(WRENNA));
    expect(whoseChildKey({ ...WRENNA, givenName: 'Wrennat', familyName: 'estfield' })).not.toBe(whoseChildKey(WRENNA));
  });

  it('is the same for an NHS number with and without spaces', () => {
    expect(whoseChildKey({ nhsNumber: '943 476 5919' })).toBe(whoseChildKey({ nhsNumber: '9434765919' }));
    expect(whoseChildKey({ nhsNumber: '9434765919' })).not.toBeNull();
  });

  it.each([{ nhsNumber: '9434765910' }, { nhsNumber: '' }, { ...WRENNA, givenName: ' - ' }, { ...WRENNA, familyName: '' }, { ...WRENNA, dateOfBirth: '6 May 2011' }])(
    'is none for what cannot tell one child from another (%j)',
    (named) => {
      expect(whoseChildKey(named)).toBeNull();
    },
  );
});

import { hearNames } from '../../../src/domain/redaction/hear-names.ts';

describe('a name is heard by the sentence it stands in', () => {
  it.each([
    ['Michael went to Paris.', [[0, 7, 'PERSON', 'michael'], [16, 21, 'PLACE', 'paris']]],
    ['the mayor Michael Johnson came', [[10, 25, 'PERSON', 'michael johnson']]],
    ["It was Michael's coat", [[7, 14, 'PERSON', 'michael']]],
    ['from west London', [[10, 16, 'PLACE', 'london']]],
    ['with mr Michael', [[8, 15, 'PERSON', 'michael']]],
    ['then michael went to paris', [[5, 12, 'PERSON', 'michael']]],
    ['with mr michael', [[8, 15, 'PERSON', 'michael']]],
    ["it was tanisha's, not tanisha", [[7, 14, 'PERSON', 'tanisha'], [22, 29, 'PERSON', 'tanisha']]],
    ['mark my words, the foster carer will hope', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(hearNames(text)).toEqual(expected.map(([from, until, kind, who]) => ({ from, until, kind, why: 'LANGUAGE', who })));
  });
});

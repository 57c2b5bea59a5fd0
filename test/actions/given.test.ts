import { checkTexts, comeAt, dueAt, happenedAt, isoDay, liesAhead, optionalText, pastAt, requiredText, stretchGiven } from '../../src/actions/given.ts';
import { overrideEnd } from '../../src/actions/override-end.ts';
import { childNamed } from '../../src/actions/child-named.ts';

const NOW = Date.parse('2025-11-20T08:00:00Z');
const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const refusing = (where: string): object => ({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as unknown });

describe('texts', () => {
  test('may hold lines, tabs and every letter', () => {
    expect(refusalOf(() => { checkTexts({ text: 'a\tb\r\nc é 𝄞', list: ['x'], none: null, number: 1 }); })).toBeUndefined();
  });

  test.each([
    ['a.b', { a: { b: '\u0000' } }],
    ['a[1]', { a: ['x', '\u007f'] }],
    ['a', { a: '\ud800' }],
    ['a', { a: 'x'.repeat(20_001) }],
    ['a', { a: Array.from({ length: 501 }, () => 'x') }],
  ])('that cannot be kept are named by their place: %s', (where, input) => {
    expect(refusalOf(() => { checkTexts(input); })).toMatchObject(refusing(where));
  });

  test('may be as long as the limit', () => {
    expect(refusalOf(() => { checkTexts({ a: 'x'.repeat(20_000), b: Array.from({ length: 500 }, () => 'x') }); })).toBeUndefined();
  });

  test('of spaces alone say nothing', () => {
    expect(optionalText(' \n')).toBeNull();
    expect(optionalText(' a ')).toBe('a');
    expect(refusalOf(() => requiredText(undefined, 'reason'))).toMatchObject(refusing('reason'));
  });
});

describe('times', () => {
  test('of what happened may lie a day ahead and no more', () => {
    expect(happenedAt('2025-11-21T08:00:00Z', 'at', NOW).from).toBe(NOW + 24 * 3_600_000);
    expect(refusalOf(() => happenedAt('2025-11-21T08:00:01Z', 'at', NOW))).toMatchObject(refusing('at'));
  });

  test('of what is over have come; a clock is fast by minutes, and of what must be kept by up to a day', () => {
    expect(pastAt('2025-11-20', 'at', NOW)).toMatchObject({ precision: 'DATE' });
    expect(pastAt('2025-11-20T07:59:00Z', 'at', NOW)?.from).toBe(NOW - 60_000);
    expect(pastAt('2025-11-20T08:05:00Z', 'at', NOW)?.from).toBe(NOW);
    expect(refusalOf(() => pastAt('2025-11-20T08:05:01Z', 'at', NOW))).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('set it right') as unknown });
    expect(comeAt('2025-11-21T08:00:00Z', 'at', NOW)?.from).toBe(NOW);
    expect(refusalOf(() => comeAt('2025-11-21T08:00:01Z', 'at', NOW))).toMatchObject(refusing('at'));
    expect([pastAt(null, 'at', NOW), comeAt(' ', 'at', NOW)]).toEqual([null, null]);
  });
  test('lie ahead when no clock is as fast', () => {
    expect(['2025-11-20T08:05:00Z', '2025-11-20', '', 'soon', null].map((text) => liesAhead(text, NOW))).toEqual([false, false, false, false, false]);
    expect(['2025-11-20T08:05:01Z', '2025-11-21'].map((text) => liesAhead(text, NOW))).toEqual([true, true]);
  });

  test.each(['22/11/2025', '22.11.2025', '22-11-2025', '22/11/2025 09:00', '2025-11-32', 'soon'])('are written as ISO writes them: %s is none', (text) => {
    for (const given of [() => happenedAt(text, 'at', NOW), () => pastAt(text, 'at', NOW), () => dueAt(text, 'at', NOW), () => stretchGiven({ until: text }, NOW), () => overrideEnd(text, NOW)]) {
      expect(refusalOf(given)).toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(/2026-04-30/) as unknown });
    }
  });

  test('of a day are written as ISO writes them', () => {
    expect(isoDay('2025-11-20', 'reviewOn')).toBe('2025-11-20');
    expect(isoDay('', 'reviewOn')).toBeNull();
    expect(refusalOf(() => isoDay('2025-02-30', 'reviewOn'))).toMatchObject(refusing('reviewOn'));
    expect(refusalOf(() => isoDay('20.11.2025', 'reviewOn'))).toMatchObject(refusing('reviewOn'));
  });

  test('of a standing begin now where nothing is said, and end with the day that is named', () => {
    expect(stretchGiven({}, NOW)).toEqual({ from: NOW, until: null });
    expect(stretchGiven({ from: '2025-11-20', until: '2025-11-20' }, NOW)).toEqual({ from: Date.parse('2025-11-20T00:00:00Z'), until: Date.parse('2025-11-21T00:00:00Z') });
    expect(stretchGiven({ until: '2025-11-20T09:00:00Z' }, NOW).until).toBe(Date.parse('2025-11-20T09:00:00Z'));
    expect(refusalOf(() => stretchGiven({ until: '2025-11-20T08:00:00Z' }, NOW))).toMatchObject(refusing('until'));
  });
});

describe('an exact child', () => {
  const name = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' };

  test('is named by name and birth together, however the name is spelt', () => {
    expect(childNamed(name)).toBe(childNamed({ ...name, givenName: ' WRENNA ' }));
  });

  test.each([{}, { ...name, dateOfBirth: null }, { ...name, nhsNumber: '9434765919' }, { nhsNumber: '9434765919', givenName: 'Wrenna' }, { nhsNumber: '9434765918' }])(
    'is not named by less, more or a wrong number',
    (named) => {
      expect(refusalOf(() => childNamed(named))).toMatchObject({ code: 'BAD_INPUT' });
    },
  );
});

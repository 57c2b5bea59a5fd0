import { livesIndependently, safeContactWarnings, type ContactMade, type SafeContact } from '../../../src/domain/interview/safe-contact.ts';
import { time } from '../clocks/some-times.ts';

const RULE = { source: 'Example 1' };
const safe = (changed: Partial<SafeContact> = {}): SafeContact => ({ safeWays: [], unsafeWays: [], from: null, until: null, by: null, notThrough: [], interpreter: 'NOT_SAID', language: null, ...changed });
const alone = (livesIndependently?: 'YES' | 'NO' | 'NOT_SAID'): SafeContact => safe(livesIndependently === undefined ? {} : { livesIndependently });
const against = (recorded: readonly (SafeContact | null)[], made: Partial<ContactMade> = {}): string[] =>
  safeContactWarnings({ ways: ['PHONE'], through: ['CHILD'], at: time('2026-05-06 16:30'), ...made }, recorded, RULE).map(({ code }) => code);

describe('a contact with a child', () => {
  it('without anything recorded says so, and with words alone goes against nothing', () => {
    expect(against([])).toEqual(['SAFE_CONTACT_MISSING']);
    expect(against([null])).toEqual([]);
  });

  it.each([
    [{ unsafeWays: ['PHONE'] }, ['CONTACT_WAY_UNSAFE']],
    [{ safeWays: ['TEXT'] }, ['CONTACT_WAY_UNSAFE']],
    [{ safeWays: ['PHONE', 'TEXT'] }, []],
    [{ notThrough: ['CHILD'] }, ['CONTACT_THROUGH_UNSAFE']],
    [{ notThrough: ['PARENT'] }, []],
    [{ from: '16:00', until: '17:00' }, []],
    [{ from: '16:31' }, ['CONTACT_TIME_UNSAFE']],
    [{ until: '16:30' }, ['CONTACT_TIME_UNSAFE']],
    [{ from: '22:00', until: '16:00' }, ['CONTACT_TIME_UNSAFE']],
    [{ from: '16:15', until: '06:00' }, []],
  ] as const)('by telephone at half past four under %j goes against %j', (recorded, codes) => {
    expect(against([safe(), safe(recorded)])).toEqual(codes);
  });

  it('by way of a carer speaks with one, and of which only the day is known was at no wrong time', () => {
    expect(against([safe({ notThrough: ['PARENT'] })], { ways: ['THROUGH_CARER'] })).toEqual(['CONTACT_THROUGH_UNSAFE']);
    expect(against([safe({ from: '09:00', until: '10:00' })], { at: { ...time('2026-05-06 16:30'), precision: 'DATE' } })).toEqual([]);
  });
});

describe('whether a child lives independently', () => {
  it.each([
    [[], null],
    [[alone(), null, alone('NOT_SAID')], null],
    [[alone('NOT_SAID'), alone('YES'), alone('NO')], true],
    [[null, alone('NO'), alone('YES')], false],
  ] as const)('is as those said last who say it: %#', (recorded, lives) => {
    expect(livesIndependently(recorded)).toBe(lives);
  });
});

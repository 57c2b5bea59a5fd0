import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { agesAt, type Ages } from '../../../src/domain/child/ages-at.ts';
import { eligibility, type NotNow } from '../../../src/domain/interview/eligibility.ts';
import { moment, time } from '../clocks/some-times.ts';

const NOW = moment('2026-05-06 12:00');
const aged = (least: number, most = least): Ages => ({ least, most });
const stateOf = (ages: Ages | null, practice: Practice): string => {
  const found = eligibility({ ages, notNow: null }, practice, NOW);
  return 'rule' in found ? `${found.state} by ${found.rule}` : found.state;
};
const SOMERSET = PRACTICES.somerset;
const WEST_SUSSEX = PRACTICES['west-sussex'];

describe('whom the team interviews', () => {
  it.each([
    [SOMERSET, aged(7), 'TO_SOCIAL_CARE by Somerset 4.3'],
    [SOMERSET, aged(8), 'ELIGIBLE'],
    [SOMERSET, aged(7, 8), 'CANNOT_TELL by Somerset 4.3'],
    [SOMERSET, null, 'CANNOT_TELL by Somerset 4.3'],
    [WEST_SUSSEX, aged(7), 'NOT_BY_TEAM by West Sussex, When should a RHI be completed'],
    [WEST_SUSSEX, aged(9), 'NOT_BY_TEAM by West Sussex, When should a RHI be completed'],
    [WEST_SUSSEX, aged(10), 'ELIGIBLE'],
    [WEST_SUSSEX, aged(9, 10), 'CANNOT_TELL by West Sussex, When should a RHI be completed'],
    [PRACTICES.birmingham, aged(3), 'ELIGIBLE'],
    [SILENT_PRACTICE, null, 'ELIGIBLE'],
  ])('is by the age, as the authority says and no other', (practice, ages, state) => {
    expect(stateOf(ages, practice)).toBe(state);
  });
});

describe('a child for whom an interview is not appropriate now (West Sussex)', () => {
  const notNow = (changes: Partial<NotNow> = {}): NotNow => ({ reason: 'in hospital', coveredBy: 'the ward worker', askAgainOn: '2026-05-20', ...changes });
  const warned = (changes: Partial<NotNow>, practice = WEST_SUSSEX): unknown => {
    const found = eligibility({ ages: aged(14), notNow: notNow(changes) }, practice, NOW);
    return found.state === 'NOT_NOW' ? found.warnings.map(({ code }) => code) : found.state;
  };

  it('is asked again on a date', () => {
    expect(eligibility({ ages: aged(14), notNow: notNow() }, WEST_SUSSEX, NOW)).toEqual({ state: 'NOT_NOW', askAgainOn: '2026-05-20', warnings: [] });
  });

  it.each([
    [{ reason: null }, ['REASON_MISSING']],
    [{ reason: '  ' }, ['REASON_MISSING']],
    [{ coveredBy: null }, ['COVER_MISSING']],
    [{ askAgainOn: null }, ['ASK_AGAIN_DATE_MISSING']],
    [{ askAgainOn: 'never' }, ['ASK_AGAIN_DATE_MISSING']],
    [{ askAgainOn: '2026-05-06' }, ['ASK_AGAIN_DUE']],
    [{ askAgainOn: '2026-05-07' }, []],
  ])('with %j is warned of, and never refused', (changes, codes) => {
    expect(warned(changes)).toEqual(codes);
  });

  it('is not warned of where the practice asks for nothing', () => {
    expect(warned({ reason: null, askAgainOn: null }, SILENT_PRACTICE)).toEqual([]);
  });

  it('is too young first, whatever else is said', () => {
    expect(eligibility({ ages: aged(6), notNow: notNow() }, SOMERSET, NOW).state).toBe('TO_SOCIAL_CARE');
  });
});

describe('the ages a date of birth allows', () => {
  it.each([
    ['2012-05-06', '2026-05-05 23:59', aged(13)],
    ['2012-05-06', '2026-05-06 00:00', aged(14)],
    ['2012-02-29', '2026-02-27 12:00', aged(13)],
    ['2012-02-29', '2026-02-28 12:00', aged(14)],
    ['2012-07-01', '2026-07-01 00:30', aged(14)],
    ['2027-01-01', '2026-05-06 12:00', aged(0)],
  ])('for a child born on %s are, at %s, as London counts', (born, now, ages) => {
    expect(agesAt(time(born), moment(now))).toEqual(ages);
  });

  it('are two where a year of birth is all that is known', () => {
    expect(agesAt({ from: moment('2012-01-01'), until: moment('2013-01-01') }, NOW)).toEqual(aged(13, 14));
  });
});

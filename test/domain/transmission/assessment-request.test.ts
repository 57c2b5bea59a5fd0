import { HOUR } from '../../../src/domain/interval/durations.ts';
import { assessmentChase, assessmentDue, OUR_TIME } from '../../../src/domain/transmission/assessment-request.ts';
import { moment } from '../clocks/some-times.ts';

const FRIDAY = moment('2026-05-08 16:00');

describe('by when a risk assessment is owed that a host asked for', () => {
  it('is a day by the clock where nothing was agreed, and says that this is our reading', () => {
    expect(assessmentDue(FRIDAY, { agreed: OUR_TIME, coreHours: null })).toBe(FRIDAY + 24 * HOUR);
    expect(OUR_TIME.source).toMatch(/^our reading: /);
  });

  it('is the end of the working day that was agreed, whatever lies between', () => {
    expect(assessmentDue(FRIDAY, { agreed: { length: 1, calendar: 'WORKING_DAYS', source: 'an invented agreement' }, coreHours: null })).toBe(moment('2026-05-12') - 1);
  });

  it('is our own time where nobody can say which days are worked', () => {
    const farOff = moment('2099-05-08 16:00');
    expect(assessmentDue(farOff, { agreed: { length: 1, calendar: 'WORKING_DAYS', source: 'an invented agreement' }, coreHours: null })).toBe(farOff + 24 * HOUR);
  });

  it('is followed by two reminders, each beginning where the one before it ended', () => {
    const due = FRIDAY + 4 * HOUR;
    const chase = assessmentChase({ asked: FRIDAY, due });
    expect(chase.map(({ from }) => from - FRIDAY)).toEqual([0, 4 * HOUR, 16 * HOUR]);
    expect(chase.slice(1).map(({ from }) => from)).toEqual(chase.slice(0, -1).map(({ until }) => until));
  });
});

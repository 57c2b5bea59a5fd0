import fc from 'fast-check';
import { ANSWER_WITHIN, usualDuty, type Duty, type DutyStep } from '../../../src/domain/authority/duty.ts';
import { dutyChain, type Alarm } from '../../../src/domain/authority/duty-chain.ts';
import { MINUTE } from '../../../src/domain/interval/durations.ts';
import { moment } from '../clocks/some-times.ts';

const CORE = { from: '09:00', until: '17:00' };

function aStep(role: string, changes: Partial<DutyStep> = {}): DutyStep {
  return { role, telephone: null, hours: 'ALWAYS', answerWithinMinutes: ANSWER_WITHIN, ...changes };
}

function anAlarm(changes: Partial<Alarm> = {}): Alarm {
  return { agency: 'north', matter: 'OTHER', risk: 'HIGH', raisedAt: moment('2026-03-10 14:00'), coreHours: CORE, holds: () => true, ...changes };
}

const DUTY: Duty = { chain: [aStep('SENIOR_WORKER', { hours: 'CORE_HOURS' }), aStep('EDT', { hours: 'OUT_OF_HOURS' }), aStep('TEAM_MANAGER')], matters: {} };

/** Each step with the minutes from and until it is the one that is asked. */
const reached = (duty: Duty, alarm: Alarm): readonly string[] =>
  dutyChain(duty, alarm).map(({ to, from, until }) => `${to} ${String((from - alarm.raisedAt) / MINUTE)}-${String((until - alarm.raisedAt) / MINUTE)}`);

describe('a duty chain', () => {
  it.each([
    ['HIGH', ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30', 'EDT:north 30-45', 'HUB_COORDINATOR:north 45-60']],
    ['MEDIUM', ['SENIOR_WORKER:north 0-30', 'TEAM_MANAGER:north 30-60', 'EDT:north 60-90', 'HUB_COORDINATOR:north 90-120']],
    ['LOW', ['SENIOR_WORKER:north 0-60', 'TEAM_MANAGER:north 60-120', 'EDT:north 120-180', 'HUB_COORDINATOR:north 180-240']],
    ['VERY_LOW', ['SENIOR_WORKER:north 0-60', 'TEAM_MANAGER:north 60-120', 'EDT:north 120-180', 'HUB_COORDINATOR:north 180-240']],
    [null, ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30', 'EDT:north 30-45', 'HUB_COORDINATOR:north 45-60']],
  ] as const)('of an authority that states none is ours, at risk %s', (risk, chain) => {
    expect(reached(usualDuty('AUTHORITY'), anAlarm({ risk }))).toEqual(chain);
  });

  it.each([
    ['POLICE', ['POLICE_MISSING_TEAM:north 0-15']],
    ['PROVIDER', ['PLACEMENT_PROVIDER:north 0-15']],
    ['OTHER', ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30']],
  ] as const)('of an agency of kind %s that states none is ours', (kind, chain) => {
    expect(reached(usualDuty(kind), anAlarm())).toEqual(chain);
  });

  it.each([
    ['on a working day', '2026-03-10 14:00', ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['at 02:00', '2026-03-10 02:00', ['EDT:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['at the first moment of core hours', '2026-03-10 09:00', ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['at the moment they end, where the next step is reached out of them', '2026-03-10 16:45', ['SENIOR_WORKER:north 0-15', 'EDT:north 15-30', 'TEAM_MANAGER:north 30-45']],
    ['just after core hours', '2026-03-10 17:00', ['EDT:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['on a Saturday', '2026-03-14 14:00', ['EDT:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['on a bank holiday', '2026-04-06 14:00', ['EDT:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['in the summer, by the clock on the wall', '2026-07-07 09:00', ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30']],
    ['in a year whose holidays are not listed, where everybody is told', '2035-03-06 02:00', ['SENIOR_WORKER:north 0-15', 'EDT:north 15-30', 'TEAM_MANAGER:north 30-45']],
  ])('passes at once whoever is not there %s', (_when, at, chain) => {
    expect(reached(DUTY, anAlarm({ raisedAt: moment(at) }))).toEqual(chain);
  });

  it.each([
    ['in which clocks go forward', '2026-03-29 00:50', '2026-03-29 02:20'],
    ['in which clocks go back', '2026-10-25 00:50', '2026-10-25 01:20'],
  ])('counts minutes that pass, in the night %s', (_night, raised, second) => {
    const chain = dutyChain(DUTY, anAlarm({ raisedAt: moment(raised), risk: 'MEDIUM' }));
    expect(chain.map(({ to }) => to)).toEqual(['EDT:north', 'TEAM_MANAGER:north']);
    expect(chain[1]?.from).toBe(moment(raised) + 30 * MINUTE);
    // What the clock on the wall shows then.
    expect(chain[1]?.from).toBe(moment(second));
  });

  it('counts every step at every hour where the practice rules are silent on core hours', () => {
    const chain = reached(DUTY, anAlarm({ raisedAt: moment('2026-03-10 02:00'), coreHours: null }));
    expect(chain).toEqual(['SENIOR_WORKER:north 0-15', 'EDT:north 15-30', 'TEAM_MANAGER:north 30-45']);
  });

  it('leaves out a role that nobody works in while it would be asked', () => {
    const asked: (readonly [string, number])[] = [];
    const alarm = anAlarm({ holds: (role, { from, until }) => asked.push([role, until - from]) > 0 && role !== 'TEAM_MANAGER' });
    expect(reached(usualDuty('AUTHORITY'), alarm)).toEqual(['SENIOR_WORKER:north 0-15', 'EDT:north 15-30', 'HUB_COORDINATOR:north 30-45']);
    expect(new Set(asked.map(([, length]) => length))).toEqual(new Set([15 * MINUTE]));
  });

  it('tells nobody twice', () => {
    const chain = [aStep('EDT', { hours: 'CORE_HOURS' }), aStep('EDT', { hours: 'OUT_OF_HOURS' }), aStep('TEAM_MANAGER')];
    expect(reached({ chain, matters: {} }, anAlarm({ raisedAt: moment('2026-03-10 16:50') }))).toEqual(['EDT:north 0-15', 'TEAM_MANAGER:north 15-30']);
  });

  it('is another one for a matter that has its own', () => {
    const duty: Duty = { ...DUTY, matters: { ALLEGATION: [aStep('HUB_COORDINATOR', { answerWithinMinutes: { ...ANSWER_WITHIN, HIGH: 5 } })] } };
    expect(reached(duty, anAlarm({ matter: 'ALLEGATION' }))).toEqual(['HUB_COORDINATOR:north 0-5']);
    expect(reached(duty, anAlarm({ matter: 'INTELLIGENCE' }))).toEqual(['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30']);
  });

  it.each([
    ['at 02:00, the duty team first', { raisedAt: moment('2026-03-10 02:00') }, ['EDT:north 0-15', 'SENIOR_WORKER:north 15-30', 'TEAM_MANAGER:north 30-45', 'HUB_COORDINATOR:north 45-60']],
    ['on a working day, the duty team in its turn', {}, ['SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30', 'EDT:north 30-45', 'HUB_COORDINATOR:north 45-60']],
    ['where core hours are not known, the duty team beside the first', { coreHours: null }, ['EDT:north 0-15', 'SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30', 'HUB_COORDINATOR:north 30-45']],
    ['in a year whose holidays are not listed, beside the first too', { raisedAt: moment('2035-03-06 02:00') }, ['EDT:north 0-15', 'SENIOR_WORKER:north 0-15', 'TEAM_MANAGER:north 15-30', 'HUB_COORDINATOR:north 30-45']],
  ])('of an episode reaches %s', (_when, changes, chain) => {
    expect(reached(usualDuty('AUTHORITY'), anAlarm({ matter: 'EPISODE', ...changes }))).toEqual(chain);
  });

  it('of an episode passes a duty team of which nobody is on shift, whoever states one, and never waits for it alone', () => {
    const awake = (...roles: readonly string[]): Partial<Alarm> => ({ matter: 'EPISODE', raisedAt: moment('2026-03-10 02:00'), holds: (role) => roles.includes(role) });
    expect(reached(usualDuty('AUTHORITY'), anAlarm(awake('TEAM_MANAGER')))).toEqual(['TEAM_MANAGER:north 0-15']);
    expect(reached(usualDuty('AUTHORITY'), anAlarm({ ...awake('TEAM_MANAGER'), coreHours: null }))).toEqual(['TEAM_MANAGER:north 0-15']);
    expect(reached(usualDuty('AUTHORITY'), anAlarm(awake()))).toEqual(['HUB_COORDINATOR:north 0-15']);
    expect(reached(usualDuty('POLICE'), anAlarm(awake()))).toEqual(['POLICE_MISSING_TEAM:north 0-15']);
    expect(reached({ ...DUTY, matters: { EPISODE: [aStep('TEAM_MANAGER')] } }, anAlarm(awake('EDT', 'TEAM_MANAGER')))).toEqual(['TEAM_MANAGER:north 0-15']);
  });

  it('tells those who work at another hour rather than nobody', () => {
    const chain = [aStep('SENIOR_WORKER', { hours: 'CORE_HOURS' }), aStep('TEAM_MANAGER', { hours: 'CORE_HOURS' })];
    const alarm = anAlarm({ raisedAt: moment('2026-03-10 02:00'), holds: (role) => role === 'TEAM_MANAGER' });
    expect(reached({ chain, matters: {} }, alarm)).toEqual(['TEAM_MANAGER:north 0-15']);
  });

  it('waits for the last role where nobody works at all', () => {
    expect(reached(DUTY, anAlarm({ holds: () => false }))).toEqual(['TEAM_MANAGER:north 0-15']);
  });

  it('never ends in an empty room, leaves no time between two steps, and begins at once', () => {
    const step = fc.record({ role: fc.constantFrom('A', 'B', 'C', 'D'), hours: fc.constantFrom('ALWAYS', 'CORE_HOURS', 'OUT_OF_HOURS') });
    const alarms = fc.record({ raisedAt: fc.integer({ min: moment('2020-01-01'), max: moment('2027-12-01') }), there: fc.subarray(['A', 'B', 'C', 'D']) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), alarms, (steps, { raisedAt, there }) => {
        const chain = dutyChain({ chain: steps.map(({ role, hours }) => aStep(role, { hours })), matters: {} }, anAlarm({ raisedAt, holds: (role) => there.includes(role) }));
        expect(chain.map(({ from }) => from)).toEqual([raisedAt, ...chain.slice(0, -1).map(({ until }) => until)]);
        expect(new Set(chain.map(({ to }) => to)).size).toBe(chain.length);
      }),
    );
  });
});

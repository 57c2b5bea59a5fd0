import { chooseCaller } from '../../src/auth/choose-caller.ts';
import { isOnShift, standingOf } from '../../src/directory/on-shift.ts';
import type { Person, RoleAt } from '../../src/directory/directory.ts';

const [FROM, UNTIL] = [Date.parse('2026-11-20T17:00:00Z'), Date.parse('2026-11-21T08:00:00Z')];
const EDT: RoleAt = { role: 'EDT', agency: 'north', system: null, shifts: [{ from: FROM, until: UNTIL }] };
const MANAGER: RoleAt = { role: 'TEAM_MANAGER', agency: 'north', system: null, shifts: [] };
const ed: Person = {
  id: 'ed',
  name: 'Ed Example',
  issuer: 'issuer',
  subject: 'ed',
  suspended: false,
  tokensSince: 0,
  trainedToRedact: false,
  roles: [EDT, MANAGER],
};
const VIEWER = { person: 'ed', agency: 'north', role: 'EDT' } as const;

describe('a person of the emergency duty team', () => {
  it.each([
    [FROM - 1, false],
    [FROM, true],
    [UNTIL - 1, true],
    [UNTIL, false],
  ])('is on shift from its first moment until just before its last (%d: %s)', (now, on) => {
    expect(isOnShift(EDT, now)).toBe(on);
  });

  it('without any shift is never on shift, and everybody else always is', () => {
    expect(isOnShift({ ...EDT, shifts: [] }, FROM)).toBe(false);
    expect(isOnShift(MANAGER, FROM - 1)).toBe(true);
  });

  it('is taken in that role on shift', () => {
    expect(chooseCaller(ed, { homewardRole: 'EDT@north', now: FROM })).toMatchObject({ kind: 'viewer', viewer: VIEWER });
  });

  it('is told off shift that they are off shift, and keeps their other role', () => {
    expect(() => chooseCaller(ed, { homewardRole: 'EDT@north', now: UNTIL })).toThrow(expect.objectContaining({ code: 'OFF_SHIFT' }) as Error);
    expect(chooseCaller(ed, { homewardRole: 'TEAM_MANAGER@north', now: UNTIL })).toMatchObject({ viewer: { role: 'TEAM_MANAGER' } });
  });
});

describe('how a viewer stands in the directory', () => {
  const people = new Map([['ed', ed]]);
  const stands = (now: number, those: ReadonlyMap<string, Person> = people, viewer: Parameters<typeof standingOf>[1] = VIEWER): string => standingOf({ people: those }, viewer, now);

  it('is by role, agency and hour', () => {
    expect(stands(FROM)).toBe('STANDS');
    expect(stands(UNTIL)).toBe('OFF_SHIFT');
    expect(stands(UNTIL, people, { ...VIEWER, role: 'TEAM_MANAGER' })).toBe('STANDS');
  });

  it('is gone with the role, the agency, the person, or their being suspended', () => {
    expect(stands(FROM, people, { ...VIEWER, agency: 'south' })).toBe('GONE');
    expect(stands(FROM, people, { ...VIEWER, role: 'IRO' })).toBe('GONE');
    expect(stands(FROM, new Map())).toBe('GONE');
    expect(stands(FROM, new Map([['ed', { ...ed, suspended: true }]]))).toBe('GONE');
  });
});

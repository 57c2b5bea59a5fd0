import { markedSince } from '../../../src/domain/decision/marked-since.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { observation, POLICE } from '../fold/a-world.ts';

const said = (order: string, payload: PersonPayload): Observation => observation({ source: POLICE, child: 'P1', part: 'M1', kind: 'person', order, payload });
const [FIRST, SECOND, THIRD] = ['2026-03-01', '2026-03-02', '2026-03-03'] as const;
const instant = (day: string): number => Date.parse(day);

describe("a source's mark", () => {
  it('counts from when it was first made, however often it is repeated', () => {
    expect(markedSince([{ said: [said(FIRST, { restricted: true }), said(SECOND, {}), said(THIRD, { restricted: true })] }])).toBe(instant(FIRST));
  });
  it('is gone once it is taken back, and counts anew when it is made again', () => {
    const taken = [said(FIRST, { restricted: true }), said(SECOND, { restricted: false })];
    expect(markedSince([{ said: taken }])).toBeNull();
    expect(markedSince([{ said: [...taken, said(THIRD, { restricted: true })] }])).toBe(instant(THIRD));
  });
  it('is none where no source says so', () => {
    expect(markedSince([])).toBeNull();
    expect(markedSince([{ said: [said(FIRST, { givenName: 'Testgirl' })] }])).toBeNull();
  });
  it('counts of several records by the latest', () => {
    expect(markedSince([{ said: [said(SECOND, { restricted: true })] }, { said: [said(FIRST, { restricted: true })] }, { said: [] }])).toBe(instant(SECOND));
  });
  it('counts from when it came, where its message is dated ahead', () => {
    const ahead = { ...said(THIRD, { restricted: true }), receivedAt: instant(FIRST) };
    expect(markedSince([{ said: [ahead] }])).toBe(instant(FIRST));
    expect(markedSince([{ said: [{ ...said(FIRST, { restricted: true }), receivedAt: instant(THIRD) }] }])).toBe(instant(FIRST));
  });
  it('of a source that sorts by revision is older than any word of a manager', () => {
    expect(markedSince([{ said: [said('000001', { restricted: true })] }])).toBe(-Infinity);
  });
});

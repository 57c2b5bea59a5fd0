import { Pace } from '../../src/ingest/pace.ts';

function after(...turns: readonly (readonly [messages: number, milliseconds: number])[]): number {
  const pace = new Pace();
  turns.forEach(([messages, milliseconds]) => {
    pace.learn({ messages, milliseconds });
  });
  return pace.messages;
}

describe('how many messages a turn takes', () => {
  const before = new Pace().messages;

  it('falls at once after a long turn, but never to nothing', () => {
    expect(after([before, 500])).toBe(before / 4);
    expect(after([before, 60_000])).toBe(20);
  });

  it('falls below the number that was taken, where a few took long', () => {
    expect(after([60, 250])).toBe(30);
  });

  it('grows little by little while full turns are short, up to a limit', () => {
    expect(after([before, 20])).toBe(before * 1.25);
    expect(after(...Array.from({ length: 50 }, () => [1_000, 20] as const))).toBe(500);
  });

  it('stays after a turn that was neither, and after a short one that was not full', () => {
    expect(after([before, 150], [before - 1, 5])).toBe(before);
  });
});

import { instantOfOrder } from '../../../src/domain/observation/order-instant.ts';

describe("a source's order", () => {
  it('names an instant where it is a time or a day', () => {
    expect(instantOfOrder('2026-03-01T21:00:00.000Z')).toBe(Date.UTC(2026, 2, 1, 21));
    expect(instantOfOrder('2026-03-01T21:00:00Z')).toBe(Date.UTC(2026, 2, 1, 21));
    expect(instantOfOrder('2026-03-01')).toBe(Date.UTC(2026, 2, 1));
  });
  it.each(['000001', 'revision-7', '', '2026-13-01', '2026-03-01T21:00', 'x2026-03-01', '2026-03-01x'])('names none where it is %j', (order) => {
    expect(instantOfOrder(order)).toBeNull();
  });
});

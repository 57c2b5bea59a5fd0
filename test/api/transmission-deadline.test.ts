import 'reflect-metadata';
import { practiceOf } from '../../src/domain/authority/practice-of.ts';
import { TransmissionLinks } from '../../src/api/exchange/transmission.resolver.ts';
import type { RequestContext } from '../../src/api/context.ts';
import { moment } from '../domain/clocks/some-times.ts';

test('a time that was agreed in core hours is worked out with those of the authority that owes it, and with no other', () => {
  const agencies = new Map([['northmere', { practice: practiceOf({ practice: null, strategy: null, ownClocks: {}, ownFigures: { coreHours: { from: '09:00', until: '17:00' } } }) }]]);
  // Safe: nothing else of it is asked.
  const context = { services: { directory: () => ({ agencies }) }, now: moment('2026-05-05 12:00') } as unknown as RequestContext;
  const held = moment('2026-05-05 11:00');
  const stands = (owedBy: string): unknown =>
    new TransmissionLinks().deadline({ deadline: { from: held, until: held, owedBy, agreed: { length: 8, calendar: 'CORE_HOURS', source: 'Invented agreement' }, resultBy: null, acknowledgedAt: null } }, context);
  expect(stands('northmere')).toMatchObject({ state: 'DUE', at: moment('2026-05-06 11:00'), words: 'result due in 23 hours (by 11:00 tomorrow)' });
  expect(stands('southvale')).toMatchObject({ state: 'CANNOT_TELL', words: 'result: cannot tell (nobody says which hours are core hours)' });
});

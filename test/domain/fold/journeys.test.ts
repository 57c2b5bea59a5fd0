import { fold } from '../../../src/domain/fold/fold.ts';
import { cancel, context, found, idOf, missing, missingRow, POLICE, headerRow } from './a-world.ts';
import { asSaidNow } from './as-said-now.ts';

const SENT_FIRST = '2026-03-01T21:00:00.000Z';
const SENT_SECOND = '2026-03-02T08:00:00.000Z';
const SENT_THIRD = '2026-03-02T12:00:00.000Z';
const MISSING = missing({ sent: SENT_FIRST, since: '2026-03-01T20:00', risk: 'HIGH', person: { givenName: 'Testgirl' } });
const FOUND = found({ sent: SENT_SECOND, traced: '2026-03-02T07:00', returned: '2026-03-02T07:45' });
const CANCEL = cancel({ sent: SENT_THIRD });

describe('a police journey', () => {
  it('from missing to found is one episode with the source of each field', () => {
    const [child, ...others] = fold([...MISSING, ...FOUND], context);
    expect(others).toEqual([]);
    expect(child?.id).toBe(idOf(POLICE, 'person', 'P1'));
    expect(child?.episodes).toMatchObject([
      {
        id: idOf(POLICE, 'episode', 'M1'),
        status: 'RETURNED',
        kind: 'MISSING',
        report: { missingSince: { value: { text: '2026-03-01T20:00' }, source: { agency: 'mereshire', recordKey: 'M1', order: SENT_FIRST } } },
        locatedAt: { value: { text: '2026-03-02T07:00' }, source: { order: SENT_SECOND } },
        returnedAt: { value: { text: '2026-03-02T07:45' }, source: { order: SENT_SECOND } },
        risk: { value: 'HIGH', word: 'high' },
        forces: ['mereshire'],
        flags: [],
      },
    ]);
  });

  it('told backwards and twice gives the same picture', () => {
    expect(fold([...FOUND, ...FOUND, ...MISSING, ...MISSING], context)).toEqual(fold([...MISSING, ...FOUND], context));
  });

  it('that so far is only a "found" gives an episode whose start is unknown', () => {
    const [child] = fold(FOUND, context);
    expect(child?.episodes).toMatchObject([{ status: 'RETURNED', kind: 'MISSING', report: {}, statusChanges: [] }]);
  });

  it('that was only traced stays open', () => {
    const [child] = fold([...MISSING, ...found({ sent: SENT_SECOND, traced: '2026-03-02T07:00' })], context);
    expect(child?.episodes).toMatchObject([{ status: 'LOCATED', returnedAt: null }]);
  });

  it('cancelled leaves nothing, whichever came first', () => {
    expect(fold([...MISSING, ...CANCEL], context)).toEqual([]);
    expect(fold([...CANCEL, ...MISSING], context)).toEqual([]);
  });

  it('cancelled stays on the word of another system that reports it', () => {
    const nhsNumber = '9434765919';
    const row = [headerRow({ child: '007', extracted: '2026-04-30', said: { nhsNumber } }), ...missingRow({ child: '007', from: '01/03/2026', until: '02/03/2026', extracted: '2026-04-30' })];
    const report = missing({ sent: SENT_FIRST, since: '2026-03-01T20:00', person: { nhsNumber } });
    const [both] = fold([...report, ...row], context);
    expect(both?.episodes).toMatchObject([{ records: [{}, {}], forces: ['mereshire'] }]);
    expect(fold([...report, ...CANCEL, ...row], context)).toEqual(fold(row, context));
  });

  it('reported anew after a cancellation counts again', () => {
    const anew = missing({ sent: '2026-03-03T08:00:00.000Z', since: '2026-03-03T07:00' });
    expect(asSaidNow(fold([...MISSING, ...CANCEL, ...anew], context))).toEqual(fold(anew, context));
  });
});

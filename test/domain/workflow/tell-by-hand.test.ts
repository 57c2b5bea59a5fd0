import { byHandKinds, tellByHand } from '../../../src/domain/workflow/tell-by-hand.ts';

const duty = { who: 'IRO', of: 'MISSING', recipients: [], told: false, source: 'Somerset 5.2.5', asks: 'NOTHING' } as const;

describe('somebody who is to be told by hand', () => {
  it('is named by their post, with what of, why and by which paragraph, and how it is recorded', () => {
    expect(tellByHand(duty)).toEqual({
      kind: 'TELL_IRO_MISSING',
      text: 'Tell the independent reviewing officer that a child is missing (Somerset 5.2.5): nobody is recorded as that. Record it as PROFESSIONAL_TOLD with "addressee" IRO.',
    });
    expect(tellByHand({ ...duty, recipients: ['SECRETGULL@northmere'] }).text).toContain(': the hub does not reach whoever is recorded as that. ');
    expect(tellByHand({ ...duty, who: 'PLACING_SOCIAL_WORKER' }).text).toContain('Record it as PLACING_WORKER_TOLD.');
    expect(tellByHand({ ...duty, who: 'PROFESSIONALS', of: 'RETURNED' }).text).toContain('school, health and youth justice that a child who was missing is back (Somerset 5.2.5): the hub does not tell them all.');
  });

  it('is asked for what the paragraph asks of them', () => {
    const { text } = tellByHand({ ...duty, who: 'SOCIAL_WORKER', of: 'INTERVIEWED', source: 'Somerset 4.16', asks: 'PREVENTION_PLAN' });
    expect(text).toContain('that a child was interviewed, and when, and ask them to complete or update the plan to prevent another episode (Somerset 4.16): nobody');
  });

  it('never stands there by their own name', () => {
    expect(JSON.stringify(tellByHand({ ...duty, recipients: ['SECRETGULL@northmere'] }))).not.toContain('SECRET');
  });

  it('is told by a kind of its own', () => {
    expect(byHandKinds('RETURNED', ['IRO', 'PROVIDER'])).toEqual(['TELL_IRO_RETURNED', 'TELL_PROVIDER_RETURNED']);
    expect(new Set(byHandKinds('MISSING')).size).toBe(8);
  });
});

import { contentHash } from '../../../src/domain/interview/content-hash.ts';
import { at } from '../fold/a-world.ts';

const INTERVIEW = { state: 'COMPLETED' as const, at: at('2026-03-02'), answers: { reasons: 'Cold.', plan: 'None.' }, locating: { phones: ['07700 900123'] } };

describe('the hash of an interview', () => {
  it('is the same for the same words, however they are laid out', () => {
    expect(contentHash({ ...INTERVIEW, answers: { plan: 'None.', reasons: 'Cold.' } })).toBe(contentHash(INTERVIEW));
    expect(contentHash(INTERVIEW)).toMatch(/^[0-9a-f]{64}$/);
  });
  it.each([
    { ...INTERVIEW, answers: { ...INTERVIEW.answers, reasons: 'Hungry.' } },
    { ...INTERVIEW, locating: { phones: [] } },
    { ...INTERVIEW, state: 'REFUSED' as const },
    { ...INTERVIEW, at: at('2026-03-03') },
  ])('is another when an answer, a locating fact, the end or the time is', (changed) => {
    expect(contentHash(changed)).not.toBe(contentHash(INTERVIEW));
  });
  it('rests on nothing else, such as who held it', () => {
    const held = { ...INTERVIEW, interviewer: 'ann@northmere', episodes: ['e'] };
    expect(contentHash(held)).toBe(contentHash(INTERVIEW));
  });
  it('of an offer is that of an interview without answers', () => {
    expect(contentHash({ state: 'OFFERED', at: INTERVIEW.at })).toBe(contentHash({ state: 'OFFERED', at: INTERVIEW.at, answers: {}, locating: {} }));
  });
});

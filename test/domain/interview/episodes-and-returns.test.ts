import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE } from '../../../src/domain/authority/practice.ts';
import { formsForEpisodes } from '../../../src/domain/interview/forms-for-episodes.ts';
import { OFFER_OUTCOMES, type OfferOutcome } from '../../../src/domain/interview/interview-words.ts';
import { offeredAndAccepted } from '../../../src/domain/interview/offered-and-accepted.ts';
import { offerOfFlags } from '../../../src/domain/observation/offered-accepted.ts';

describe('the forms for several episodes before one interview', () => {
  it('are one for all (Somerset 4.18)', () => {
    expect(formsForEpisodes(['first', 'second'], PRACTICES.somerset)).toEqual([{ episodes: ['first', 'second'], extent: 'FULL', refersTo: null }]);
  });

  it('are one each, with its mandatory questions, that refers to the next (Kent)', () => {
    expect(formsForEpisodes(['first', 'second', 'third'], PRACTICES.kent)).toEqual([
      { episodes: ['first'], extent: 'MANDATORY_QUESTIONS', refersTo: 'second' },
      { episodes: ['second'], extent: 'MANDATORY_QUESTIONS', refersTo: 'third' },
      { episodes: ['third'], extent: 'FULL', refersTo: null },
    ]);
  });

  it('are nobody\'s rule where the practice is silent, but one episode has one form everywhere', () => {
    expect(formsForEpisodes(['first', 'second'], SILENT_PRACTICE)).toBeNull();
    expect(formsForEpisodes(['first'], SILENT_PRACTICE)).toEqual([{ episodes: ['first'], extent: 'FULL', refersTo: null }]);
    expect(formsForEpisodes(['first'], PRACTICES.kent)).toEqual([{ episodes: ['first'], extent: 'FULL', refersTo: null }]);
    expect(formsForEpisodes([], PRACTICES.somerset)).toEqual([]);
  });
});

describe('offered and accepted in the yearly returns', () => {
  const flags = (outcome: OfferOutcome | null, contactRecorded = false): string => {
    const said = offeredAndAccepted({ outcome, contactRecorded }, undefined);
    return said === null ? 'silent' : `${said.offered}/${said.accepted ?? '-'} ${said.to}`;
  };

  it.each([
    ['ACCEPTED', 'Y/Y CHILD'],
    ['DECLINED_BY_YOUNG_PERSON', 'Y/N CHILD'],
    ['REFUSED_AFTER_BOOKING', 'Y/N CHILD'],
    ['DECLINED_BY_PARENT', 'Y/N PARENT'],
    ['PARENT_ACCEPTED_ADVICE_ONLY', 'Y/N PARENT'],
    ['ALREADY_ARRANGED', 'Y/NA CHILD'],
    ['NOT_APPROPRIATE', 'NA/NA CHILD'],
    ['SUBSEQUENT_MISSING_EPISODE', 'N/NA CHILD'],
    ['UNABLE_TO_ESTABLISH_CONTACT', 'silent'],
    ['UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', 'silent'],
    [null, 'Y/- CHILD'],
  ] as const)('of %s are %s', (outcome, said) => {
    expect(flags(outcome)).toBe(said);
  });

  it('of a further episode are offered only with a recorded contact', () => {
    expect(flags('SUBSEQUENT_MISSING_EPISODE', true)).toBe('Y/NA CHILD');
  });

  it('of a child who could not be reached are as the practice rules decide', () => {
    const unable = { offered: 'Y', accepted: 'NA' } as const;
    expect(offeredAndAccepted({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', contactRecorded: false }, unable)).toEqual({ offered: 'Y', accepted: 'NA', to: 'CHILD' });
    expect(offeredAndAccepted({ outcome: 'ACCEPTED', contactRecorded: false }, unable)).toMatchObject({ accepted: 'Y' });
  });

  it('of a further episode of which nobody knows whether a contact was recorded are not said', () => {
    expect(offeredAndAccepted({ outcome: 'SUBSEQUENT_MISSING_EPISODE', contactRecorded: null }, undefined)).toBeNull();
  });

  it('read back from the flags are never a contradiction', () => {
    const word = { Y: 'YES', N: 'NO', NA: 'NA' } as const;
    const read = OFFER_OUTCOMES.flatMap((outcome) => {
      const said = offeredAndAccepted({ outcome, contactRecorded: true }, undefined);
      return said === null ? [] : [offerOfFlags(word[said.offered], said.accepted === null ? null : word[said.accepted]).said];
    });
    expect(new Set(read)).toEqual(new Set(['OFFER']));
  });
});

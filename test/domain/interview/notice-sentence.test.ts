import { NOTICE_SENTENCE, sentenceShown } from '../../../src/domain/interview/notice-sentence.ts';

describe('the sentence beside an interview', () => {
  it('of the notice says that its details are not shared', () => {
    expect(sentenceShown('InterviewNotice', NOTICE_SENTENCE)).toBe(NOTICE_SENTENCE);
  });

  it.each(['RedactedInterview', 'FullInterview'])('of %s does not say that nothing is shared', (type) => {
    expect(sentenceShown(type, NOTICE_SENTENCE)).not.toContain('not shared here');
  });

  it('keeps that the child did not agree', () => {
    const said = ' The child did not agree that it is shared with you.';
    expect(sentenceShown('RedactedInterview', NOTICE_SENTENCE + said)).toMatch(/^The text approved for you .* The child did not agree that it is shared with you\.$/);
  });
});

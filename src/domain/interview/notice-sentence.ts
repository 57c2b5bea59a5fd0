/** What stands in the place of an interview for those who learn no more than that it took place or was refused, and when. */
export const NOTICE_SENTENCE = 'Details of the interview are not shared here. Please ask the child’s social worker.';

/** What stands beside what is shared, for those who read more than the notice; by the type they are shown. */
const BESIDE_WHAT_IS_SHARED: Readonly<Record<string, string>> = {
  RedactedInterview: 'The text approved for you is what is shared with you. For anything else please ask the child’s social worker.',
  FullInterview: 'This is the interview itself. What others are shown of it is decided for each of them.',
};

/** The fixed sentence of an interview as it is shown by this type; whatever is said beside it stays. */
export function sentenceShown(type: string, sentence: string): string {
  return sentence.replace(NOTICE_SENTENCE, BESIDE_WHAT_IS_SHARED[type] ?? NOTICE_SENTENCE);
}

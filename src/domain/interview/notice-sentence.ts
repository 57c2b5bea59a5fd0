/** What stands in the place of an interview for those who learn no more than that it took place or was refused, and when. */
export const NOTICE_SENTENCE = 'Details of the interview are not shared here. Please ask the child’s social worker.';

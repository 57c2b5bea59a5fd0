/** By which it is told that an interview another agency held is there. Fixed words: who is told opens the interview itself, as far as it is theirs. */
export const RECEIVED_INTERVIEW = { kind: 'INTERVIEW_RECEIVED', text: 'An interview with this child that another service held is here. Look at it, and say that you know.' } as const;

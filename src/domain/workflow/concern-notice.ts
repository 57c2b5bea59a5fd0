/** The kind of notice by which a concern is told: it is answered by a mutation of its own, with what is done about it. */
export const CONCERN_NOTICE = 'CONCERN';

/** What whoever is to answer a concern is told. */
export const CONCERN_WAITS = 'A concern about a child waits for an answer: what is done, by whom and by when.';

/** The kind of notice by which it is told that an action was not done in its time: its owner answers it by closing the action. */
export const OVERDUE_NOTICE = 'ACTION_OVERDUE';

/** No more than that something is overdue: a home never learns that there was a concern. */
export const OVERDUE_WORDS = 'Something that was to be done about a child is overdue.';

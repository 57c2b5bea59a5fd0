/** The kind of notice by which a concern is told: it is answered by a mutation of its own, with what is done about it. */
export const CONCERN_NOTICE = 'CONCERN';

/** What whoever is to answer a concern is told. */
export const CONCERN_WAITS = 'A concern about a child waits for an answer: what is done, by whom and by when.';

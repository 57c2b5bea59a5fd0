/** The kind of notice by which a concern is told: it is answered by a mutation of its own, with what is done about it. */
export const CONCERN_NOTICE = 'CONCERN';

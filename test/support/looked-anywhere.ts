/** Says of whatever passage a text may hold that it may stand: for tests of what comes after. */
export const LOOKED_ANYWHERE: readonly number[] = Array.from({ length: 500 }, (_, place) => place);

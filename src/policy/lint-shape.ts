/** Is this an object whose parts can be looked at? */
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Is this a text that says something? */
export const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

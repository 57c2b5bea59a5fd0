const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Is this the form of an id? PostgreSQL answers any other with an error that repeats it. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Could this be one of the hub's ids? Anything else is simply not found. */
export function looksLikeId(text: string): boolean {
  return UUID.test(text);
}

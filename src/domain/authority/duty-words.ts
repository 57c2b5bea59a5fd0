/** Which roles were told of an alert and have not answered, as a sentence; null where nobody was told before. */
export function notAnsweredBy(told: readonly string[]): string | null {
  const roles = told.map((addressee) => ROLE_WORDS[roleOf(addressee)] ?? roleOf(addressee).toLowerCase().replaceAll('_', ' '));
  return roles.length === 0 ? null : `Not answered by: ${roles.join(', ')}.`;
}

const ROLE_WORDS: Readonly<Record<string, string>> = { EDT: 'emergency duty team' };

/** Of `<role>:<agency>` the role. */
function roleOf(addressee: string): string {
  return addressee.split(':')[0] ?? addressee;
}

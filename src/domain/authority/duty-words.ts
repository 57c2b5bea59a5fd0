/** Which roles were told of an alert and have not answered, as a sentence; null where nobody was told before. */
export function notAnsweredBy(told: readonly string[]): string | null {
  const roles = [...new Set(told.map(roleInWords))];
  return roles.length === 0 ? null : `Not answered by: ${roles.join(', ')}.`;
}

/** The role of `<role>:<agency>` as a sentence names it. */
export function roleInWords(addressee: string): string {
  return ROLE_WORDS[roleOf(addressee)] ?? roleOf(addressee).toLowerCase().replaceAll('_', ' ');
}

const ROLE_WORDS: Readonly<Record<string, string>> = { EDT: 'emergency duty team' };

/** Of `<role>:<agency>` the role. */
function roleOf(addressee: string): string {
  return addressee.split(':')[0] ?? addressee;
}

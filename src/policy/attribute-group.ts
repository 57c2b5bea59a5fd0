/** The groups that sharing is decided by; each reaches further than a viewer may need. */
export type Group =
  | 'identity'
  | 'description'
  | 'placement'
  | 'home'
  | 'addresses'
  | 'numbers'
  | 'circumstances'
  | 'condition'
  | 'reported'
  | 'profiles'
  | 'provenance'
  | 'likeness'
  | 'interviews'
  | 'notes'
  | 'assessments'
  | 'steps'
  | 'concerns'
  | 'agreements'
  | 'locating'
  | 'intelligence'
  | 'notice'
  | 'redacted'
  | 'full'
  | 'parties'
  | 'facts'
  | 'sanitised'
  | 'content'
  | 'source'
  | 'result'
  | 'excerpt'
  | 'freshness'
  | 'counts'
  | 'sent';

/** The attributes of one family, by group. */
export type Attributes = Readonly<Partial<Record<Group, readonly string[]>>>;

/**
 * Not a field of its own: the sources' own record keys inside `provenance`. An authority's key quotes its child number, so
 * they go with the numbers.
 */
export const RECORD_KEYS = 'recordKeys';

const CELLS = ['test/policy/cells.test.ts'];

/** How the rules are asked, and what keeps them plain: noticed without a database. */
export const ASKED = [
  {
    name: 'policy: a rule opens every attribute of its type',
    file: 'src/policy/ability.ts',
    find: 'fields: [...fields],',
    replace: 'fields: [...allAttributesOf(family)],',
    tests: CELLS,
  },
  {
    name: 'policy: the ability is asked of the type and not of the row',
    file: 'src/policy/ability.ts',
    find: "ability.can('read', row, attribute)",
    replace: "ability.can('read', family, attribute)",
    tests: CELLS,
  },
  {
    name: 'policy: a relation holds beyond its end',
    file: 'src/policy/facts.ts',
    find: '(from ?? -Infinity) <= now && now < (until ?? Infinity)',
    replace: '(from ?? -Infinity) <= now && until !== now',
    tests: ['test/policy/facts.test.ts'],
  },
  {
    name: 'verdict: a level shows attributes that no met rule opens',
    file: 'src/policy/verdict.ts',
    find: 'permitted: new Set(shown.filter((field) => opened.has(field)))',
    replace: 'permitted: new Set(shown)',
    tests: ['test/policy/verdict.test.ts'],
  },
  {
    name: 'verdict: a home is told of levels it could never read',
    file: 'src/policy/verdict.ts',
    find: '.filter((field) => !opened.has(field) && isOpenedBy(standing.reaching, field))',
    replace: '.filter((field) => !opened.has(field))',
    tests: ['test/policy/verdict.test.ts'],
  },
  {
    name: 'verdict: a role to which intelligence is never open is told of the word',
    file: 'src/policy/verdict.ts',
    find: "const UNSPOKEN: readonly Group[] = ['intelligence', 'locating', 'profiles', 'concerns', 'reported'];",
    replace: 'const UNSPOKEN: readonly Group[] = [];',
    tests: ['test/policy/verdict.test.ts'],
  },
  {
    name: 'lint: a rule without a condition is taken',
    file: 'src/policy/lint-conditions.ts',
    find: '!isObject(conditions) || Reflect.ownKeys(conditions).length === 0',
    replace: '!isObject(conditions)',
    tests: ['test/policy/lint-rules.test.ts'],
  },
  {
    name: 'lint: a rule that opens a restricted child to others than those named is taken',
    file: 'src/policy/lint-conditions.ts',
    find: "isNamedAs('ADMITTED', named) || keepsView || awaits",
    replace: 'true',
    tests: ['test/policy/lint-rules.test.ts'],
  },
];

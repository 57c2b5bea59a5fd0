const ERRORS = ['test/api/errors.test.ts'];
const LIMITS = ['test/api/limits.test.ts'];
const MUTATIONS = ['test/api/mutations.test.ts'];

/** The GraphQL face: what is refused before it is run, and what an error says. */
export const API = [
  {
    name: 'api: an error repeats what the client wrote',
    file: 'src/api/error-map.ts',
    find: 'new HubError(\'BAD_INPUT\', inPlainWords(message, schemaWords))',
    replace: "new HubError('BAD_INPUT', message)",
    tests: ERRORS,
  },
  {
    name: 'api: an error names words that are not of the schema',
    file: 'src/api/plain-words.ts',
    find: "quoted.filter((name) => name.split('.').every((word) => words.names.has(word)))",
    replace: 'quoted',
    tests: ERRORS,
  },
  {
    name: 'api: an error of the inside is told with its words',
    file: 'src/api/error-map.ts',
    find: "return cause instanceof HubError && cause.code !== 'INTERNAL' ? cause : null;",
    replace: 'return cause instanceof HubError ? cause : null;',
    tests: ERRORS,
  },
  {
    name: 'api: the schema describes itself in production',
    file: 'src/api/graphql-server.ts',
    find: 'introspection: !production,',
    replace: 'introspection: production || !production,',
    tests: ERRORS,
  },
  {
    name: 'api: an answer may be stored',
    file: 'src/http/security-headers.ts',
    find: "'Cache-Control': 'no-store',",
    replace: '',
    tests: LIMITS,
  },
  {
    name: 'api: several requests come as one',
    file: 'src/api/graphql-server.ts',
    find: 'allowBatchedHttpRequests: false,',
    replace: 'allowBatchedHttpRequests: true,',
    tests: LIMITS,
  },
  {
    name: 'api: a query goes any number of levels deep',
    file: 'src/api/limits.ts',
    find: 'maxDepth: { n: DEPTH,',
    replace: 'maxDepth: { enabled: false, n: DEPTH,',
    tests: LIMITS,
  },
  {
    name: 'api: a query has a thousand aliases',
    file: 'src/api/limits.ts',
    find: 'maxAliases: { n: ALIASES,',
    replace: 'maxAliases: { enabled: false, n: ALIASES,',
    tests: LIMITS,
  },
  {
    name: 'api: a query has any number of words',
    file: 'src/api/graphql-server.ts',
    find: 'parseOptions: { maxLexicalTokens: MOST_TOKENS },',
    replace: 'parseOptions: {},',
    tests: LIMITS,
  },
  {
    name: 'api: lists within lists bring any number of rows',
    file: 'src/api/row-budget.ts',
    find: 'if (this.spent > MOST_ROWS) {',
    replace: 'if (this.spent < 0) {',
    tests: LIMITS,
  },
  {
    name: 'api: one request does any number of things',
    file: 'src/api/limits.ts',
    find: 'aliasLength, mutationLimit]',
    replace: 'aliasLength]',
    tests: MUTATIONS,
  },
  {
    name: 'api: a fragment hides how many things a request does',
    file: 'src/api/mutation-limit.ts',
    find: 'return sum + countFragment(context, selection.name.value, counted);',
    replace: 'return sum + Math.min(1, countFragment(context, selection.name.value, counted));',
    tests: MUTATIONS,
  },
  {
    name: 'api: what a mutation made is not read back through the gate',
    file: 'src/api/act.ts',
    find: "root === null ? null : await services.gate.row(caller.viewer, { root, wanted: tree, operation: operationOf(info), now })",
    replace: 'root === null ? null : { id: root.id, tree }',
    tests: MUTATIONS,
  },
  {
    name: 'api: a thing is done whose answer is refused',
    file: 'src/api/act.ts',
    find: '    budget.spend(tree, 1);',
    replace: '    budget.spend({}, tree === null ? 1 : 0);',
    tests: MUTATIONS,
  },
  {
    name: 'api: a wanted list has any size',
    file: 'src/gate/plan-cache.ts',
    find: 'Math.min(MOST_NESTED, Math.max(1, Math.trunc(first) || 1))',
    replace: 'Math.max(1, Math.trunc(first) || 1)',
    tests: ['test/gate/rows.test.ts'],
  },
];

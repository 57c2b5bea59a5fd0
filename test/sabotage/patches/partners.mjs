const REGISTERED = ['test/api/registered-operations.test.ts'];
const FEDERATION = ['test/journeys/federation.test.ts'];

/** What partners build on, and who may ask as a router. */
export const PARTNERS = [
  {
    name: 'partners: a document nobody registered is run all the same',
    file: 'src/http/graphql.route.ts',
    find: 'if (res.locals[REFUSED] !== undefined) {',
    replace: 'if (res.locals[REFUSED] === null) {',
    tests: REGISTERED,
  },
  {
    name: 'partners: a document brought under its own id is kept for whoever brings it',
    file: 'src/api/asked-operation.ts',
    find: 'if (!any) {',
    replace: "if (!any && !JSON.stringify(request).includes('sha256Hash')) {",
    tests: REGISTERED,
  },
  {
    name: 'partners: what a promised operation rests on may go',
    file: 'src/api/broken-promises.ts',
    find: 'changes.filter((change) => uses.has(coordinateOf(change)))',
    replace: 'changes.filter(() => uses.size === 0)',
    tests: ['test/api/broken-promises.test.ts'],
  },
  {
    name: 'partners: anybody is a router',
    file: 'src/http/router-only.ts',
    find: 'if (fits) {',
    replace: 'if (fits || keys.length > 0) {',
    tests: FEDERATION,
  },
  {
    name: 'partners: a batch of entities is not counted',
    file: 'src/api/federation/resolve-entities.ts',
    find: '  context.budget.spendEntities(asked.data.length);',
    replace: '',
    tests: FEDERATION,
  },
];

const FOLD = ['test/domain/fold/decided-matches.test.ts'];
const GATE = ['test/gate/match-review.test.ts'];
const DEED = ['test/actions/decide-match.test.ts'];

/** Who is one child: joined by everybody who answers, kept apart by anybody, and shown to nobody else before. */
export const MATCHING = [
  {
    name: 'matching: one authority joins the child of another',
    file: 'src/domain/fold/join-decided.ts',
    find: 'return responsible.length > 0 ? responsible.every((agency) => joinedBy.includes(agency))',
    replace: 'return responsible.length > 0 ? responsible.some((agency) => joinedBy.includes(agency))',
    tests: FOLD,
  },
  {
    name: 'matching: anybody joins a report that is nobody’s yet',
    file: 'src/domain/fold/join-decided.ts',
    find: ': candidates.some((agency) => joinedBy.includes(agency));',
    replace: ': candidates.length >= 0;',
    tests: FOLD,
  },
  {
    name: 'matching: only the sides of a pair have to agree, not what was joined to them before',
    file: 'src/domain/fold/join-decided.ts',
    find: 'responsible: [...new Set([...into.responsible, ...from.responsible])],',
    replace: 'responsible: [],',
    tests: FOLD,
  },
  {
    name: 'matching: a join goes before whoever keeps the two apart',
    file: 'src/domain/fold/join-decided.ts',
    find: 'into.members.some((one) => from.members.some(',
    replace: 'into.members.every((one) => from.members.every(',
    tests: FOLD,
  },
  {
    name: 'matching: a pair says whose the other record is',
    file: 'src/gate/review-shape.ts',
    find: "const agencyOf = (row: string, side: Side): Sql => ownSide(row, side, sql.ref(`${row}.${side}_agency`));",
    replace: 'const agencyOf = (row: string, side: Side): Sql => sql.ref(`${row}.${side}_agency`);',
    tests: GATE,
  },
  {
    name: 'matching: a pair says how places compare with a child nobody there may see',
    file: 'src/gate/review-shape.ts',
    find: "where reason->>'of' not in ('POSTCODE', 'PLACEMENT') or",
    replace: "where reason->>'of' <> '' or",
    tests: GATE,
  },
  {
    name: 'matching: the second wall shows pairs of restricted children to every coordinator',
    file: 'src/store/migrations/migration-0007-matching.ts',
    find: "and (restricted = 'NO' or",
    replace: "and (restricted <> '' or",
    tests: GATE,
  },
  {
    name: 'matching: whoever knows two record ids decides on them',
    file: 'src/actions/pair-seen.ts',
    find: 'if (!sides.every((side) => isSeen(scene, side)) && !shown.some((row) => isSeen(scene, row))) {',
    replace: 'if (sides.length === 0) {',
    tests: DEED,
  },
  {
    name: 'matching: whoever sees a pair decides on it',
    file: 'src/actions/pair-seen.ts',
    find: 'if (![...sides, ...shown].some((row) => mayDo(viewer, scene.action, row))) {',
    replace: 'if (sides.length === 0) {',
    tests: DEED,
  },
  {
    name: 'matching: the other authority is not asked',
    file: 'src/actions/decide-match.ts',
    find: 'if (waits) {',
    replace: 'if (waits && after) {',
    tests: DEED,
  },
  {
    name: 'grabs: every record of an authority claims the child, also one that says it is another’s',
    file: 'src/domain/fold/relations.ts',
    find: 'persons.filter((person) => !isOfAnotherAuthority(person, context) && !saysAnothers(person, context))',
    replace: 'persons.filter((person) => !saysAnothers(person, context))',
    tests: ['test/leaks/access-grabs.test.ts'],
  },
  {
    name: 'grabs: intelligence makes its force an involved one',
    file: 'src/domain/fold/fold-child.ts',
    find: 'relationsOf({ persons, placements, episodes }, context);',
    replace: 'relationsOf({ persons, placements, episodes }, context);\n  (relations.forces as object[]).push(...kept.told.intelligence.map(({ ref: { agency } }) => ({ agency, from: null, until: null })));',
    tests: ['test/leaks/access-grabs.test.ts'],
  },
  {
    name: 'grabs: a host places the child in anybody’s home',
    file: 'src/actions/record-placement.ts',
    find: "home.authority !== agency && !responsible.includes(agency)",
    replace: 'home.authority !== agency && responsible.length > 99',
    tests: ['test/leaks/access-grabs-by-people.test.ts'],
  },
  {
    name: 'erased: the bytes of a message that was refused stay',
    file: 'src/store/write/erase/erasure-store.ts',
    find: 'or d.id in (select q.document from quarantine q where ${REFUSED})',
    replace: 'or false and (${REFUSED.length} = 0)',
    tests: ['test/leaks/erased.test.ts'],
  },
  {
    name: 'erased: the bytes of a file that said it all again stay',
    file: 'src/store/write/erase/erasure-store.ts',
    find: 'or d.already > 0 and',
    replace: 'or d.already > 9999 and',
    tests: ['test/leaks/erased.test.ts'],
  },
  {
    name: 'erased: an extract that waits goes on naming the child',
    file: 'src/store/write/erase/erasure-store.ts',
    find: 'set would_retract = null',
    replace: 'set would_retract = would_retract',
    tests: ['test/leaks/erased.test.ts'],
  },
];

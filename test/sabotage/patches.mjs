/**
 * One-line patches, each of which takes out one rule, mask or check. `find` stands exactly once in `file`; with `replace` in
 * its place at least one of `tests` must go red. `npm run sabotage` tries them all.
 */
export const PATCHES = [
  {
    name: 'gate: an attribute no rule opens is not masked',
    file: 'src/gate/rowset.ts',
    find: 'return opensAlways(rows, attribute) ? value : sql`case when ${rows.opens([attribute])} then ${value} end`;',
    replace: 'return value;',
    tests: ['test/gate/rows.test.ts'],
  },
  {
    name: 'gate: rows that met no rule are there',
    file: 'src/gate/rowset.ts',
    find: 'where: sql`${bits} <> 0`,',
    replace: 'where: sql`true`,',
    tests: ['test/gate/rows.test.ts'],
  },
  {
    name: "gate: a cursor made for another viewer is taken",
    file: 'src/gate/cursor.ts',
    find: '|| !timingSafeEqual(bytes.subarray(ID_BYTES), sealOf(viewer, list, id))',
    replace: '',
    tests: ['test/gate/pages.test.ts'],
  },
];

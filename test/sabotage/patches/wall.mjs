const TOLD = 'src/store/migrations/migration-0002-interviews.ts';
const WORDS = 'src/store/migrations/second-wall.ts';
const HOUSE = 'src/store/migrations/migration-0001-house.ts';
const WALLS = ['test/store/walls.test.ts'];
const BEHIND = ['test/gate/second-wall.test.ts'];
const NO_OTHER = ['test/gate/no-other-way-out.test.ts'];
const ALERTS = ['test/actions/alerts.test.ts'];

/** The second wall: each of its bounds, with the policy's own filter out of the way. */
export const WALL = [
  {
    name: 'wall: a level is open beyond the ceiling of the role',
    file: WORDS,
    find: "export const reaches = (level: string): string => `(select array_position(${setting('ceiling')}::text[], '${level}')) is not null`;",
    replace: "export const reaches = (level: string): string => `${setting('ceiling')} is not null and '${level}' <> ''`;",
    tests: WALLS,
  },
  {
    name: 'wall: an agency without standing sees the rows',
    file: TOLD,
    find: 'agencies @> array[${AGENCY}] and (${stands})',
    replace: '${AGENCY} is not null and (${stands} or true)',
    tests: WALLS,
  },
  {
    name: 'wall: a relation counts that is over',
    file: WORDS,
    find: '`coalesce(${name}_during[array_position(${name}, ${AGENCY})] @> ${NOW}, false)`',
    replace: '`coalesce(array_position(${name}, ${AGENCY}) > 0, false)`',
    tests: BEHIND,
  },
  {
    name: 'wall: what is restricted is open to whoever stands to the child',
    file: TOLD,
    find: " and (restricted = 'NO' or ${is('ADMITTED')}${awaiting}${kept})",
    replace: '',
    tests: WALLS,
  },
  {
    name: 'wall: any role of the authority sees what awaits names',
    file: TOLD,
    find: " and (select ${setting('role')}) = 'TEAM_MANAGER'",
    replace: '',
    tests: WALLS,
  },
  {
    name: 'wall: the narrow view stays when the child is back',
    file: TOLD,
    find: "(missing_now = 'YES' and ${AGENCY} = any (keeps))",
    replace: '${AGENCY} = any (keeps)',
    tests: WALLS,
  },
  {
    name: "wall: one recipient's text is open to another",
    file: TOLD,
    find: ' and (recipient = ${AGENCY} or recipient = ${PERSON})',
    replace: '',
    tests: WALLS,
  },
  {
    name: 'wall: a text is open when its release is over',
    file: TOLD,
    find: ' and released_during @> ${NOW}`',
    replace: '`',
    tests: WALLS,
  },
  {
    name: 'wall: emergency access reaches the source of intelligence',
    file: TOLD,
    find: "level === 'source' ? reaches(level) :",
    replace: '',
    tests: WALLS,
  },
  {
    name: 'wall: emergency access is open to a role that cannot have it',
    file: TOLD,
    find: "(${reaches('emergency')} and ${is('EMERGENCY')})",
    replace: "${is('EMERGENCY')}",
    tests: WALLS,
  },
  {
    name: 'wall: a home reaches the whole interview',
    file: TOLD,
    find: "const SERVICES = ['responsible', 'hosts', 'forces'];",
    replace: "const SERVICES = ['responsible', 'hosts', 'forces', 'providers'];",
    tests: WALLS,
  },
  {
    name: 'wall: whose child it is stands there without the key',
    file: TOLD,
    find: "${reaches('whose')} and key = ${setting('asked')}",
    replace: "${reaches('whose')}",
    tests: WALLS,
  },
  {
    name: 'wall: whose child it is stands there for a role that may not ask',
    file: TOLD,
    find: "${reaches('whose')} and key = ${setting('asked')}",
    replace: "key = ${setting('asked')}",
    tests: WALLS,
  },
  {
    name: 'wall: a notice is open to those it is not for',
    file: TOLD,
    find: `and "to" && array[\${PERSON}, (select \${setting('role')} || ':' || \${AGENCY})] and`,
    replace: 'and',
    tests: WALLS,
  },
  {
    name: 'wall: a notice is open before its time',
    file: TOLD,
    find: ' and visible_from <= ${NOW})`',
    replace: ')`',
    tests: WALLS,
  },
  {
    name: 'wall: a step of an alert that was answered before its time is open later',
    file: 'src/store/migrations/migration-0019-alerts.ts',
    find: ' and (acknowledged_at is null or acknowledged_at >= visible_from)',
    replace: '',
    tests: ALERTS,
  },
  {
    name: 'wall: a table is not closed to its owner',
    file: TOLD,
    find: 'this.addSql(`alter table ${table} force row level security`);',
    replace: '',
    tests: NO_OTHER,
  },
  {
    name: 'wall: a decision can be taken away',
    file: TOLD,
    find: 'grant select, insert on decision to homeward_writer',
    replace: 'grant select, insert, update, delete on decision to homeward_writer',
    tests: NO_OTHER,
  },
  {
    name: 'wall: a decision can be read by the reader',
    file: TOLD,
    find: 'grant select, insert on decision to homeward_writer',
    replace: 'grant select, insert on decision to homeward_writer, homeward_reader',
    tests: NO_OTHER,
  },
  {
    name: 'wall: a disclosure is written in the name of another',
    file: HOUSE,
    find: "agency = ${AGENCY} and actor = ${setting('person')} and role = ${setting('role')})`",
    replace: "${AGENCY} is not null)`",
    tests: ['test/gate/disclosures.test.ts'],
  },
  {
    name: 'wall: disclosures are open to who is no controller of them',
    file: HOUSE,
    find: "${reaches('disclosures')} and ${AGENCY} = any (controllers)",
    replace: "${reaches('disclosures')}",
    tests: BEHIND,
  },
  {
    name: 'wall: quarantine entries are open to those they are not shown to',
    file: HOUSE,
    find: "${reaches('quarantine')} and ${AGENCY} = any (shown_to)",
    replace: "${reaches('quarantine')}",
    tests: BEHIND,
  },
  {
    name: 'wall: the reader sees the raw bytes of a document',
    file: HOUSE,
    find: 'grant select (id, agency,',
    replace: 'grant select (bytes, id, agency,',
    tests: NO_OTHER,
  },
];

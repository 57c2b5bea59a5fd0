const RAISE = ['test/actions/raise-concern.test.ts'];
const ANSWER = ['test/actions/answer-concern.test.ts'];
const RECORDS = ['test/actions/case-records.test.ts'];
const CLOSED = ['test/actions/out-of-a-closed-interview.test.ts'];
const MOVED = ['test/actions/concerns-after-a-restriction.test.ts'];
const WHO = 'src/actions/who-answers.ts';

/** What is raised of a child, who hears of it, and what is written beside the interview. */
export const CONCERNS = [
  {
    name: 'concerns: an allegation restricts nothing',
    file: 'src/actions/raise-concern.ts',
    find: "  if (concern === 'ALLEGATION') {\n    await restrict",
    replace: "  if (concern === 'HARM_DISCLOSED' && excluded.length > 99) {\n    await restrict",
    tests: RAISE,
  },
  {
    name: 'concerns: an allegation lets back in whom an earlier one shut out',
    file: 'src/actions/restrict-for-allegation.ts',
    find: '[...new Set([...before.excluded, ...alleged.excluded])].sort()',
    replace: '[...alleged.excluded].sort()',
    tests: RAISE,
  },
  {
    name: 'concerns: of somebody unnamed the social worker, who may be the one, is let in',
    file: 'src/actions/restrict-for-allegation.ts',
    find: 'excluded.length === 0 ? [] : open(peopleNamedAs',
    replace: 'excluded.length < 0 ? [] : open(peopleNamedAs',
    tests: RAISE,
  },
  {
    name: 'concerns: of a restricted child a post is asked, whoever stands in it',
    file: WHO,
    find: "facts.restricted === 'NO' ? null : (who",
    replace: "facts.restricted !== 'MAYBE' ? null : (who",
    tests: RAISE,
  },
  {
    name: 'concerns: of a restricted child is asked who may not read what they answer',
    file: WHO,
    find: "named && readableAttributes(abilityOf(who), 'Concern', facts).size > 0 && mayDo(who, 'acknowledgeConcern', { family: 'Concern', facts })",
    replace: 'named',
    tests: RAISE,
  },
  {
    name: 'concerns: answered though somebody answered before',
    file: 'src/actions/acknowledge-concern.ts',
    find: '    if (concern.answered) {',
    replace: '    if (concern.answered && concern.revision !== input.revision) {',
    tests: ANSWER,
  },
  {
    name: 'concerns: an answer leaves the others to be asked',
    file: 'src/actions/acknowledge-concern.ts',
    find: 'await settleAlert(scene.em, { about: concern.id }',
    replace: 'await settleAlert(scene.em, { about: action.id }',
    tests: ANSWER,
  },
  {
    name: 'concerns: what a home is to do names whom the child was with',
    file: 'src/actions/action-owner.ts',
    find: '  if (told !== null) {',
    replace: '  if (told === home) {',
    tests: ANSWER,
  },
  {
    name: 'concerns: a step says what the record of it says',
    file: 'src/actions/record-case-record.ts',
    find: 'addressee: null, outcome: null, words: null',
    replace: 'addressee: null, outcome: said.outcome, words: null',
    tests: RECORDS,
  },
  {
    name: 'concerns: a record of another agency is changed',
    file: 'src/actions/case-record-changed.ts',
    find: 'if (standing.agency !== scene.actor.viewer.agency) {',
    replace: "if (standing.agency === '') {",
    tests: RECORDS,
  },
  {
    name: 'concerns: what was heard in a closed interview is as open as the child',
    file: 'src/domain/fold/fold-case.ts',
    find: '...closed(concern.payload.interview) }',
    replace: '...closed(null) }',
    tests: CLOSED,
  },
  {
    name: 'concerns: an action that comes from a closed interview is as open as the child',
    file: 'src/domain/fold/case-closed.ts',
    find: 'return concern === undefined ? hangsFrom : concern.payload.interview;',
    replace: 'return concern === undefined ? null : concern.payload.interview;',
    tests: CLOSED,
  },
  {
    name: 'concerns: whoever held a closed interview reads what comes from it',
    file: 'src/domain/fold/case-closed.ts',
    find: "named.filter(({ agency }) => !agency.startsWith('AUTHOR:'))",
    replace: 'named',
    tests: ['test/domain/fold/case-closed.test.ts'],
  },
  {
    name: 'concerns: heard in a closed interview is put before posts',
    file: 'src/actions/raise-concern.ts',
    find: "if (interview?.restricted !== 'YES') {",
    replace: "if (interview?.restricted !== 'NO' || child.restricted === 'NO') {",
    tests: CLOSED,
  },
  {
    name: 'concerns: an action says to everybody who reads it that a concern stands behind it',
    file: 'src/policy/rules/service.ts',
    find: "mayRead(standing, 'CaseAction', 'steps', ...besides),",
    replace: "mayRead(standing, 'CaseAction', 'steps', 'concerns', ...besides),",
    tests: CLOSED,
  },
  {
    name: 'concerns: reaches those whose turn never came, once it is answered',
    file: 'src/domain/fold/fold-case.ts',
    find: 'chain.filter(({ from }) => from <= answeredAt)',
    replace: 'chain.filter(({ from }) => from <= answeredAt + from)',
    tests: ['test/domain/fold/case.test.ts'],
  },
  {
    name: 'concerns: one that waits stays before those whom a later restriction shuts out',
    file: 'src/actions/after-restriction.ts',
    find: '  await moveConcerns(scene, on);\n',
    replace: '',
    tests: MOVED,
  },
  {
    name: 'concerns: a restriction begins the time to answer anew',
    file: 'src/domain/authority/chain-moved.ts',
    find: 'const until = step.until - passed;',
    replace: 'const until = step.until - 0 * passed;',
    tests: MOVED,
  },
  {
    name: 'concerns: what somebody was told of a child is shown to them once they are shut out',
    file: 'src/store/write/open-to.ts',
    find: 'update briefing_notice n set open_to = ${OF_CHILD}',
    replace: 'update briefing_notice n set open_to = n.open_to',
    tests: MOVED,
  },
  {
    name: 'concerns: a manager is named where one is left who may lift the restriction',
    file: 'src/actions/name-manager.ts',
    find: ' || mayLift(services.directory(), row.facts).length > 0',
    replace: '',
    tests: MOVED,
  },
  {
    name: 'concerns: an officer of whom the allegation is made names who decides on it',
    file: 'src/actions/name-manager.ts',
    find: ' || isShutOut(standing, actor.viewer.person)',
    replace: '',
    tests: MOVED,
  },
  {
    name: 'concerns: what was to be done is overdue before nobody',
    file: 'src/actions/acknowledge-concern.ts',
    find: '    await tellWhenOverdue(',
    replace: '    if (due < 0) await tellWhenOverdue(',
    tests: MOVED,
  },
];

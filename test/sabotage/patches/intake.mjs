const QUARANTINE = ['test/journeys/quarantine.test.ts'];
const DISMISSED = ['test/ingest/dismissed.test.ts'];
const ADMISSION = ['test/ingest/admission.test.ts'];
const INBOX = ['test/ingest/inbox.test.ts'];
const TRIED = ['test/ingest/try-delivery.test.ts'];
const OPEN = ['test/ingest/open-files.test.ts'];

/** What comes in, and what people do about what could not: nothing lost, nothing shown further than it may. */
export const INTAKE = [
  {
    name: 'intake: the words of a refused document are open to whoever is shown the entry',
    file: 'src/policy/rules/hub-work.ts',
    find: "when: { agency: OWN_AGENCY } }, 'QuarantineEntry', 'identity', 'excerpt')",
    replace: "when: { shownTo: OWN_AGENCY } }, 'QuarantineEntry', 'identity', 'excerpt')",
    tests: ['test/policy/cells.test.ts'],
  },
  {
    name: 'intake: an entry counts as HIGH no more when another agency has read it',
    file: 'src/gate/work-shapes.ts',
    find: "and not ${slot('agency')} = any (${sql.ref(`${row}.read_agencies`)})",
    replace: "and cardinality(${sql.ref(`${row}.read_agencies`)}) = 0",
    tests: QUARANTINE,
  },
  {
    name: 'intake: an authority settles what a force sent',
    file: 'src/policy/action-rules.ts',
    find: "may({ agency: OWN_AGENCY }, 'QuarantineEntry', 'replayQuarantine', 'mendDocument', 'dismissQuarantine')",
    replace: "may({ shownTo: OWN_AGENCY }, 'QuarantineEntry', 'replayQuarantine', 'mendDocument', 'dismissQuarantine')",
    tests: ['test/policy/may-do.test.ts'],
  },
  {
    name: 'intake: one entry that is not the actor’s is passed over',
    file: 'src/actions/quarantine-seen.ts',
    find: 'if (seen.length !== wanted.length) {',
    replace: 'if (seen.length === 0) {',
    tests: QUARANTINE,
  },
  {
    name: 'intake: a mended text that is refused again settles the entry',
    file: 'src/ingest/close-documents.ts',
    find: 'if (mends && entries.length === 0) {',
    replace: 'if (mends) {',
    tests: QUARANTINE,
  },
  {
    name: 'intake: what was dismissed is open again with every reading of its document',
    file: 'src/store/write/quarantine-store.ts',
    find: " where quarantine.state <> 'DISMISSED'`",
    replace: '`',
    tests: DISMISSED,
  },
  {
    name: 'intake: one source may fill the whole door',
    file: 'src/ingest/admission.ts',
    find: 'const SHARE = 4;',
    replace: 'const SHARE = 1;',
    tests: ADMISSION,
  },
  {
    name: 'intake: whoever was held off keeps their place',
    file: 'src/ingest/admission.ts',
    find: '    } catch (error) {\n      leave();',
    replace: '    } catch (error) {',
    tests: ADMISSION,
  },
  {
    name: 'intake: what waits is let in without end',
    file: 'src/ingest/admission.ts',
    find: 'if (full(own, SHARE) || full(all, 1)) {',
    replace: 'if (full(all, 1)) {',
    tests: ADMISSION,
  },
  {
    name: 'intake: a file is taken while it is written',
    file: 'src/ingest/inbox/watch-inbox.ts',
    find: 'return now - before.since >= this.#terms.settledMs;',
    replace: 'return true;',
    tests: INBOX,
  },
  {
    name: 'intake: a link out of the inbox is followed',
    file: 'src/ingest/inbox/inbox-entries.ts',
    find: 'const found = await lstat(file);',
    replace: "const found = await (await import('node:fs/promises')).stat(file);",
    tests: INBOX,
  },
  {
    name: 'intake: a set unfolds without end',
    file: 'src/ingest/open-files.ts',
    find: 'if (room < 0 || files.length >= MOST_FILES) {',
    replace: 'if (files.length >= MOST_FILES) {',
    tests: OPEN,
  },
  {
    name: 'intake: a damaged file of a set is taken',
    file: 'src/ingest/open-files.ts',
    find: 'if (crc32(content) !== entry.crc32) {',
    replace: 'if (content.length !== entry.uncompressedSize) {',
    tests: OPEN,
  },
  {
    name: 'intake: a dry run stores the document',
    file: 'src/http/ingest.route.ts',
    find: 'if (dryRun) {',
    replace: 'if (dryRun && (await services.receive(delivery)).already) {',
    tests: ['test/http/ingest.test.ts'],
  },
  {
    name: 'intake: what only resembles a dry run is stored',
    file: 'src/http/read-dry-run.ts',
    find: 'if (named.some((name) => name !== NAME) ||',
    replace: 'if (',
    tests: ['test/http/ingest.test.ts'],
  },
  {
    name: 'intake: a dry run writes down what it would take',
    file: 'src/ingest/try-delivery.ts',
    find: "await execute(em, 'set transaction read only');",
    replace: "await execute(em, `insert into record (id, agency, system, kind, key, subject) values (gen_random_uuid(), 'a', 's', 'person', 'k', gen_random_uuid())`);",
    tests: TRIED,
  },
  {
    name: 'intake: a dry run tells what another system said',
    file: 'src/store/write/own-words.ts',
    find: '${statement}.document and d.agency = $2 and d.system = $3)`',
    replace: '${statement}.document and d.agency = $2 and $3::text is not null)`',
    tests: ['test/leaks/dry-run.test.ts'],
  },
  {
    name: 'intake: a dry run knows the bytes that another system sent',
    file: 'src/store/write/own-words.ts',
    find: 'where agency = $1 and system = $2 and adapter = $3 and sha256 = $4',
    replace: 'where agency = $1 and $2::text is not null and adapter = $3 and sha256 = $4',
    tests: ['test/leaks/dry-run.test.ts'],
  },
];

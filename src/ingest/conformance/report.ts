import type { CheckResult } from './check-adapter.ts';

/** Findings of one check that are told one by one. */
const TOLD = 10;
const MARKS = { PASSED: '✓', FAILED: '✗', SKIPPED: '-' } as const;

/** What became of the checks, in lines for a person: what holds, what does not, where, and how to mend it. */
export function reportLines(adapter: string, results: readonly CheckResult[]): string[] {
  const count = (state: CheckResult['state']): number => results.filter((result) => result.state === state).length;
  const seconds = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const skipped = count('SKIPPED') === 0 ? '' : `, ${String(count('SKIPPED'))} skipped`;
  return [
    ...results.flatMap(linesOf),
    `${adapter}: ${String(count('PASSED'))} passed, ${String(count('FAILED'))} failed${skipped}, ${seconds.toFixed(1)} s`,
  ];
}

function linesOf({ name, sentence, state, cases, milliseconds, findings, because }: CheckResult): string[] {
  const cost = state === 'SKIPPED' ? '' : ` (${String(cases)} cases, ${(milliseconds / 1000).toFixed(1)} s)`;
  const head = `${MARKS[state]} ${name.padEnd(12)} ${sentence}${cost}`;
  const told = findings.slice(0, TOLD).map(({ where, wrong, mend }) => `    ${where}: ${wrong} ${mend}`);
  const more = findings.length > TOLD ? [`    and ${String(findings.length - TOLD)} more`] : [];
  return [head, ...(because === null ? [] : [`    skipped: ${because}`]), ...told, ...more];
}

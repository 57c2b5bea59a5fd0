import type { Check, Finding } from './check.ts';
import { CHECKS } from './checks.ts';
import type { Subject } from './samples.ts';

/** What became of one check. */
export interface CheckResult {
  readonly name: string;
  readonly sentence: string;
  readonly state: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly cases: number;
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
  /** Of a skipped one: the adapter's reason. */
  readonly because: string | null;
}

const LEAST_REASON = 20;

/** Holds an adapter to the contract: every check, or the named ones, one after the other. */
export async function checkAdapter(subject: Subject, only: readonly string[] | null = null): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of CHECKS.filter(({ name }) => only?.includes(name) ?? true)) {
    results.push(await runCheck(check, subject));
  }
  return [...results, ...unfoundedSkips(subject)];
}

async function runCheck(check: Check, subject: Subject): Promise<CheckResult> {
  const { name, sentence } = check;
  const skip = subject.adapter.skips?.find(({ check: skipped, because }) => skipped === name && because.length >= LEAST_REASON);
  if (skip !== undefined) {
    return { name, sentence, state: 'SKIPPED', cases: 0, milliseconds: 0, findings: [], because: skip.because };
  }
  const began = performance.now();
  const { cases, findings } = await looking(() => check.run(subject));
  return { name, sentence, state: findings.length === 0 ? 'PASSED' : 'FAILED', cases, milliseconds: Math.round(performance.now() - began), findings, because: null };
}

/** An adapter that throws where it must not is a finding, not the end of the examination. */
async function looking(run: () => ReturnType<Check['run']>): Promise<Awaited<ReturnType<Check['run']>>> {
  try {
    return await run();
  } catch (error) {
    const name = error instanceof Error ? error.constructor.name : typeof error;
    const mend = 'Let parse and map answer with refusals; see the first line of the stack in adapters/.';
    return { cases: 0, findings: [{ where: placeOf(error), wrong: `The adapter throws a ${name}.`, mend }] };
  }
}

/** Where it was thrown; the words of a foreign error may repeat what was being read. */
function placeOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return /adapters\/[^\s)]+/.exec(lines.find((line) => /\badapters\//.test(line)) ?? '')?.[0] ?? 'adapter';
}

function unfoundedSkips({ adapter: { skips = [] } }: Subject): CheckResult[] {
  const findings = skips.flatMap(({ check, because }): Finding[] => {
    const known = CHECKS.some(({ name }) => name === check);
    return known && because.length >= LEAST_REASON ? [] : [{ where: `skips, ${check}`, wrong: known ? 'No reason is given.' : 'There is no such check.', mend: 'Name a check of this list, and say in a sentence why it cannot hold.' }];
  });
  const sentence = 'What is skipped is a check of this list, and says why.';
  return findings.length === 0 ? [] : [{ name: 'skips', sentence, state: 'FAILED', cases: skips.length, milliseconds: 0, findings, because: null }];
}

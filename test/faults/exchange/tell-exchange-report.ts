import { EXCHANGE_FAULTS, MOMENTS, type Fault, type Moment } from './exchange-plan.ts';
import type { ExchangeReport } from './exchange-run.ts';

const seconds = (milliseconds: number | undefined): string => (milliseconds === undefined ? 'none' : `${(milliseconds / 1000).toFixed(1)} s`);
const counted = (what: readonly unknown[]): string => String(what.length).padStart(5);

/** Prints what a run saw; false where anything differs from what it should be, or the run tried less than it was to try. */
export function tellExchangeReport(report: ExchangeReport, print: (line: string) => void): boolean {
  const { sent, arrivals, kills, recorded } = report;
  print(`\ninterviews ${String(recorded.length)}, transmissions ${String(sent.length)}, tries ${String(sent.reduce((sum, { tries }) => sum + tries, 0))}, messages at the network ${String(arrivals.length)}`);
  for (const [fault, what] of Object.entries(EXCHANGE_FAULTS)) {
    // The names are those of EXCHANGE_FAULTS.
    print(`  ${counted(arrivals.filter((arrival) => arrival.fault === (fault as Fault)))}: ${what}`);
  }
  for (const [moment, what] of Object.entries(MOMENTS)) {
    const then = kills.filter((kill) => kill.moment === (moment as Moment)); // The names are those of MOMENTS.
    print(`  killed: ${counted(then.filter(({ side }) => side === 'SENDER'))} of the sender, ${counted(then.filter(({ side }) => side === 'RECEIVER'))} of the receiver: ${what}`);
  }
  tellEnds(report, print);
  const faults = exchangeFaultsOf(report);
  faults.forEach((fault) => {
    print(fault);
  });
  print(faults.length === 0 ? 'equal: each in effect once, none lost, none after its withdrawal' : 'FAILED');
  return faults.length === 0;
}

function tellEnds({ sent, arrivals, recorded }: ExchangeReport, print: (line: string) => void): void {
  const ends = Map.groupBy(sent, ({ state, fault, act }) => `${act} ${state}${state === 'ACKNOWLEDGED' ? '' : ` (${fault ?? 'no cause'})`}`);
  for (const [end, all] of [...ends].sort(([one], [other]) => (one < other ? -1 : 1))) {
    print(`  ${counted(all)}: ${end}`);
  }
  const answers = arrivals.flatMap((arrival) => arrival.answers.map((answer) => ({ answer, transmission: arrival.transmission })));
  const taken = answers.filter(({ answer }) => answer === 'ACCEPTED' || answer === 'ALREADY_HELD');
  print(`doubles absorbed ${String(taken.length - new Set(taken.map(({ transmission }) => transmission)).size)}, refused by a receipt ${String(answers.filter(({ answer }) => answer === 'REFUSED').length)}`);
  const withdrawn = recorded.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
  print(`withdrawn ${String(withdrawn)}, of which too late ${String(sent.filter(({ tooLate }) => tooLate).length)}; amended ${String(recorded.filter(({ amended }) => amended).length)}`);
  const took = sent.flatMap((one) => one.took ?? []).sort((one, other) => one - other);
  print(`from made to acknowledged: median ${seconds(took[Math.floor(took.length / 2)])}, 95th ${seconds(took[Math.floor(took.length * 0.95)])}, longest ${seconds(took.at(-1))}`);
}

/** What is wrong, a sentence each; ids alone. */
export function exchangeFaultsOf(report: ExchangeReport): string[] {
  const { settled, asked, recorded, unsprung } = report;
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [report.unmade, 'interviews have not exactly one transmission'],
    [report.lost, 'transmissions are lost: they came to no end, or to one without a cause in the run'],
    [report.notOnce, 'are not in effect exactly once at the receiver'],
    [report.otherWords, 'interviews say something else at the receiver than where they were recorded'],
    [report.leftAfterwards, 'left after their withdrawal was committed'],
    [report.unlisted, 'were withdrawn when they had left and are not listed, or not told of once; or the other way round'],
    [report.unproven, 'receipts do not hold'],
  ];
  return [
    ...(settled ? [] : ['The time was over before everything was through.']),
    ...(recorded.length === asked ? [] : [`Only ${String(recorded.length)} of ${String(asked)} interviews were recorded.`]),
    ...(unsprung.length === 0 ? [] : [`${String(unsprung.length)} planned kills never came about: send more messages, or fewer kills.`]),
    ...wrong.flatMap(([ids, what]) => (ids.length === 0 ? [] : [`${String(ids.length)} ${what}; the first: ${ids[0] ?? ''}.`])),
  ];
}

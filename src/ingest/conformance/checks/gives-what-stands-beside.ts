import { ERRORS } from '../../../domain/errors.ts';
import { PAYLOAD_VERSION, readPayload } from '../../../domain/observation/payload-schema.ts';
import { allOf, type Check, type Finding, type Looked } from '../check.ts';
import { readBytes, type Outcome } from '../read-outcome.ts';
import { firstDifference, wordsOf } from '../same-words.ts';
import type { Sample, Subject } from '../samples.ts';

const PLACE = /^(\S+ )?(line \d+|\/)/;

/** The heart of it: a file in, the statements expected of it out. */
export const givesWhatStandsBeside: Check = {
  name: 'samples',
  sentence: 'Every sample gives the observations, refusals and warnings that stand beside it, each in its shape.',
  async run(subject) {
    if (subject.samples.length === 0) {
      return { cases: 0, findings: [{ where: 'samples/', wrong: 'There is no sample.', mend: 'Put an invented file there, named for its situation.' }] };
    }
    return allOf(...(await Promise.all(subject.samples.map((sample) => lookAtSample(subject, sample)))));
  },
};

async function lookAtSample(subject: Subject, sample: Sample): Promise<Looked> {
  const outcome = await readBytes(subject, sample.bytes);
  return { cases: 1, findings: [...beside(sample, outcome), ...shapes(sample, outcome), ...refusals(sample, outcome)] };
}

function beside({ name, expected }: Sample, outcome: Outcome): Finding[] {
  if (expected === null) {
    return [{ where: name, wrong: 'Nothing beside it says what it must give.', mend: `Run npm run samples -- <id>, then read every line of ${name}'s expected file.` }];
  }
  const path = firstDifference(expected, outcome);
  return path === null ? [] : [{ where: name, wrong: `It gives something else at ${path}.`, mend: 'Mend the adapter; or, where the new answer is right, write the expected file anew and read it.' }];
}

function shapes({ name }: Sample, { observations }: Outcome): Finding[] {
  return observations.flatMap(({ kind, payload }, at) => {
    const found = { where: `${name}, observation ${String(at)}`, mend: `Give a ${kind} the fields of src/domain/observation/observation.ts.` };
    try {
      return wordsOf(readPayload(kind, PAYLOAD_VERSION, payload)) === wordsOf(payload) ? [] : [{ ...found, wrong: `The ${kind} payload changes when it is stored.` }];
    } catch {
      return [{ ...found, wrong: `The ${kind} payload does not have its shape.` }];
    }
  });
}

function refusals({ name }: Sample, { refusals: refused }: Outcome): Finding[] {
  return refused.flatMap(({ code, place, reason, remedy }, at) =>
    code in ERRORS && PLACE.test(place) && reason !== '' && remedy !== ''
      ? []
      : [{ where: `${name}, refusal ${String(at)}`, wrong: 'It lacks a known code, a line or path, a reason or a remedy.', mend: 'Give all four: see Refusal in src/ingest/adapter-contract.ts.' }],
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packFiles } from '../../src/ingest/pack-files.ts';
import { aSet } from './a-return-journey.ts';
import type { Sending } from './a-running-hub.ts';

/** One workflow step of Mosaic about one child, with its answers by the filter's name; times are London's. */
export interface MosaicStep {
  readonly step: string;
  readonly child: string;
  readonly started: string;
  readonly completed?: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** A set of Mosaic's reporting warehouse: the children (key, given name, date of birth), and every step about them so far. */
export function mosaicSet(children: readonly (readonly [key: string, forename: string, born: string])[], steps: readonly MosaicStep[]): Promise<Uint8Array<ArrayBuffer>> {
  return aSet({
    'DM_PERSONS.csv': ['PERSON_ID,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,GENDER,RESTRICTED', ...children.map(([key, forename, born]) => `${key},${forename},Testfield,${born},F,N`)],
    'DM_SUBGROUP_SUBJECTS.csv': ['SUBGROUP_ID,SUBJECT_TYPE_CODE,SUBJECT_COMPOUND_ID', ...steps.map(({ step, child }) => `S${step},PER,${child}`)],
    'dm_filter_form_answers.csv': [
      'WORKFLOW_STEP_ID,FILTER_NAME,TEXT_ANSWER,SUBJECT_PERSON_ID',
      ...steps.flatMap(({ step, answers }) => Object.entries(answers).map(([filter, answer]) => `${step},${filter},${answer},0`)),
    ],
    'dm_workflow_steps.csv': ['WORKFLOW_STEP_ID,SUBGROUP_ID,STARTED_ON,COMPLETED_ON,IS_MISSING_OR_ABSENT', ...steps.map(({ step, started, completed = '' }) => `${step},S${step},${started},${completed},Y`)],
  });
}

/** One of the adapter's own sets, packed as Southvale's system sends it. */
export async function sampleOfMosaic(name: string, extracted: string): Promise<Sending> {
  const folder = path.join(import.meta.dirname, '../../adapters/mosaic/samples', name);
  const packed = await packFiles(readdirSync(folder).map((file) => ({ name: file, bytes: readFileSync(path.join(folder, file)) })));
  return { adapter: 'mosaic', as: 'southvale-mosaic-client', bytes: new Uint8Array(packed), extracted };
}

import { fold } from '../domain/fold/fold.ts';
import { touchKeys } from '../domain/fold/touch-keys.ts';
import type { asWriter } from '../store/database.ts';
import { loadClosure } from '../store/write/load-closure.ts';
import { storePicture } from '../store/write/picture-store.ts';
import { foldContext, type IngestServices } from './ingest-services.ts';

/** The inside of a writing transaction. */
export type Writing = Parameters<Parameters<typeof asWriter>[1]>[0];

/** Folds everything that the touched person records may affect, and shows it. Answers how many rows changed. */
export async function refreshPicture(em: Writing, services: IngestServices, touched: readonly string[]): Promise<number> {
  if (touched.length === 0) {
    return 0;
  }
  const context = foldContext(services);
  const closure = await loadClosure(em, touched, (said) => touchKeys(said, context));
  return storePicture(em, closure, fold(closure.observations, context));
}

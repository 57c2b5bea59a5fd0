import { fold } from '../domain/fold/fold.ts';
import { touchKeys } from '../domain/fold/touch-keys.ts';
import { loadClosure } from '../store/write/load-closure.ts';
import { decidedBeside, missingTogether, missingWith } from '../store/write/missing-together.ts';
import { storePicture, type PictureChanges } from '../store/write/picture-store.ts';
import { storeLikeness } from '../store/write/matching/likeness-store.ts';
import { storeReviews } from '../store/write/matching/review-store.ts';
import { settleTransmissions } from '../store/write/transmissions/settle-transmissions.ts';
import type { Writing } from '../store/database.ts';
import { alertOfActNow } from './alert-of-act-now.ts';
import { alertOfNews } from './alert-of-news.ts';
import { chaseAssessments } from './chase-assessments.ts';
import { foldContext, type IngestServices } from './ingest-services.ts';
import { keepInView } from './keep-in-view.ts';
import { sendDone } from './send-done.ts';
import { tellInterviewed } from './tell-interviewed.ts';
import { tellPlacing } from './tell-placing.ts';
import { tellReceived } from './tell-received.ts';
import { writeDownRegrouped } from './write-down.ts';

/** Folds everything that the touched person records may affect, and shows it. */
export async function refreshPicture(em: Writing, services: IngestServices, touched: readonly string[]): Promise<PictureChanges> {
  if (touched.length === 0) {
    return new Map();
  }
  const context = foldContext(services);
  const closure = await loadClosure(em, touched, (said) => touchKeys(said, context));
  const beside = await missingTogether(em, closure.subjects);
  const children = fold(closure.observations, context, { crowdedElsewhere: closure.crowded, told: closure.told, decisions: closure.decisions, together: missingWith(beside) });
  const { changes, regrouped } = await storePicture(em, closure, children);
  const { subjects, decisions } = closure;
  const at = services.clock();
  await storeLikeness(em, { subjects, persons: children.flatMap(({ alike }) => alike), at });
  await storeReviews(em, { subjects, decisions, children, at });
  await settleTransmissions(em, subjects, at);
  await writeDownRegrouped(em, services, regrouped);
  const shown = children.map(({ id }) => id);
  // Of a child that is gone nothing is left but the person record it stood under.
  const again = { em, services, now: at, posts: false };
  const all = [...new Set([...touched, ...shown])];
  await alertOfNews(again, all);
  await alertOfActNow(again, all);
  await sendDone(em, services, shown);
  await tellPlacing(em, services, shown);
  await tellReceived(again, all);
  await tellInterviewed(again, all);
  await chaseAssessments(em, services, { subjects: [...new Set([...touched, ...subjects])], children: shown });
  // Before whom a concern came is part of the picture, and so is who is missing with whom: what moved is shown by folding it once more, and moves nothing then.
  const moved = [...(await decidedBeside(em, beside, await missingTogether(em, subjects))), ...(await keepInView(again, shown))];
  await refreshPicture(em, services, [...new Set(moved)]);
  return changes;
}

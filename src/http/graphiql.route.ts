import { Router } from 'express';
import { graphiqlPage } from '../web/graphiql-page.ts';
import type { EditorOperation } from '../web/partner-operations.ts';
import { personaPicker, personaPickerStyle } from '../web/persona-picker.ts';
import { thisMachineOnly } from './this-machine-only.ts';

/** The editor writes its own style elements and draws its icons from data addresses; nothing comes from elsewhere. */
const EDITOR =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The query editor with the partners' operations, outside production and on this machine only. */
export function graphiqlRoutes(operations: readonly EditorOperation[]): Router {
  const router = Router();
  router.use(thisMachineOnly);
  router.use((_request, response, next) => {
    response.set('Content-Security-Policy', EDITOR);
    next();
  });
  router.get('/', (_request, response) => {
    response.type('html').send(graphiqlPage(operations));
  });
  router.get('/persona-picker.js', (_request, response) => {
    response.type('js').send(personaPicker);
  });
  router.get('/persona-picker.css', (_request, response) => {
    response.type('css').send(personaPickerStyle);
  });
  router.get('/:file', async (request, response, next) => {
    const file = (await editorFiles()).get(request.params.file);
    if (file === undefined) {
      next();
      return;
    }
    response.type(request.params.file).send(file);
  });
  return router;
}

/** Nine megabytes, read only when somebody opens the editor. */
async function editorFiles(): Promise<ReadonlyMap<string, string>> {
  const editor = await import('@graphql-yoga/render-graphiql/graphiql');
  return new Map([
    ['graphiql.js', editor.js],
    ['graphiql.css', editor.css],
    ['worker-editor.js', editor.editorWorkerService],
    ['worker-json.js', editor.jsonWorker],
    ['worker-graphql.js', editor.graphqlWorker],
  ]);
}

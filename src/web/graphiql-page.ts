import { html } from './html.ts';
import type { EditorOperation } from './partner-operations.ts';

/** The query editor, every part of it served by this hub. */
export function graphiqlPage(operations: readonly EditorOperation[]): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Homeward GraphiQL</title>
        <link rel="icon" href="/web/homeward.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/graphiql/graphiql.css" />
        <link rel="stylesheet" href="/graphiql/persona-picker.css" />
        <script defer src="/graphiql/persona-picker.js"></script>
        <script defer src="/graphiql/graphiql.js"></script>
      </head>
      <body id="body" class="no-focus-outline">
        <form id="persona-bar">
          <a href="/">Homeward</a>
          <label for="persona">You are</label>
          <select id="persona"></select>
          <label for="operation">and open</label>
          <select id="operation"></select>
          <output id="persona-said" for="persona"></output>
        </form>
        <div id="root" data-operations="${JSON.stringify(operations)}"><p>Loading the editor…</p></div>
        <noscript>The editor needs JavaScript. Everything it does can be done with POST /graphql.</noscript>
      </body>
    </html>`.text;
}

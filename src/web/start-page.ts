import { html, type Html } from './html.ts';
import { page } from './page.ts';

/** What the start page is told. */
export interface StartPage {
  readonly parts: Readonly<Record<string, boolean>>;
  readonly production: boolean;
  readonly commands: readonly { readonly title: string; readonly command: string }[];
  /** How much of the invented files is read; null once all of them are, or where there are none. */
  readonly reading: { readonly done: number; readonly of: number } | null;
}

/** What is here, whether it works, and how to begin; it shows nothing of any child. */
export function startPage({ parts, production, commands, reading }: StartPage): string {
  return page(
    'Homeward',
    html`<header>
        <img src="/web/homeward.svg" alt="" />
        <h1>Homeward</h1>
        <p class="lead">
          Homeward joins what police, councils and homes each know of a missing child into one picture, and shows each of
          them the part of it that is theirs.
        </p>
      </header>
      <main id="main">
        ${status(parts)} ${reading === null ? html`` : stillReading(reading)} ${production ? html`` : demonstration(commands)} ${always}
      </main>
      <footer>Every answer is decided by the hub's policy and written into its disclosure log before it is given.</footer>`,
  );
}

function status(parts: StartPage['parts']): Html {
  const items = Object.entries(parts).map(
    ([name, well]) => html`<li class="${well ? 'well' : 'ill'}">${name} <strong>${well ? 'ready' : 'not ready'}</strong></li>`,
  );
  return html`<ul class="status" aria-label="State of the service">
    ${items}
  </ul>`;
}

function stillReading({ done, of }: NonNullable<StartPage['reading']>): Html {
  return html`<p class="notice" role="status">
      The demonstration is still being read: ${of === 0 ? 'its files are being made and stored' : `${String(done)} of ${String(of)} files so far`}. What is read can be
      asked for already, and not all of it is there; load this page again to see how far it is.
    </p>`;
}

function demonstration(commands: StartPage['commands']): Html {
  const list = commands.map(
    ({ title, command }) =>
      html`<li>
        <h3>${title}</h3>
        <pre><code>${command}</code></pre>
      </li>`,
  );
  return html`<p class="notice">
      This is a demonstration. Every child, person and place in it is invented, and anyone at this computer can act as any of
      its personas.
    </p>
    <h2>Look around</h2>
    <ul class="cards">
      <li>
        <h3><a href="/graphiql">Ask questions in GraphiQL</a></h3>
        <p>Choose a persona, pick one of the partners' ready queries, and see what that persona is shown.</p>
      </li>
      <li>
        <h3><a href="/graphiql#morning-briefing">The morning briefing</a></h3>
        <p>Every child now missing or away for one authority: the first query that a coordinator runs each day.</p>
      </li>
    </ul>
    ${list.length === 0 ? html`` : html`<h2>Try it from a terminal</h2>`}
    <ol class="commands">
      ${list}
    </ol>`;
}

const always = html`<h2>For those who connect a system</h2>
  <ul class="cards">
    <li>
      <h3>POST /graphql</h3>
      <p>Questions, with a bearer token that says who asks. What comes back depends on role and relationship to the child.</p>
    </li>
    <li>
      <h3>POST /ingest/&lt;adapter&gt;</h3>
      <p>A source system's own files as they are. 202 means that the bytes are stored; the answer says where to look them up. With ?dryRun nothing is stored, and 200 says what would become of it.</p>
    </li>
    <li>
      <h3><a href="/schemas">/schemas</a></h3>
      <p>Every format the hub reads: its fields and what becomes of each, XML Schemas, and how to send it.</p>
    </li>
    <li>
      <h3><a href="/health/ready">/health/ready</a></h3>
      <p>Whether the hub can answer, for load balancers and for people.</p>
    </li>
  </ul>`;

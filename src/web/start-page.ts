import { html, type Html } from './html.ts';
import { page } from './page.ts';

/** What the start page is told. */
export interface StartPage {
  readonly parts: Readonly<Record<string, boolean>>;
  readonly production: boolean;
  readonly commands: readonly { readonly title: string; readonly command: string }[];
  /** How much of the demonstration is there; null where there is none. */
  readonly reading: { readonly done: number; readonly of: number; readonly over: boolean } | null;
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
        ${status(parts)} ${reading === null ? html`` : howMuchIsThere(reading)} ${production ? html`` : demonstration(commands)} ${always}
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

function howMuchIsThere({ done, of, over }: NonNullable<StartPage['reading']>): Html {
  if (over) {
    return html`<p class="notice" role="status">The demonstration is there: all of its files are read, and what its people did is told.</p>`;
  }
  return html`<p class="notice" role="status">
      The demonstration is still loading: ${howFar(done, of)}. What is there can be asked for already. Whoever acts on a child of the walk before it is all
      there may find a part of that child's story left out; load this page again to see how far it is.
    </p>`;
}

function howFar(done: number, of: number): string {
  if (of === 0) {
    return 'its files are being made and stored';
  }
  return done < of ? `${String(done)} of ${String(of)} files are read` : `all ${String(of)} files are read, and what its people did is being told`;
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

/** Content and permissions of a small HTML page. */
interface HtmlPage {
  readonly title: string;
  /** Markup. Text from a request must be escaped. */
  readonly content: string;
  /** @default 200 */
  readonly status?: number;
  /**
   * Targets that forms may submit or redirect to, as sources of the content security policy.
   * @default "'self'"
   */
  readonly formTargets?: string;
  /** The only script that the policy allows. */
  readonly script?: { readonly code: string; readonly nonce: string };
}

const style = `
:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--text:#16181d;--quiet:#565c68;--line:#848b99;--accent:#4338ca;--on-accent:#fff}
@media(prefers-color-scheme:dark){:root{--page:#101216;--card:#1b1e25;--text:#f1f2f5;--quiet:#a8aebb;--line:#7b8291;--accent:#a5b0ff;--on-accent:#12142b}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:400px;padding:32px;border-radius:12px;background:var(--card)}
h1{margin:0 0 8px;font-size:24px;line-height:1.25;text-wrap:balance}
p,ul{margin:0 0 16px;color:var(--quiet);overflow-wrap:anywhere}
ul{padding-inline-start:20px}
strong{color:var(--text)}
main>:last-child{margin-bottom:0}
label{display:block;margin-bottom:4px;font-weight:600}
input{width:100%;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:transparent;color:inherit;font:600 32px/1.4 ui-monospace,monospace;letter-spacing:.3em}
.actions{display:flex;flex-wrap:wrap;gap:12px;margin-top:24px}
button{flex:1 1 120px;min-height:44px;padding:8px 16px;border:1px solid var(--line);border-radius:8px;background:transparent;color:inherit;font:600 16px/1.4 system-ui,sans-serif;cursor:pointer}
button.main{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

/** Returns a self-contained page with one card in light or dark mode. It loads no other resources. */
export function htmlPage({ title, content, status = 200, formTargets = "'self'", script }: HtmlPage): Response {
  const policy = [
    "default-src 'none'",
    ...(script ? [`script-src 'nonce-${script.nonce}'`] : []),
    "style-src 'unsafe-inline'",
    `form-action ${formTargets}`,
    // Prevents clickjacking: no other page can embed this one and capture the click on Approve.
    "frame-ancestors 'none'",
  ];
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escapeMarkup(title)} – Discovr emulator</title><style>${style}</style></head>` +
    `<body><main><h1>${escapeMarkup(title)}</h1>${content}</main>` +
    `${script ? `<script nonce="${script.nonce}">${script.code}</script>` : ''}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      // The URL can contain a code, so it must not be sent to other sites or cached. With `no-referrer`, the forms of the
      // page would be submitted with the origin `null`, which a served emulator rejects.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}

/** Escapes a text for HTML and SVG content and quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

import { Writable } from 'node:stream';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

/** Renders on a server as a stream, and returns the HTML at its end. */
export async function streamed(node: ReactNode): Promise<string> {
  const html = await textOf(node);
  // After a render that was resumed, React keeps its contexts until the next stream. `renderToString` would see them.
  await textOf(null);
  return html;
}

function textOf(node: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = '';
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        html += chunk.toString();
        done();
      },
      final(done) {
        resolve(html);
        done();
      },
    });
    renderToPipeableStream(node, { onError: reject }).pipe(sink);
  });
}

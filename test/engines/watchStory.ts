declare global {
  interface Window {
    storyOutcome: StoryOutcome;
    __STORYBOOK_ADDONS_CHANNEL__?: Channel | undefined;
  }
}

/** What became of a story. */
interface StoryOutcome {
  isFinished: boolean;
  /** What went wrong, a line each. */
  faults: string[];
}

/** The part of Storybook's channel that is used. */
interface Channel {
  on(event: string, listener: (payload: never) => void): void;
}

interface Report {
  type: string;
  status: string;
  result?: { violations?: readonly { id: string; nodes: readonly { html: string }[] }[] };
}

/**
 * Writes down what becomes of the story of a page. Runs in the page before all its scripts, as text, so it uses nothing
 * from outside.
 */
export function watchStory(): void {
  const outcome: StoryOutcome = { isFinished: false, faults: [] };
  window.storyOutcome = outcome;
  const note = (kind: string, message: unknown) => outcome.faults.push(`${kind}: ${String(message).slice(0, 300)}`);

  addEventListener('error', (event) => {
    // Storybook observes the body, which changes its height when rails get their layout. The journey, where only the library
    // observes, accepts no such error.
    if (!event.message.startsWith('ResizeObserver loop')) note('error', event.message);
  });
  addEventListener('unhandledrejection', (event) => note('unhandled rejection', event.reason));

  const listen = (channel: Channel) => {
    // `storyFinished` calls a story whose play function threw a success.
    for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'])
      channel.on(event, (error: { message?: string; title?: string } | undefined) =>
        note(event, error?.message ?? error?.title),
      );
    channel.on('storyFinished', ({ reporters }: { reporters: readonly Report[] }) => {
      for (const { type, result } of reporters.filter(({ status }) => status === 'failed'))
        for (const { id, nodes } of result?.violations ?? [])
          note(`${type} ${id}`, nodes.map(({ html }) => html.slice(0, 120)).join(' '));
      outcome.isFinished = true;
    });
  };
  // Storybook assigns its channel once, before the story begins.
  let present: Channel | undefined;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => present,
    set: (channel: Channel) => {
      present = channel;
      listen(channel);
    },
  });
}

declare global {
  interface Window {
    storyOutcome: StoryOutcome;
    __STORYBOOK_ADDONS_CHANNEL__?: Channel | undefined;
  }
}

/** Result of a story. */
interface StoryOutcome {
  isFinished: boolean;
  /** One message per fault. */
  faults: string[];
}

/** The part of Storybook's channel used here. */
interface Channel {
  on(event: string, listener: (payload: never) => void): void;
}

interface Report {
  type: string;
  status: string;
  result?: { violations?: readonly { id: string; nodes: readonly { html: string }[] }[] };
}

/**
 * Records the result of the story in a document. The text of this function is inserted as the first script, so the
 * function cannot use anything from this module.
 */
export function watchStory(): void {
  const outcome: StoryOutcome = { isFinished: false, faults: [] };
  window.storyOutcome = outcome;
  const note = (kind: string, message: unknown) => outcome.faults.push(`${kind}: ${String(message).slice(0, 300)}`);

  addEventListener('error', (event) => {
    // Ignores an error that Storybook causes: it observes the body, whose height changes when rails are laid out. The
    // journey test does not ignore this error, because only the library uses observers there.
    if (!event.message.startsWith('ResizeObserver loop')) note('error', event.message);
  });
  addEventListener('unhandledrejection', (event) => note('unhandled rejection', event.reason));

  const listen = (channel: Channel) => {
    // `storyFinished` reports success even if the play function threw.
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
  // Storybook assigns its channel once, before the story starts.
  let current: Channel | undefined;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => current,
    set: (channel: Channel) => {
      current = channel;
      listen(channel);
    },
  });
}

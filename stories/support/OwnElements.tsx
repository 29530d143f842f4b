import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { MediaCard, RemoteControl, type MediaItem } from '../../src/index.js';
import { mediaItems } from '../../test/support/pageItems.js';
import './ownElements.css';

const titles = mediaItems(12);

/** An app that builds its own grid, player and menu; no drop-in moves the focus. */
export function OwnElements() {
  const [opened, setOpened] = useState<MediaItem>();
  const [isPlaying, setIsPlaying] = useState(false);
  const open = (item: MediaItem) => {
    setOpened(item);
    setIsPlaying(true);
  };
  return (
    <RemoteControl onExit={() => setIsPlaying(false)}>
      <main className="own">
        {isPlaying ? (
          <Player duration={100} />
        ) : (
          <>
            <Menu />
            <Grid items={titles} opened={opened} onOpen={open} />
          </>
        )}
      </main>
    </RemoteControl>
  );
}

function Menu() {
  const menu = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => menu.current?.showModal()}>
        Menu
      </button>
      <dialog ref={menu} aria-label="Menu">
        <form method="dialog">
          <button type="submit">Search</button> <button type="submit">Settings</button>
        </form>
      </dialog>
    </>
  );
}

/** Seconds by which a key moves the position. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -10, ArrowRight: 10 };

function Player({ duration }: { duration: number }) {
  const [time, setTime] = useState(0);
  const pause = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => pause.current?.focus(), []);
  const seek = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setTime((before) => Math.min(Math.max(before + step, 0), duration));
  };
  return (
    <div className="player">
      <div
        role="slider"
        tabIndex={0}
        aria-label="Position"
        aria-valuemax={duration}
        aria-valuenow={time}
        onKeyDown={seek}
      >
        {time} s
      </div>
      <button ref={pause} type="button">
        Pause
      </button>{' '}
      <button type="button">Subtitles</button>
    </div>
  );
}

interface GridProps {
  items: readonly MediaItem[];
  opened: MediaItem | undefined;
  onOpen: (item: MediaItem) => void;
}

function Grid({ items, opened, onOpen }: GridProps) {
  const last = useRef<HTMLElement>(null);
  useLayoutEffect(() => last.current?.focus(), []);
  return (
    <ul className="grid">
      {items.map((item) => (
        <li key={item.id}>
          <MediaCard ref={item.id === opened?.id ? last : undefined} item={item} onClick={() => onOpen(item)} />
        </li>
      ))}
    </ul>
  );
}

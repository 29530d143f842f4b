'use client';

import { useRef, useState, type ReactNode, type Ref } from 'react';
import type { Har } from '../har/har.js';
import type { Lane } from './lanes.js';
import { texts } from './words.js';

interface BarButtonProps {
  /** Accessible name of a button whose text is a symbol. */
  label?: string | undefined;
  /** Whether a button that switches something is on. */
  isPressed?: boolean | undefined;
  /** Lane whose color the button has. */
  lane?: Lane | undefined;
  onClick: () => void;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  children: ReactNode;
}

/** A button of the timeline. */
export function BarButton({ label, isPressed, lane, onClick, buttonRef, children }: BarButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      className="discovr-Timeline-button"
      aria-label={label}
      aria-pressed={isPressed}
      data-lane={lane}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A button that says what a recording contains, and then downloads it. */
export function HarExport({ har }: { har: () => Har | Promise<Har> }) {
  const [recording, setRecording] = useState<Har | 'unreadable'>();
  const read = async () => {
    try {
      setRecording(await har());
    } catch {
      setRecording('unreadable');
    }
  };
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    // The focused button is removed.
    button.current?.focus();
    setRecording(undefined);
  };
  return (
    <>
      <BarButton buttonRef={button} onClick={() => void read()}>
        {texts.exportHar}
      </BarButton>
      {recording && (
        <div className="discovr-Timeline-notice">
          <p role="status" className="discovr-Timeline-notice-text">
            {recording === 'unreadable' ? texts.noHar : recording.log.comment}
          </p>
          {recording !== 'unreadable' && (
            <BarButton
              onClick={() => {
                download(recording);
                close();
              }}
            >
              {texts.download}
            </BarButton>
          )}
          <BarButton onClick={close}>{texts.cancel}</BarButton>
        </div>
      )}
    </>
  );
}

function download(recording: Har): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(recording)], { type: 'application/json' }));
  link.download = 'discovr.har';
  link.click();
  URL.revokeObjectURL(link.href);
}

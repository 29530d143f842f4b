'use client';

import { useId } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import { Icon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/slotClass.js';
import { percentText } from './percentText.js';
import type { TitleSheetPartProps } from './partProps.js';

/** Shows whether the profile has watched a title, and how much of it. An empty note still takes up one line. */
export function TitleSheetNote({ sheet: { meta, resume }, messages, locale, classNames }: TitleSheetPartProps) {
  const texts = messages.titleSheet;
  const id = useId();
  return (
    <div className={slotClass(classNames, 'note', 'discovr-TitleSheet-note')}>
      {meta?.history && (
        <span className="discovr-TitleSheet-remark">
          <Icon path="M3 8.5l3.3 3.3L13 4.8" /> {texts.seen}
        </span>
      )}
      {resume && (
        <span className="discovr-TitleSheet-remark">
          <progress className="discovr-TitleSheet-progress" max={100} value={resume.progress} aria-labelledby={id} />
          <span id={id}>{formatMessage(texts.watched, { percent: percentText(resume.progress, locale) })}</span>
        </span>
      )}
    </div>
  );
}

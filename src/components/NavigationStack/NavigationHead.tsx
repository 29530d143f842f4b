'use client';

import type { Ref } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { joinClasses } from '../../ui/classNames.js';
import { Icon } from '../../ui/Icon.js';
import { backIcon } from '../../ui/icons.js';
import type { NavigationStackClassNames } from './types.js';

/** Props of {@link NavigationHead}. */
export interface NavigationHeadProps {
  title: string;
  /** Title of the page this one was opened from. */
  parentTitle: string;
  onBack: () => void;
  headingRef: Ref<HTMLHeadingElement>;
  headingLevel: 1 | 2 | 3;
  words: Messages['navigation'];
  classNames: NavigationStackClassNames;
}

/** What stands above a page that was gone into: the way back, and the title. The arrows up and down lead to it, too. */
export function NavigationHead(props: NavigationHeadProps) {
  const { title, parentTitle, onBack, headingRef, headingLevel, words, classNames } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={joinClasses('discovr-NavigationHead', classNames.head)} data-rail-stop="">
      <button
        type="button"
        className={joinClasses('discovr-NavigationHead-back', classNames.backButton)}
        aria-label={formatMessage(words.backTo, { title: parentTitle })}
        onClick={onBack}
      >
        <Icon path={backIcon} />
        <bdi>{parentTitle}</bdi>
      </button>
      <Heading ref={headingRef} tabIndex={-1} className={joinClasses('discovr-NavigationHead-title', classNames.title)}>
        <bdi>{title}</bdi>
      </Heading>
    </div>
  );
}

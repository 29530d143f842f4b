'use client';

import type { Ref } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { backIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import type { NavigationStackClassNames } from './types.js';

/** Props of {@link NavigationHead}. */
export interface NavigationHeadProps {
  title: string;
  /** Title of the page from which this page was opened. */
  parentTitle: string;
  onBack: () => void;
  headingRef: Ref<HTMLHeadingElement>;
  headingLevel: 1 | 2 | 3;
  texts: Messages['navigation'];
  classNames: NavigationStackClassNames | undefined;
}

/** Renders the bar above an opened page: the back button and the title. The up and down arrow keys reach it too. */
export function NavigationHead(props: NavigationHeadProps) {
  const { title, parentTitle, onBack, headingRef, headingLevel, texts, classNames } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={slotClass(classNames, 'head', 'discovr-NavigationHead')} data-rail-stop="">
      <button
        type="button"
        className={slotClass(classNames, 'backButton', 'discovr-NavigationHead-back')}
        aria-label={formatMessage(texts.backTo, { title: parentTitle })}
        onClick={onBack}
      >
        <Icon path={backIcon} />
        <bdi>{parentTitle}</bdi>
      </button>
      <Heading
        ref={headingRef}
        tabIndex={-1}
        className={slotClass(classNames, 'title', 'discovr-NavigationHead-title')}
      >
        <bdi>{title}</bdi>
      </Heading>
    </div>
  );
}
